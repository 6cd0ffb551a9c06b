-- The promise: a letter is chased by a plan of steps, those who can open it or can mend that are told,
-- and what needs a person becomes a case.

ALTER TABLE letter
    ADD COLUMN steps       int NOT NULL DEFAULT 0,
    ADD COLUMN notified_at timestamptz,
    ADD COLUMN renotified  boolean NOT NULL DEFAULT false,
    ADD COLUMN readerless  boolean NOT NULL DEFAULT false;
ALTER TABLE letter DROP CONSTRAINT letter_state_check;
ALTER TABLE letter ADD CONSTRAINT letter_state_check
    CHECK (state IN ('ACCEPTED', 'AVAILABLE', 'OPENED', 'WITHDRAWN', 'SETTLED', 'POSTED'));
ALTER TABLE letter DROP CONSTRAINT closed_or_next_look;
ALTER TABLE letter ADD CONSTRAINT closed_or_next_look CHECK (
    CASE WHEN state IN ('OPENED', 'WITHDRAWN', 'SETTLED', 'POSTED')
         THEN next_look_at IS NULL AND (destroy_at IS NOT NULL OR destroyed_at IS NOT NULL)
         ELSE next_look_at IS NOT NULL AND next_look_reason IS NOT NULL AND next_look_owner IS NOT NULL
              AND destroy_at IS NULL AND destroyed_at IS NULL
    END);
GRANT UPDATE (steps, notified_at, renotified, readerless) ON letter TO ${app_role};

-- A notice: one message to one addressee about one letter. Addresses are in table contact only.
CREATE TABLE notice (
    id              uuid PRIMARY KEY,
    letter          uuid NOT NULL REFERENCES letter,
    kind            text NOT NULL,
    addressee       text NOT NULL CHECK (addressee ~ '^(unit:[0-9]{9}|person:[0-9a-f-]{36})$'),
    ordered_at      timestamptz NOT NULL,
    state           text NOT NULL CHECK (state IN ('ORDERED', 'SENT', 'FAILED', 'DROPPED')),
    attempts        int NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    sent_at         timestamptz,
    channel         text,
    failure         text,
    -- In which message it went out, and to which address.
    message         uuid,
    contact         uuid,
    CHECK ((state = 'ORDERED') = (next_attempt_at IS NOT NULL))
);
CREATE INDEX notice_message ON notice (message) WHERE message IS NOT NULL;
CREATE INDEX notice_letter ON notice (letter);
CREATE INDEX notice_due ON notice (next_attempt_at) WHERE state = 'ORDERED';
GRANT SELECT, INSERT ON notice TO ${app_role};
GRANT UPDATE (state, attempts, next_attempt_at, sent_at, channel, failure, message, contact)
    ON notice TO ${app_role};

-- Where a unit or a person is told of letters. Personal data: never in the ledger, a log or a page of
-- somebody else.
CREATE TABLE contact (
    id          uuid PRIMARY KEY,
    addressee   text NOT NULL CHECK (addressee ~ '^(unit:[0-9]{9}|person:[0-9a-f-]{36})$'),
    channel     text NOT NULL CHECK (channel IN ('EMAIL', 'SMS')),
    address     text NOT NULL,
    language    text NOT NULL CHECK (language IN ('nb', 'nn', 'en')),
    entered_at  timestamptz NOT NULL,
    refused_at  timestamptz,
    UNIQUE (addressee, channel, address)
);
GRANT SELECT, INSERT, DELETE ON contact TO ${app_role};
GRANT UPDATE (language, entered_at, refused_at) ON contact TO ${app_role};

