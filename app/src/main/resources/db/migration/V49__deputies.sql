-- Whose deputy has it, while they are away, and when the absence was to be over: valid_until says when it ends, which
-- may be sooner. What a deputy has is apart from what is their own.
ALTER TABLE access_grant
    ADD COLUMN deputy_for uuid REFERENCES person,
    ADD COLUMN away_until timestamptz,
    ADD CHECK ((deputy_for IS NULL) = (away_until IS NULL)),
    ADD CHECK (deputy_for <> person);
ALTER TABLE letter_share
    ADD COLUMN deputy_for uuid REFERENCES person,
    ADD COLUMN away_until timestamptz,
    ADD CHECK ((deputy_for IS NULL) = (away_until IS NULL)),
    ADD CHECK (deputy_for <> person);
CREATE INDEX access_grant_deputy ON access_grant (deputy_for) WHERE deputy_for IS NOT NULL;
CREATE INDEX letter_share_deputy ON letter_share (deputy_for) WHERE deputy_for IS NOT NULL;

-- What is asked for may begin later, and be for a deputy.
ALTER TABLE access_request
    ADD COLUMN valid_from timestamptz,
    ADD COLUMN deputy_for uuid REFERENCES person;
