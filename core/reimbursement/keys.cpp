#include "core/reimbursement/keys.h"

#include <array>

namespace mingbai::reimbursement {
namespace {

constexpr std::array<std::string_view, 6> cares{"inpatient",    "outpatient",      "special_disease",
                                                "two_diseases", "negotiated_drug", "day_surgery"};
constexpr std::array<std::string_view, 5> remotes{"local", "filed", "referred", "emergency", "unfiled"};

constexpr std::array<std::string_view, 3> continuations{"none", "split", "transfer"};

template <class Value, std::size_t n>
std::optional<Value> find(const std::array<std::string_view, n>& keys, std::string_view key) {
  for (std::size_t i = 0; i < n; ++i)
    if (keys[i] == key) return static_cast<Value>(i);
  return std::nullopt;
}

}  // namespace

std::string_view to_key(Care care) { return cares[static_cast<std::size_t>(care)]; }
std::optional<Care> parse_care(std::string_view key) { return find<Care>(cares, key); }
std::string_view to_key(Remote remote) { return remotes[static_cast<std::size_t>(remote)]; }
std::optional<Remote> parse_remote(std::string_view key) { return find<Remote>(remotes, key); }

std::string_view to_key(Continues continues) { return continuations[static_cast<std::size_t>(continues)]; }
std::optional<Continues> parse_continues(std::string_view key) { return find<Continues>(continuations, key); }

const std::vector<std::string>& remote_categories() {
  static const std::vector<std::string> keys{"retired_settled", "long_term_resident", "posted_worker",
                                             "referral",        "emergency",          "temporary"};
  return keys;
}

}  // namespace mingbai::reimbursement
