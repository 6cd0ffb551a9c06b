-- Periods that were in the code: when people are told again, and when something is given up. In every
-- version that has been entered, as they were.
INSERT INTO rule (version, name, period, owner, paragraph)
SELECT v.version, r.name, r.period, r.owner, r.paragraph
  FROM (SELECT DISTINCT version FROM rule) v
 CROSS JOIN (VALUES
    ('BETWEEN_STEPS', 'P1D', 'RECIPIENT', 'eforvaltningsforskriften-8'), -- law: eforvaltningsforskriften-8
    ('NOTICE_TRIED', 'P3D', 'SENDER', 'eforvaltningsforskriften-8'), -- law: eforvaltningsforskriften-8
    ('PRINT_LOOK', 'P1D', 'SENDER', 'eforvaltningsforskriften-15'), -- law: eforvaltningsforskriften-15
    ('KEEP_PRINT_TRACES', 'P2D', 'OPERATOR', 'personvernforordningen-5'), -- law: personvernforordningen-5
    ('CASE_PUT_OFF', 'P14D', 'OPERATOR', 'eforvaltningsforskriften-15'), -- law: eforvaltningsforskriften-15
    ('REMIND_REVIEW', 'P7D', 'RECIPIENT', 'personvernforordningen-5'), -- law: personvernforordningen-5
    ('KEEP_UPLOAD', 'P2D', 'OPERATOR', 'personvernforordningen-5') -- law: personvernforordningen-5
 ) AS r (name, period, owner, paragraph);

-- Numbers that decide the same, and are no periods.
CREATE TABLE rule_limit (
    version   int  NOT NULL,
    name      text NOT NULL,
    number    int  NOT NULL,
    paragraph text NOT NULL,
    PRIMARY KEY (version, name)
);
GRANT SELECT, INSERT ON rule_limit TO ${app_role};
INSERT INTO rule_limit (version, name, number, paragraph)
SELECT v.version, l.name, l.number, l.paragraph
  FROM (SELECT DISTINCT version FROM rule) v
 CROSS JOIN (VALUES
    ('BOUNCES', 3, 'eforvaltningsforskriften-8'), -- law: eforvaltningsforskriften-8
    ('FAILURES', 3, 'eforvaltningsforskriften-15'), -- law: eforvaltningsforskriften-15
    ('TEXTS_FROM', 9, 'eforvaltningsforskriften-8'), -- law: eforvaltningsforskriften-8
    ('TEXTS_UNTIL', 17, 'eforvaltningsforskriften-8') -- law: eforvaltningsforskriften-8
 ) AS l (name, number, paragraph);

-- How many times a case has been claimed since something last came of it: what fails again and again waits
-- longer each time.
ALTER TABLE matter ADD COLUMN attempts int NOT NULL DEFAULT 0;
GRANT UPDATE (attempts) ON matter TO ${app_role};

-- What is amiss outside of Segl, and since when. It may pass by itself; until then it is said.
CREATE TABLE work_trouble (
    name  text PRIMARY KEY,
    since timestamptz NOT NULL
);
GRANT SELECT, INSERT, DELETE ON work_trouble TO ${app_role};

-- When a version of the rule table was entered, and who answers for it: a role or a decision, no person.
CREATE TABLE rule_version (
    version    int PRIMARY KEY,
    entered_at timestamptz NOT NULL,
    entered_by text NOT NULL CHECK (char_length(entered_by) BETWEEN 3 AND 100)
);
GRANT SELECT, INSERT ON rule_version TO ${app_role};
