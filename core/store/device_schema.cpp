#include "core/store/device_schema.h"

namespace mingbai::store {
namespace {

constexpr Migration migrations[] = {
    {"drafts, outbox, filings, settings", R"sql(
CREATE TABLE draft(
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  kind TEXT NOT NULL,
  form TEXT NOT NULL,
  updated_at_ms INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

CREATE TABLE outbox(
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  filing TEXT NOT NULL,
  base_version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  form TEXT NOT NULL,
  payload TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  queued_at_ms INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  fault TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE filing(
  account TEXT NOT NULL,
  filing TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('received', 'refused')),
  envelope TEXT NOT NULL,
  payload TEXT NOT NULL,
  receipt_number TEXT,
  receipt_sequence INTEGER,
  receipt_at TEXT,
  receipt_sha256 TEXT,
  findings TEXT NOT NULL,
  form TEXT NOT NULL,
  PRIMARY KEY (account, filing)
) WITHOUT ROWID, STRICT;

CREATE TABLE filing_event(
  account TEXT NOT NULL,
  filing TEXT NOT NULL,
  place INTEGER NOT NULL,
  on_device INTEGER NOT NULL CHECK (on_device IN (0, 1)),
  type TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (account, filing, on_device, place),
  FOREIGN KEY (account, filing) REFERENCES filing(account, filing) ON DELETE CASCADE
) WITHOUT ROWID, STRICT;

CREATE TABLE setting(
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID, STRICT;

CREATE TABLE command_done(
  tab TEXT PRIMARY KEY,
  number INTEGER NOT NULL,
  at_ms INTEGER NOT NULL
) WITHOUT ROWID, STRICT;
)sql"},
    {"the life of a filing", R"sql(
ALTER TABLE filing ADD COLUMN life TEXT NOT NULL DEFAULT '';
ALTER TABLE filing_event ADD COLUMN role TEXT NOT NULL DEFAULT '';
ALTER TABLE filing_event ADD COLUMN reasons TEXT NOT NULL DEFAULT '[]';
ALTER TABLE filing_event ADD COLUMN detail TEXT NOT NULL DEFAULT '{}';
)sql"},
    {"papers", R"sql(
CREATE TABLE paper(
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  filing TEXT NOT NULL,
  document TEXT NOT NULL,
  name TEXT NOT NULL,
  media TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'kept', 'refused')),
  attachment TEXT NOT NULL,
  findings TEXT NOT NULL,
  added_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX paper_of_filing ON paper(filing);

CREATE TABLE paper_part(
  paper TEXT NOT NULL REFERENCES paper(id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  content BLOB NOT NULL,
  UNIQUE (paper, ordinal)
) STRICT;
)sql"},
    {"edits of filings, and conflicts", R"sql(
ALTER TABLE draft ADD COLUMN filing TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN base_version INTEGER NOT NULL DEFAULT 0;

CREATE TABLE conflict(
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  filing TEXT NOT NULL,
  base_version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  form TEXT NOT NULL,
  payload TEXT NOT NULL,
  made_at TEXT NOT NULL,
  found_at_ms INTEGER NOT NULL
) WITHOUT ROWID, STRICT;
)sql"},
};

}  // namespace

std::span<const Migration> device_migrations() { return migrations; }

Result<void> prepare_device(Database& db) {
  auto number = migrate(db, migrations);
  if (!number) return std::unexpected(std::move(number.error()));
  return {};
}

}  // namespace mingbai::store
