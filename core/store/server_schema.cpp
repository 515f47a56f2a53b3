#include "core/store/server_schema.h"

namespace mingbai::store {
namespace {

constexpr Migration migrations[] = {
    {"accounts, sessions, envelopes, filings", R"sql(
CREATE TABLE account(
  id            INTEGER PRIMARY KEY,
  login         TEXT NOT NULL UNIQUE,
  password_hash TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE session(
  token_hash    TEXT PRIMARY KEY,
  account       INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE,
  created_at_ms INTEGER NOT NULL,
  seen_at_ms    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_of_account ON session(account);

CREATE TABLE counter(
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  sequence INTEGER NOT NULL
) STRICT;
INSERT INTO counter VALUES(1, 0);

CREATE TABLE envelope(
  id            TEXT PRIMARY KEY,
  sequence      INTEGER NOT NULL UNIQUE,
  account       INTEGER NOT NULL REFERENCES account(id),
  filing        TEXT NOT NULL,
  base_version  INTEGER NOT NULL,
  kind          TEXT NOT NULL,
  created_at    TEXT NOT NULL,
  payload       TEXT NOT NULL,
  sha256        TEXT NOT NULL,
  outcome       TEXT NOT NULL CHECK (outcome IN ('received', 'refused', 'conflict')),
  version       INTEGER NOT NULL,
  receipt       TEXT UNIQUE,
  findings      TEXT NOT NULL,
  decided_at_ms INTEGER NOT NULL,
  CHECK ((outcome = 'received') = (receipt IS NOT NULL))
) STRICT;
CREATE INDEX envelope_of_filing ON envelope(filing, sequence);

CREATE TABLE filing(
  id       TEXT PRIMARY KEY,
  account  INTEGER NOT NULL REFERENCES account(id),
  kind     TEXT NOT NULL,
  state    TEXT NOT NULL CHECK (state IN ('received', 'refused')),
  version  INTEGER NOT NULL,
  envelope TEXT NOT NULL REFERENCES envelope(id),
  sequence INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;
CREATE INDEX filing_of_account ON filing(account, sequence);
)sql"},
};

}  // namespace

std::span<const Migration> server_migrations() { return migrations; }

}  // namespace mingbai::store
