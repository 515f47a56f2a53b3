#pragma once
// What stands in the data folder before and after the load: accounts with open sessions (made in the database, for
// hashing hundreds of passwords would measure Argon2), and what the server has kept.

#include <cstdint>
#include <string>
#include <vector>

namespace mingbai::load {

struct World {
  std::vector<std::string> cookies;  // one of each account
  std::string clerk;                 // of an agency clerk of the region
};
World make_world(const std::string& folder, std::size_t accounts);

struct Kept {
  std::int64_t filings = 0, envelopes = 0, received = 0, events = 0, audited = 0;
  std::string integrity;
};
Kept kept_in(const std::string& folder);

// Rows of that many bytes into a bare SQLite file beside it, with the server's settings: commits a second.
double bare_commits(const std::string& folder, std::size_t row_bytes, int rows_in_a_commit, double seconds);

}  // namespace mingbai::load