-- A case: what needs a person.
CREATE TABLE matter (
    id          uuid PRIMARY KEY,
    letter      uuid NOT NULL REFERENCES letter,
    reason      text NOT NULL,
    side        text NOT NULL CHECK (side IN ('SENDER', 'RECIPIENT')),
    unit        text NOT NULL REFERENCES unit,
    raised_at   timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    owner       uuid REFERENCES person,
    snoozed_until timestamptz,
    closed_at   timestamptz,
    closed_how  text,
    CHECK ((closed_at IS NULL) = (closed_how IS NULL))
);
CREATE UNIQUE INDEX matter_open ON matter (letter, reason, side) WHERE closed_at IS NULL;
CREATE INDEX matter_unit ON matter (unit, due_at) WHERE closed_at IS NULL;
CREATE INDEX matter_letter ON matter (letter);
GRANT SELECT, INSERT ON matter TO ${app_role};
GRANT UPDATE (owner, due_at, snoozed_until, closed_at, closed_how) ON matter TO ${app_role};

-- What is done, step by step, for a letter that nobody opens. Of several plans that fit a letter, the
-- one that names the recipient goes before the one that names the sender, and that before the category.
CREATE TABLE plan_step (
    version      int  NOT NULL,
    sender       text REFERENCES unit,
    category     text REFERENCES category,
    recipient    text REFERENCES unit,
    position     int  NOT NULL,
    period       text NOT NULL,
    working_days boolean NOT NULL,
    action       text NOT NULL,
    owner        text NOT NULL CHECK (owner IN ('SENDER', 'RECIPIENT', 'OPERATOR')),
    paragraph    text NOT NULL,
    UNIQUE NULLS NOT DISTINCT (version, sender, category, recipient, position)
);
GRANT SELECT ON plan_step TO ${app_role};

INSERT INTO rule (version, name, period, owner, paragraph) VALUES
    (1, 'NO_READER', 'P1D', 'RECIPIENT', 'eforvaltningsforskriften-8'), -- law: eforvaltningsforskriften-8
    (1, 'CASE_DUE', 'P3D', 'OPERATOR', 'eforvaltningsforskriften-15'); -- law: eforvaltningsforskriften-15
INSERT INTO rule (version, name, period, owner, paragraph)
    SELECT 2, name, period, owner, paragraph FROM rule WHERE version = 1;
INSERT INTO plan_step (version, category, position, period, working_days, action, owner, paragraph) VALUES
    (2, NULL, 1, 'P0D', false, 'NOTIFY', 'RECIPIENT', 'eforvaltningsforskriften-8'), -- law: eforvaltningsforskriften-8
    (2, NULL, 2, 'P7D', false, 'RENOTIFY', 'RECIPIENT', 'eforvaltningsforskriften-8'), -- law: eforvaltningsforskriften-8
    (2, NULL, 3, 'P10D', false, 'ESCALATE_RECIPIENT', 'RECIPIENT', 'eforvaltningsforskriften-8'), -- law: eforvaltningsforskriften-8
    (2, NULL, 4, 'P14D', false, 'ESCALATE_SENDER', 'SENDER', 'eforvaltningsforskriften-8'), -- law: eforvaltningsforskriften-8
    (2, NULL, 5, 'P15D', true, 'PRINT', 'SENDER', 'eforvaltningsforskriften-8'), -- law: eforvaltningsforskriften-8
    (2, 'CHILD_WELFARE', 1, 'P0D', false, 'NOTIFY', 'RECIPIENT', 'eforvaltningsforskriften-8'), -- law: eforvaltningsforskriften-8
    (2, 'CHILD_WELFARE', 2, 'P1D', false, 'CHASE', 'RECIPIENT', 'barnevernsloven-2-1'), -- law: barnevernsloven-2-1
    (2, 'CHILD_WELFARE', 3, 'P3D', false, 'ESCALATE_RECIPIENT', 'RECIPIENT', 'barnevernsloven-2-1'), -- law: barnevernsloven-2-1
    (2, 'CHILD_WELFARE', 4, 'P5D', false, 'ESCALATE_SENDER', 'SENDER', 'barnevernsloven-2-1'), -- law: barnevernsloven-2-1
    (2, 'CHILD_WELFARE', 5, 'P7D', false, 'RENOTIFY', 'RECIPIENT', 'eforvaltningsforskriften-8'), -- law: eforvaltningsforskriften-8
    (2, 'CHILD_WELFARE', 6, 'P10D', true, 'PRINT', 'SENDER', 'barnevernsloven-2-1'); -- law: barnevernsloven-2-1
