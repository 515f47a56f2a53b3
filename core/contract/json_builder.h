#pragma once
// Puts a JSON value together from what a reader meets, in the order in which it meets it: the library's reader
// (json_sax) or the quick one (quick_json.h). Repeated keys and too deep nesting become findings with the path
// they stand at.
//
// What is read waits in one row, `members_`, until the list or object it stands in is closed and is made in one
// go, as large as it has to be: the library's own growing objects copy all they hold.

#include <set>

#include "core/contract/fault.h"
#include "core/contract/json.h"

namespace mingbai::contract {

class JsonBuilder : public nlohmann::json_sax<Json> {
 public:
  explicit JsonBuilder(PathStyle style) : style_(style) {}

  Json root;
  Findings findings;

  bool null() override { return put(nullptr); }
  bool boolean(bool v) override { return put(v); }
  bool number_integer(number_integer_t v) override { return put(v); }
  bool number_unsigned(number_unsigned_t v) override { return put(v); }
  bool number_float(number_float_t v, const string_t&) override { return put(v); }
  bool string(string_t& v) override { return put(v); }  // copied: the reader goes on using its room
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(false); }
  bool start_array(std::size_t) override { return open(true); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override { return name_next(name); }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override;

  bool name_next(std::string_view key);
  bool put(Json value);
  bool open(bool is_array);
  bool close();

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  struct Member {
    std::string key;  // of an object
    Json value;
  };
  struct Level {
    bool is_array;
    std::size_t first;                          // of its members
    std::size_t last = none;                    // its latest key
    std::set<std::string, std::less<>> keys{};  // once there are many
  };

  bool stands_in(Level&, std::string_view key);
  std::string path() const;
  void report(Fault, std::optional<std::string> actual, std::vector<std::string> allowed = {});

  PathStyle style_;
  std::vector<Level> levels_;
  std::vector<Member> members_;
  std::size_t too_deep_ = 0;
};

}  // namespace mingbai::contract
