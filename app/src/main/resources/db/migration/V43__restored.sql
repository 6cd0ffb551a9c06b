-- For how long after a backup was put back nothing is swept of letters that the database does not know: a later
-- one may yet be found. In every version that has been entered.
INSERT INTO rule (version, name, period, owner, paragraph)
SELECT v.version, 'KEEP_STRAYS', 'P14D', 'OPERATOR', 'personvernforordningen-32' -- law: personvernforordningen-32
  FROM (SELECT DISTINCT version FROM rule) v;

-- When that was accepted, which is seldom.
CREATE INDEX ledger_entry_restored ON ledger_entry (at) WHERE type = 'RestoreAccepted';
