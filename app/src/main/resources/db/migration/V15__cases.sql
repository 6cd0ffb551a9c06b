-- Cases that people work: who has them, what they wrote, what was put off, and when they fall due.

ALTER TABLE matter
    -- Counts every change, so that nobody undoes what they have not seen.
    ADD COLUMN version       int NOT NULL DEFAULT 0,
    ADD COLUMN snooze_reason text,
    -- How many times its due time has passed.
    ADD COLUMN overdue       int NOT NULL DEFAULT 0,
    ADD COLUMN claimed_until timestamptz;
CREATE INDEX matter_due ON matter (due_at, id) WHERE closed_at IS NULL;
CREATE INDEX matter_owner ON matter (owner) WHERE closed_at IS NULL AND owner IS NOT NULL;
GRANT UPDATE (version, snooze_reason, overdue, claimed_until) ON matter TO ${app_role};

-- What people wrote of a case. It may name people: the ledger has its id only, and it is deleted with
-- what the letter held.
CREATE TABLE matter_comment (
    id         uuid PRIMARY KEY,
    matter     uuid NOT NULL REFERENCES matter,
    person     uuid NOT NULL REFERENCES person,
    written_at timestamptz NOT NULL,
    text       text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 2000)
);
CREATE INDEX matter_comment_matter ON matter_comment (matter, written_at);
GRANT SELECT, INSERT, DELETE ON matter_comment TO ${app_role};

GRANT UPDATE (address) ON contact TO ${app_role};

INSERT INTO rule (version, name, period, owner, paragraph) VALUES
    (1, 'CASE_ESCALATE', 'P6D', 'OPERATOR', 'eforvaltningsforskriften-15'), -- law: eforvaltningsforskriften-15
    (2, 'CASE_ESCALATE', 'P6D', 'OPERATOR', 'eforvaltningsforskriften-15'); -- law: eforvaltningsforskriften-15
