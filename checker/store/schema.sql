-- The store of many reports (docs/store.md). Letters of statuses and verdicts: tables status_letters, verdict_letters.
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

-- A program, plan and word lists by which reports were judged.
CREATE TABLE versions (
  id INTEGER PRIMARY KEY, version TEXT NOT NULL UNIQUE, plan TEXT NOT NULL, plan_sha256 TEXT NOT NULL
);
CREATE TABLE plan_cells (
  version INTEGER NOT NULL REFERENCES versions, position INTEGER NOT NULL, task TEXT NOT NULL, title TEXT NOT NULL,
  clause INTEGER NOT NULL, obligation TEXT, level TEXT NOT NULL, PRIMARY KEY (version, position)
) WITHOUT ROWID;

CREATE TABLE status_letters (letter TEXT PRIMARY KEY, status TEXT NOT NULL, counted INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE verdict_letters (letter TEXT PRIMARY KEY, verdict TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE claim_places (position INTEGER PRIMARY KEY, obligation TEXT NOT NULL, level TEXT NOT NULL);

-- One row for each different content; the same file under two names is one report.
CREATE TABLE reports (
  id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, version INTEGER NOT NULL REFERENCES versions,
  name TEXT NOT NULL, title TEXT NOT NULL, government TEXT NOT NULL, level TEXT NOT NULL, year INTEGER NOT NULL,
  characters INTEGER NOT NULL, statements INTEGER NOT NULL,
  statuses TEXT NOT NULL,  -- a letter for each of plan_cells, by position
  verdicts TEXT NOT NULL,  -- a letter for each of claim_places, by position
  details BLOB NOT NULL    -- statements and what verdicts rest on: JSON, deflated with meta's dictionary
);

-- One row for each path that was read; report is NULL and code set where nothing could be judged.
CREATE TABLE files (
  path TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, version TEXT NOT NULL, report INTEGER REFERENCES reports,
  code TEXT, message TEXT, hint TEXT
) WITHOUT ROWID;
CREATE INDEX files_by_report ON files (report);

CREATE TABLE severity_letters (letter TEXT PRIMARY KEY, severity TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE found (
  report INTEGER NOT NULL REFERENCES reports, position INTEGER NOT NULL, rule TEXT NOT NULL, severity TEXT NOT NULL,
  statement INTEGER NOT NULL, stated REAL, expected REAL, formula TEXT NOT NULL, PRIMARY KEY (report, position)
) WITHOUT ROWID;

CREATE VIEW cells AS
  SELECT r.id AS report, r.government, r.year, p.task, p.title, p.clause, p.obligation, p.level, s.status, s.counted
  FROM reports r JOIN plan_cells p ON p.version = r.version
  JOIN status_letters s ON s.letter = substr(r.statuses, p.position + 1, 1);

CREATE VIEW claims AS
  SELECT r.id AS report, r.government, r.year, p.obligation, p.level, v.verdict
  FROM reports r JOIN claim_places p JOIN verdict_letters v ON v.letter = substr(r.verdicts, p.position + 1, 1);

CREATE VIEW findings AS
  SELECT r.id AS report, r.government, r.year, f.rule, s.severity, f.statement, f.stated, f.expected, f.formula
  FROM found f JOIN reports r ON r.id = f.report JOIN severity_letters s ON s.letter = f.severity;

CREATE VIEW failures AS SELECT path, code, message, hint FROM files WHERE code IS NOT NULL;
