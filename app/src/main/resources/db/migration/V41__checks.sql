-- Guided checks: what no system tells another, looked up and answered for by somebody. Each answer stays;
-- the last one at a unit counts, until its time is up.
CREATE TABLE check_answer (
    number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit        text NOT NULL REFERENCES unit,
    -- "check" is a word of SQL's own.
    asked       text NOT NULL,
    answer      text NOT NULL CHECK (answer IN ('AS_IT_SHOULD', 'NOT_AS_IT_SHOULD', 'NOT_USED')),
    answered_by uuid NOT NULL REFERENCES person,
    answered_at timestamptz NOT NULL,
    valid_until timestamptz NOT NULL CHECK (valid_until > answered_at)
);
CREATE INDEX check_answer_last ON check_answer (unit, asked, number DESC);
GRANT SELECT, INSERT ON check_answer TO ${app_role};

-- For how long an answer holds, in every version of the rule table that has been entered.
INSERT INTO rule (version, name, period, owner, paragraph)
SELECT DISTINCT version, 'CHECK_HOLDS', 'P90D', 'RECIPIENT', 'eforvaltningsforskriften-8' FROM rule; -- law: eforvaltningsforskriften-8

-- When a message was last known to have come to an address.
ALTER TABLE contact ADD COLUMN verified_at timestamptz;
GRANT UPDATE (verified_at) ON contact TO ${app_role};
