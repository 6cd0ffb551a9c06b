-- Segl's state. Run as the owner; the application works as the role ${app_role}, which may only do
-- what the grants at the end say. Contents are never here: they lie sealed in the vault.

CREATE TABLE unit (
    number      text PRIMARY KEY CHECK (number ~ '^[0-9]{9}$'),
    name        text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('MAIN_UNIT', 'ORG_SECTION', 'SUBUNIT')),
    parent      text REFERENCES unit,
    CHECK ((kind = 'MAIN_UNIT') = (parent IS NULL))
);
CREATE INDEX unit_parent ON unit (parent);

-- A person, known by the login's own subject. The id is what the ledger holds.
CREATE TABLE person (
    id          uuid PRIMARY KEY,
    issuer      text NOT NULL,
    subject     text NOT NULL,
    name        text NOT NULL,
    UNIQUE (issuer, subject)
);

CREATE TABLE category (
    code        text PRIMARY KEY CHECK (code ~ '^[A-Z_]{1,40}$'),
    name_nb     text NOT NULL,
    name_nn     text NOT NULL,
    name_en     text NOT NULL,
    position    int  NOT NULL
);
INSERT INTO category (code, name_nb, name_nn, name_en, position) VALUES
    ('GENERAL', 'Generell', 'Generell', 'General', 1),
    ('HEALTH_SOCIAL_WELFARE', 'Helse, sosial og omsorg', 'Helse, sosial og omsorg', 'Health, social services and care', 2),
    ('UPBRINGING_EDUCATION', 'Oppvekst og utdanning', 'Oppvekst og utdanning', 'Upbringing and education', 3),
    ('CHILD_WELFARE', 'Barnevern', 'Barnevern', 'Child welfare', 4),
    ('POLICE_JUSTICE', 'Politi og justis', 'Politi og justis', 'Police and justice', 5),
    ('ADMINISTRATION', 'Administrasjon', 'Administrasjon', 'Administration', 6);

-- Every period, with the paragraph it fulfils (a file of docs/law). Versions are added, never edited:
-- a letter keeps the version that held when it was accepted.
CREATE TABLE rule (
    version     int  NOT NULL,
    name        text NOT NULL,
    period      text NOT NULL,
    owner       text NOT NULL CHECK (owner IN ('SENDER', 'RECIPIENT', 'OPERATOR')),
    paragraph   text NOT NULL,
    PRIMARY KEY (version, name)
);
INSERT INTO rule (version, name, period, owner, paragraph) VALUES
    (1, 'FIRST_LOOK', 'P7D', 'SENDER', 'eforvaltningsforskriften-8'), -- law: eforvaltningsforskriften-8
    (1, 'NEXT_LOOK', 'P7D', 'SENDER', 'eforvaltningsforskriften-8'), -- law: eforvaltningsforskriften-8
    (1, 'NOT_AVAILABLE', 'P1D', 'OPERATOR', 'eforvaltningsforskriften-8'), -- law: eforvaltningsforskriften-8
    (1, 'KEEP_OPENED', 'P365D', 'OPERATOR', 'personvernforordningen-5'), -- law: personvernforordningen-5
    (1, 'KEEP_WITHDRAWN', 'P30D', 'OPERATOR', 'personvernforordningen-5'); -- law: personvernforordningen-5

CREATE TABLE access_grant (
    id          uuid PRIMARY KEY,
    person      uuid NOT NULL REFERENCES person,
    unit        text NOT NULL REFERENCES unit,
    power       text NOT NULL CHECK (power IN ('READ', 'SEND', 'OVERSEE')),
    category    text REFERENCES category,
    valid_from  timestamptz NOT NULL,
    valid_until timestamptz,
    CHECK ((power = 'READ') = (category IS NOT NULL))
);
CREATE INDEX access_grant_person ON access_grant (person);
CREATE INDEX access_grant_unit ON access_grant (unit, category);

CREATE TABLE dispatch (
    id                uuid PRIMARY KEY,
    sender            text NOT NULL REFERENCES unit,
    idempotency_key   text NOT NULL,
    content_digest    bytea NOT NULL,
    sent_at           timestamptz NOT NULL,
    title             text NOT NULL,
    senders_reference text,
    case_number       text,
    case_worker       text,
    UNIQUE (sender, idempotency_key)
);

