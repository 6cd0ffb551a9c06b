-- Files that take a while to make: who asked for which, and how far it has come. What is in one lies
-- sealed in the vault, under a key that is here only once the file is whole.
CREATE TABLE export (
    id         uuid PRIMARY KEY,
    person     uuid NOT NULL REFERENCES person,
    side       text NOT NULL CHECK (side IN ('SENDER', 'RECIPIENT')),
    form       text NOT NULL CHECK (form IN ('CSV', 'XLSX')),
    language   text NOT NULL CHECK (language IN ('nb', 'nn', 'en')),
    -- As it was typed; it names no person.
    question   text NOT NULL,
    asked_at   timestamptz NOT NULL,
    state      text NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'READY', 'CANCELLED', 'FAILED')),
    -- How many letters there are, once that is known, and how many of them are written.
    letters    bigint,
    written    bigint NOT NULL DEFAULT 0,
    -- Who is at it: their attempt, and until when they have it to themselves.
    attempt    uuid,
    held_until timestamptz,
    tries      int NOT NULL DEFAULT 0,
    -- The units whose letters are in it: whoever may not follow all of them any more does not get it.
    units      text[] NOT NULL DEFAULT '{}',
    size       bigint,
    ended_at   timestamptz,
    expires_at timestamptz NOT NULL,
    key_id     text,
    wrapped    bytea,
    CONSTRAINT ready_is_whole CHECK (state <> 'READY'
        OR (size IS NOT NULL AND attempt IS NOT NULL AND key_id IS NOT NULL AND wrapped IS NOT NULL))
);
CREATE INDEX export_person ON export (person, asked_at);
CREATE INDEX export_due ON export (asked_at) WHERE state IN ('WAITING', 'RUNNING');
CREATE INDEX export_expires ON export (expires_at);
GRANT SELECT, INSERT, DELETE ON export TO ${app_role};
GRANT UPDATE (state, letters, written, attempt, held_until, tries, units, size, ended_at, expires_at, key_id,
              wrapped) ON export TO ${app_role};

INSERT INTO rule (version, name, period, owner, paragraph)
SELECT v.version, 'KEEP_EXPORT', 'P3D', 'OPERATOR', 'personvernforordningen-5' -- law: personvernforordningen-5
  FROM (SELECT DISTINCT version FROM rule) v;
