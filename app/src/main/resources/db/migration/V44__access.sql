-- How long it is said that access has ended and left nobody, and how long before it does. In every version
-- that has been entered.
INSERT INTO rule (version, name, period, owner, paragraph)
SELECT v.version, r.name, r.period, r.owner, r.paragraph
  FROM (SELECT DISTINCT version FROM rule) v
 CROSS JOIN (VALUES
    ('ACCESS_LEFT', 'P90D', 'RECIPIENT', 'personvernforordningen-32'), -- law: personvernforordningen-32
    ('ACCESS_ENDS', 'P14D', 'RECIPIENT', 'personvernforordningen-32') -- law: personvernforordningen-32
 ) AS r (name, period, owner, paragraph);

-- How often access is gone through in an organisation, where its administrators have said so: at the main unit,
-- for all beneath it. Elsewhere the rule REVIEW_ACCESS says.
CREATE TABLE review_period (
    unit   text PRIMARY KEY REFERENCES unit,
    months int NOT NULL CHECK (months IN (3, 6, 12)),
    since  timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON review_period TO ${app_role};
