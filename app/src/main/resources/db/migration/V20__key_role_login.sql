-- Who administers a unit since a login told that they hold a key role there: only for a time, and only
-- for as long as the register tells nothing else.
ALTER TABLE access_grant ADD COLUMN by_key_role boolean NOT NULL DEFAULT false;
ALTER TABLE access_grant ADD CHECK
    (NOT by_key_role OR (power = 'ADMINISTER' AND valid_until IS NOT NULL));
CREATE INDEX access_grant_by_key_role ON access_grant (unit) WHERE by_key_role;

-- For how long (law: personvernforordningen-32), in every version that has been entered.
INSERT INTO rule (version, name, period, owner, paragraph)
SELECT DISTINCT version, 'KEY_ROLE', 'P1D', 'RECIPIENT', 'personvernforordningen-32' FROM rule; -- law: personvernforordningen-32
