-- Letters that may be a breach of personal data security are cases with a clock of their own.
CREATE INDEX matter_breach ON matter (letter) WHERE reason IN ('BREACH_UNOPENED', 'BREACH_MISDIRECTED');
CREATE INDEX matter_breach_unit ON matter (unit, id) WHERE reason IN ('BREACH_UNOPENED', 'BREACH_MISDIRECTED');
CREATE INDEX matter_misdirected ON matter (letter) WHERE reason = 'WRONG_ADDRESSEE';

-- A breach is reported within 72 hours of when it is known, and whoever has the case is reminded while there is a
-- day left. Child welfare must be gone through within a week; what else lies unopened may be a breach after three.
INSERT INTO rule (version, name, period, owner, paragraph)
SELECT v.version, r.name, r.period, r.owner, r.paragraph
  FROM (SELECT DISTINCT version FROM rule) v
 CROSS JOIN (VALUES
    ('BREACH_UNOPENED', 'P21D', 'SENDER', 'personvernforordningen-33'), -- law: personvernforordningen-33
    ('BREACH_CHILD_WELFARE', 'P7D', 'SENDER', 'barnevernsloven-2-1') -- law: barnevernsloven-2-1
 ) AS r (name, period, owner, paragraph);
INSERT INTO rule_limit (version, name, number, paragraph)
SELECT v.version, l.name, l.number, l.paragraph
  FROM (SELECT DISTINCT version FROM rule) v
 CROSS JOIN (VALUES
    ('BREACH_HOURS', 72, 'personvernforordningen-33'), -- law: personvernforordningen-33
    ('BREACH_REMIND', 48, 'personvernforordningen-33') -- law: personvernforordningen-33
 ) AS l (name, number, paragraph);
