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
    {"lives, events, roles, bindings, audit", R"sql(
CREATE TABLE secret(
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE role(
  account       INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE,
  role          TEXT NOT NULL,
  institution   TEXT NOT NULL,
  region        TEXT NOT NULL,
  diseases      TEXT NOT NULL,
  granted_at_ms INTEGER NOT NULL,
  PRIMARY KEY (account, role, institution, region)
) STRICT, WITHOUT ROWID;

CREATE TABLE life(
  filing         TEXT PRIMARY KEY REFERENCES filing(id),
  stage          TEXT NOT NULL,
  since_ms       INTEGER NOT NULL,
  role           TEXT NOT NULL,
  effective_from INTEGER,
  effective_to   INTEGER,
  due_day        INTEGER,
  submitted      INTEGER NOT NULL,
  rules          TEXT NOT NULL,
  policy         TEXT NOT NULL,
  region         TEXT NOT NULL,
  institution    TEXT NOT NULL,
  subject        TEXT NOT NULL,
  by_agent       INTEGER NOT NULL CHECK (by_agent IN (0, 1)),
  person         TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX life_by_stage ON life(stage, submitted);
CREATE INDEX life_due ON life(due_day) WHERE due_day IS NOT NULL;
CREATE INDEX life_of_person ON life(person) WHERE person <> '';

CREATE TABLE event(
  filing      TEXT NOT NULL REFERENCES filing(id),
  ordinal     INTEGER NOT NULL,
  sequence    INTEGER NOT NULL,
  version     INTEGER NOT NULL,
  id          TEXT UNIQUE,
  type        TEXT NOT NULL,
  at_ms       INTEGER NOT NULL,
  day         INTEGER NOT NULL,
  actor       INTEGER NOT NULL,
  role        TEXT NOT NULL,
  institution TEXT NOT NULL,
  region      TEXT NOT NULL,
  reasons     TEXT NOT NULL,
  detail      TEXT NOT NULL,
  envelope    TEXT REFERENCES envelope(id),
  PRIMARY KEY (filing, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_by_day ON event(day);

CREATE TABLE audit(
  sequence INTEGER PRIMARY KEY,
  at_ms    INTEGER NOT NULL,
  actor    INTEGER NOT NULL,
  role     TEXT NOT NULL,
  action   TEXT NOT NULL,
  filing   TEXT NOT NULL,
  ordinal  INTEGER NOT NULL,
  digest   TEXT NOT NULL,
  detail   TEXT NOT NULL,
  hash     TEXT NOT NULL
) STRICT;
ALTER TABLE counter ADD COLUMN audit INTEGER NOT NULL DEFAULT 0;
ALTER TABLE counter ADD COLUMN audit_hash TEXT NOT NULL DEFAULT '';

CREATE TABLE binding_code(
  person     TEXT PRIMARY KEY,
  code_hash  TEXT NOT NULL,
  tries      INTEGER NOT NULL,
  made_at_ms INTEGER NOT NULL,
  made_by    INTEGER NOT NULL REFERENCES account(id),
  role       TEXT NOT NULL CHECK (role IN ('insured', 'agent')),
  relation   TEXT NOT NULL,
  until_day  INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE binding(
  account     INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE,
  person      TEXT NOT NULL,
  role        TEXT NOT NULL CHECK (role IN ('insured', 'agent')),
  relation    TEXT NOT NULL,
  until_day   INTEGER,
  bound_at_ms INTEGER NOT NULL,
  PRIMARY KEY (account, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE reveal(
  id              TEXT PRIMARY KEY,
  asked_by        INTEGER NOT NULL REFERENCES account(id),
  asked_at_ms     INTEGER NOT NULL,
  filings         TEXT NOT NULL,
  reason          TEXT NOT NULL,
  confirmed_by    INTEGER REFERENCES account(id),
  confirmed_at_ms INTEGER
) STRICT, WITHOUT ROWID;
)sql"},
    {"messages, devices of sessions", R"sql(
CREATE INDEX event_by_sequence ON event(sequence);
ALTER TABLE counter ADD COLUMN messages INTEGER;

CREATE TABLE message(
  filing    TEXT NOT NULL,
  ordinal   INTEGER NOT NULL,
  id        TEXT NOT NULL UNIQUE,
  account   INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE,
  text      TEXT NOT NULL,
  state     TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'given_up')),
  tries     INTEGER NOT NULL,
  due_at_ms INTEGER NOT NULL,
  PRIMARY KEY (filing, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_due ON message(due_at_ms) WHERE state = 'waiting';

ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';
)sql"},
    {"attachments", R"sql(
CREATE TABLE attachment(
  id          TEXT PRIMARY KEY,
  filing      TEXT NOT NULL REFERENCES filing(id),
  account     INTEGER NOT NULL REFERENCES account(id),
  document    TEXT NOT NULL,
  name        TEXT NOT NULL,
  bytes       INTEGER NOT NULL,
  sent_sha256 TEXT NOT NULL,
  kept        INTEGER NOT NULL CHECK (kept IN (0, 1)),
  media       TEXT NOT NULL,
  sha256      TEXT NOT NULL,
  at_ms       INTEGER NOT NULL,
  UNIQUE (filing, document, sent_sha256, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment_part(
  attachment TEXT NOT NULL REFERENCES attachment(id) ON DELETE CASCADE,
  ordinal    INTEGER NOT NULL,
  bytes      BLOB NOT NULL,
  PRIMARY KEY (attachment, ordinal)
) STRICT;

CREATE TABLE attachment_content(
  sha256 TEXT PRIMARY KEY,
  bytes  BLOB NOT NULL
) STRICT;
)sql"},
};

}  // namespace

std::span<const Migration> server_migrations() { return migrations; }

}  // namespace mingbai::store
