-- Administrators, shares of one letter with one person, and reviews of what has been given.
ALTER TABLE access_grant DROP CONSTRAINT access_grant_power_check;
ALTER TABLE access_grant ADD CONSTRAINT access_grant_power_check
    CHECK (power IN ('READ', 'SEND', 'OVERSEE', 'MANAGE_ACCESS', 'ADMINISTER'));

-- When a grant was last confirmed to be needed; its beginning counts until then.
ALTER TABLE access_grant ADD COLUMN confirmed_at timestamptz;
GRANT UPDATE (confirmed_at) ON access_grant TO ${app_role};

CREATE TABLE letter_share (
    id          uuid PRIMARY KEY,
    letter      uuid NOT NULL REFERENCES letter,
    person      uuid NOT NULL REFERENCES person,
    documents   boolean NOT NULL,
    valid_from  timestamptz NOT NULL,
    valid_until timestamptz
);
CREATE INDEX letter_share_letter ON letter_share (letter);
CREATE INDEX letter_share_person ON letter_share (person);
GRANT SELECT, INSERT ON letter_share TO ${app_role};
GRANT UPDATE (valid_until) ON letter_share TO ${app_role};

-- At which units a person is known, beside those where they hold something: there they can be chosen.
CREATE TABLE known_at (
    unit        text NOT NULL REFERENCES unit,
    person      uuid NOT NULL REFERENCES person,
    PRIMARY KEY (unit, person)
);
GRANT SELECT, INSERT ON known_at TO ${app_role};

-- How often access is gone through (law: personvernforordningen-5: no longer than needed).
INSERT INTO rule (version, name, period, owner, paragraph) VALUES
    (1, 'REVIEW_ACCESS', 'P365D', 'RECIPIENT', 'personvernforordningen-5'); -- law: personvernforordningen-5
