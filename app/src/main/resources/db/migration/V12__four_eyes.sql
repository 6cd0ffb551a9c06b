-- Where two persons are needed to give access to read, and what waits for the second of them.
CREATE TABLE four_eyes (
    unit        text PRIMARY KEY REFERENCES unit,
    since       timestamptz NOT NULL
);

CREATE TABLE access_request (
    id          uuid PRIMARY KEY,
    unit        text NOT NULL REFERENCES unit,
    -- What is to be given; all empty if it is asked that two are no longer needed.
    grant_id    uuid UNIQUE,
    person      uuid REFERENCES person,
    category    text REFERENCES category,
    valid_until timestamptz,
    asked_by    uuid NOT NULL REFERENCES person,
    asked_at    timestamptz NOT NULL,
    lapses_at   timestamptz NOT NULL,
    decided_at  timestamptz,
    approved    boolean,
    CHECK ((grant_id IS NULL) = (person IS NULL) AND (person IS NULL) = (category IS NULL)),
    CHECK ((decided_at IS NULL) = (approved IS NULL))
);
CREATE INDEX access_request_waiting ON access_request (unit) WHERE decided_at IS NULL;

GRANT SELECT, INSERT, DELETE ON four_eyes TO ${app_role};
GRANT SELECT, INSERT ON access_request TO ${app_role};
GRANT UPDATE (decided_at, approved) ON access_request TO ${app_role};

-- How long a request waits (law: personvernforordningen-32: whoever approves must still know why).
INSERT INTO rule (version, name, period, owner, paragraph) VALUES
    (1, 'ASK_ACCESS', 'P14D', 'RECIPIENT', 'personvernforordningen-32'); -- law: personvernforordningen-32

-- What the register said and Segl could not take in. An update that cannot be read has no unit; the
-- trouble of a unit is over once the unit has been taken in later (registered_unit.seen_at).
CREATE TABLE register_trouble (
    feed        text NOT NULL,
    place       text NOT NULL,
    unit        text,
    at          timestamptz NOT NULL,
    PRIMARY KEY (feed, place)
);
GRANT SELECT, INSERT, UPDATE ON register_trouble TO ${app_role};
