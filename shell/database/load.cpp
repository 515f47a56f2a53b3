#include <sodium.h>

#include <array>
#include <utility>

#include "core/store/server_schema.h"
#include "core/store/transaction.h"
#include "shell/database/catalogue.h"
#include "shell/database/dump.h"
#include "shell/database/dump_row.h"

namespace mingbai::database {
namespace {

using nlohmann::ordered_json;
using store::Database;
using Failure = std::unexpected<std::string>;

constexpr const char* no_dump = "the file is no dump of a store, or not whole";

Failure failed(const store::Error& error) {
  return Failure(std::string(to_key(error.fault)) + ", " + error.detail);
}

bool drop(const std::string&) { return true; }

// The schema that the first line names.
std::expected<int, std::string> schema_in(const std::string& line) {
  const auto head = read_line(line);
  const int last = static_cast<int>(store::server_migrations().size());
  if (!head || !head->is_object()) return Failure(no_dump);
  const auto store = head->find("store"), schema = head->find("schema");
  if (store == head->end() || *store != "mingbai" || schema == head->end() || !schema->is_number_integer() ||
      *schema < 1)
    return Failure(no_dump);
  if (*schema > last) return Failure("newer_schema, the dump is of schema " + schema->dump());
  return schema->get<int>();
}

// Brought to that schema, when nobody has put anything there yet.
std::expected<void, std::string> made_ready(Database& db, int schema) {
  const auto present = store::schema_number(db);
  if (!present) return failed(present.error());
  if (*present > schema)
    return Failure("the store is there already, at schema " + std::to_string(*present) +
                   ", and is left as it is");
  const auto empty = empty_store(*present);
  if (!empty) return failed(empty.error());
  const auto new_state = dump(**empty, drop), state = dump(db, drop);
  if (!new_state) return failed(new_state.error());
  if (!state) return failed(state.error());
  if (state->sha256 != new_state->sha256) return Failure("the store holds data, which is left as it is");
  const auto made = store::migrate(db, store::server_migrations().first(static_cast<std::size_t>(schema)));
  return made ? std::expected<void, std::string>() : failed(made.error());
}

class Loader {
 public:
  Loader(Database& db, std::istream& in, std::vector<Table> tables)
      : db_(db), in_(in), tables_(std::move(tables)) {
    crypto_hash_sha256_init(&hash_);
  }

  void count(const std::string& line) {
    crypto_hash_sha256_update(&hash_, reinterpret_cast<const unsigned char*>(line.data()), line.size());
    crypto_hash_sha256_update(&hash_, reinterpret_cast<const unsigned char*>("\n"), 1);
  }

  std::expected<State, std::string> load(int schema) {
    for (auto table = tables_.rbegin(); table != tables_.rend(); ++table)
      if (auto gone = db_.execute("DELETE FROM " + table->name); !gone) return failed(gone.error());
    for (std::string line; std::getline(in_, line);) {
      const auto json = read_line(line);
      if (!json) return Failure(no_dump);
      if (json->is_object() && json->contains("sha256")) return end(schema, *json);
      count(line);
      auto taken = json->is_array() ? row(*json) : table(*json);
      if (!taken) return Failure(std::move(taken.error()));
    }
    return Failure(no_dump);
  }

 private:
  using Taken = std::expected<void, std::string>;

  Taken table(const ordered_json& head) {
    if (next_ >= tables_.size() || !head.is_object()) return Failure(no_dump);
    const Table& table = tables_[next_++];
    ordered_json columns = ordered_json::array();
    std::string names, marks;
    for (const Column& column : table.columns) {
      columns.push_back(column.name);
      names += (names.empty() ? "" : ", ") + column.name;
      marks += marks.empty() ? "?" : ", ?";
    }
    if (head != ordered_json{{"table", table.name}, {"columns", columns}}) return Failure(no_dump);
    auto insert = db_.prepare("INSERT INTO " + table.name + "(" + names + ") VALUES(" + marks + ")");
    if (!insert) return failed(insert.error());
    insert_ = std::move(*insert);
    return {};
  }

  Taken row(const ordered_json& values) {
    if (next_ == 0) return Failure(no_dump);
    const auto& columns = tables_[next_ - 1].columns;
    if (values.size() != columns.size()) return Failure(no_dump);
    insert_->reset();
    for (std::size_t at = 0; at < columns.size(); ++at)
      if (!bind_value(*insert_, static_cast<int>(at) + 1, columns[at].kind, values[at]))
        return Failure(no_dump);
    auto put = insert_->step();
    ++rows_;
    return put ? Taken() : failed(put.error());
  }

  // All that was read must be what was written, and what is now held must be what was read.
  std::expected<State, std::string> end(int schema, const ordered_json& told) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> bytes;
    crypto_hash_sha256_final(&hash_, bytes.data());
    const std::string sha256 = hexadecimal({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    if (next_ != tables_.size() || told != ordered_json{{"rows", rows_}, {"sha256", sha256}})
      return Failure(no_dump);
    insert_.reset();
    auto held = write_tables(db_, schema, drop);
    if (!held) return failed(held.error());
    if (held->sha256 != sha256) return Failure("what was loaded does not have the dump's state hash");
    return std::move(*held);
  }

  Database& db_;
  std::istream& in_;
  std::vector<Table> tables_;
  std::size_t next_ = 0;
  std::unique_ptr<store::Statement> insert_;
  std::int64_t rows_ = 0;
  crypto_hash_sha256_state hash_;
};

}  // namespace

std::expected<State, std::string> load(Database& db, std::istream& in) {
  std::string line;
  std::getline(in, line);
  const auto schema = schema_in(line);
  if (!schema) return Failure(schema.error());
  if (auto ready = made_ready(db, *schema); !ready) return Failure(std::move(ready.error()));
  auto tables = catalogue(*schema);
  if (!tables) return failed(tables.error());
  auto transaction = store::Transaction::begin(db);
  if (!transaction) return failed(transaction.error());
  Loader loader(db, in, std::move(*tables));
  loader.count(line);
  auto state = loader.load(*schema);
  if (!state) return state;
  if (auto done = transaction->commit(); !done) return failed(done.error());
  if (auto last = store::migrate(db, store::server_migrations()); !last) return failed(last.error());
  return state;
}

}  // namespace mingbai::database