CREATE TABLE letter (
    id               uuid PRIMARY KEY,
    dispatch         uuid NOT NULL REFERENCES dispatch,
    sender           text NOT NULL REFERENCES unit,
    recipient        text NOT NULL REFERENCES unit,
    category         text NOT NULL REFERENCES category,
    language         text NOT NULL CHECK (language IN ('nb', 'nn', 'en')),
    reply_to         uuid REFERENCES letter,
    state            text NOT NULL CHECK (state IN ('ACCEPTED', 'AVAILABLE', 'OPENED', 'WITHDRAWN')),
    accepted_at      timestamptz NOT NULL,
    available_at     timestamptz,
    opened_at        timestamptz,
    opened_by        uuid REFERENCES person,
    closed_at        timestamptz,
    closed_by_kind   text,
    closed_by        text,
    looks            int NOT NULL DEFAULT 0,
    last_look_at     timestamptz,
    refusals         int NOT NULL DEFAULT 0,
    rules            int NOT NULL,
    next_look_at     timestamptz,
    next_look_reason text,
    next_look_owner  text,
    destroy_at       timestamptz,
    destroyed_at     timestamptz,
    claimed_until    timestamptz,
    -- The invariant: closed, or a next look with a time, a reason and an owner.
    CONSTRAINT closed_or_next_look CHECK (
        CASE WHEN state IN ('OPENED', 'WITHDRAWN')
             THEN next_look_at IS NULL AND (destroy_at IS NOT NULL OR destroyed_at IS NOT NULL)
             ELSE next_look_at IS NOT NULL AND next_look_reason IS NOT NULL AND next_look_owner IS NOT NULL
                  AND destroy_at IS NULL AND destroyed_at IS NULL
        END)
);
CREATE INDEX letter_inbox_unopened ON letter (recipient, category, id) WHERE state = 'AVAILABLE';
CREATE INDEX letter_inbox ON letter (recipient, category, id) WHERE state IN ('AVAILABLE', 'OPENED');
CREATE INDEX letter_sent ON letter (sender, id);
CREATE INDEX letter_sent_unopened ON letter (sender, id) WHERE state IN ('ACCEPTED', 'AVAILABLE');
CREATE INDEX letter_dispatch ON letter (dispatch);
CREATE INDEX letter_reply_to ON letter (reply_to) WHERE reply_to IS NOT NULL;
CREATE INDEX letter_next_look ON letter (next_look_at) WHERE next_look_at IS NOT NULL;
CREATE INDEX letter_destroy ON letter (destroy_at) WHERE destroy_at IS NOT NULL;

CREATE TABLE document (
    letter      uuid NOT NULL REFERENCES letter,
    id          uuid NOT NULL,
    position    int  NOT NULL,
    name        text NOT NULL,
    media_type  text NOT NULL,
    size        bigint NOT NULL CHECK (size > 0),
    sha256      bytea NOT NULL,
    PRIMARY KEY (letter, id)
);

-- A letter's data key, wrapped. To delete the row is to destroy the content.
CREATE TABLE letter_key (
    letter      uuid PRIMARY KEY REFERENCES letter,
    key_id      text NOT NULL,
    wrapped     bytea NOT NULL
);
CREATE INDEX letter_key_key_id ON letter_key (key_id);

CREATE TABLE upload (
    id           uuid PRIMARY KEY,
    organisation text NOT NULL,
    client       text NOT NULL,
    name         text NOT NULL,
    media_type   text NOT NULL,
    length       bigint NOT NULL CHECK (length > 0),
    received     bigint NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND length),
    expires_at   timestamptz NOT NULL,
    leased_by    uuid,
    leased_until timestamptz,
    key_id       text NOT NULL,
    wrapped      bytea NOT NULL
);
CREATE INDEX upload_expires ON upload (expires_at);
CREATE INDEX upload_owner ON upload (organisation, client);

CREATE TABLE upload_piece (
    upload      uuid NOT NULL REFERENCES upload ON DELETE CASCADE,
    start       bigint NOT NULL,
    size        bigint NOT NULL CHECK (size > 0),
    PRIMARY KEY (upload, start)
);

-- The ledger. See docs/api/ledger-format.md.
CREATE TABLE ledger_head (
    chain       text PRIMARY KEY,
    number      bigint NOT NULL,
    hash        bytea  NOT NULL
);

CREATE TABLE ledger_entry (
    chain        text NOT NULL,
    number       bigint NOT NULL,
    at           timestamptz NOT NULL,
    actor_kind   text NOT NULL,
    actor_id     text NOT NULL,
    right_code   text NOT NULL,
    right_ground text NOT NULL,
    subject      text NOT NULL,
    type         text NOT NULL,
    fact         jsonb NOT NULL,
    previous     bytea NOT NULL,
    hash         bytea NOT NULL,
    PRIMARY KEY (chain, number)
);
CREATE INDEX ledger_entry_subject ON ledger_entry (subject, number);

CREATE TABLE ledger_checkpoint (
    chain       text NOT NULL,
    number      bigint NOT NULL,
    hash        bytea NOT NULL,
    at          timestamptz NOT NULL,
    key_id      text NOT NULL,
    signature   text NOT NULL,
    PRIMARY KEY (chain, number)
);

-- db-scheduler's table, as its documentation gives it.
CREATE TABLE scheduled_tasks (
    task_name            text NOT NULL,
    task_instance        text NOT NULL,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    state                text,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);

-- What the application may do. It may add to the ledger; it may never change or remove an entry.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO ${app_role};
GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${app_role};
GRANT INSERT, UPDATE ON unit, person TO ${app_role};
GRANT INSERT ON access_grant TO ${app_role};
GRANT UPDATE (valid_until) ON access_grant TO ${app_role};
GRANT INSERT ON dispatch, letter, document, letter_key TO ${app_role};
GRANT UPDATE (title) ON dispatch TO ${app_role};
GRANT UPDATE (state, available_at, opened_at, opened_by, closed_at, closed_by_kind, closed_by, looks,
              last_look_at, refusals, next_look_at, next_look_reason, next_look_owner, destroy_at,
              destroyed_at, claimed_until) ON letter TO ${app_role};
GRANT UPDATE, DELETE ON letter_key TO ${app_role};
GRANT INSERT, UPDATE, DELETE ON upload, upload_piece TO ${app_role};
GRANT INSERT ON ledger_head, ledger_entry, ledger_checkpoint TO ${app_role};
GRANT UPDATE (number, hash) ON ledger_head TO ${app_role};
GRANT INSERT, UPDATE, DELETE ON scheduled_tasks TO ${app_role};
