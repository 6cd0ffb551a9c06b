-- The routine: controls that fall due, whether they were done, and figures by e-mail.
CREATE TABLE control (
    id          uuid PRIMARY KEY,
    unit        text NOT NULL REFERENCES unit,
    about       text NOT NULL CHECK (about IN ('RECEIVED', 'SENT', 'READINESS')),
    -- As it was typed; in words of any of the languages.
    question    text NOT NULL CHECK (char_length(question) <= 400),
    every       text NOT NULL CHECK (every IN ('DAY', 'WEEK', 'MONTH')),
    day         int  NOT NULL,
    time        time NOT NULL,
    within      int  NOT NULL CHECK (within BETWEEN 0 AND 4),
    responsible uuid NOT NULL REFERENCES person,
    deputy      uuid REFERENCES person CHECK (deputy <> responsible),
    set_at      timestamptz NOT NULL,
    -- When it falls due next.
    next_at     timestamptz NOT NULL,
    ended_at    timestamptz
);
CREATE INDEX control_due ON control (next_at) WHERE ended_at IS NULL;
CREATE INDEX control_unit ON control (unit);
GRANT SELECT, INSERT ON control TO ${app_role};
GRANT UPDATE (next_at, ended_at) ON control TO ${app_role};

-- One time that it fell due. Until somebody has accounted for it, it has a next look with a reason; the owner is a
-- person, or else those who administer access at the unit.
CREATE TABLE control_run (
    id           uuid PRIMARY KEY,
    control      uuid NOT NULL REFERENCES control,
    unit         text NOT NULL REFERENCES unit,
    planned_at   timestamptz NOT NULL,
    opened_at    timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    skipped      int NOT NULL CHECK (skipped >= 0),
    owner        uuid REFERENCES person,
    next_look_at timestamptz,
    look_reason  text CHECK (look_reason IN ('DUE', 'MISSED')),
    missed_at    timestamptz,
    escalated_at timestamptz,
    accounted    boolean NOT NULL DEFAULT false,
    CHECK (accounted = (next_look_at IS NULL) AND accounted = (look_reason IS NULL))
);
CREATE INDEX control_run_look ON control_run (next_look_at) WHERE next_look_at IS NOT NULL;
CREATE INDEX control_run_unit ON control_run (unit, due_at DESC, id);
CREATE INDEX control_run_control ON control_run (control, due_at DESC);
GRANT SELECT, INSERT ON control_run TO ${app_role};
GRANT UPDATE (owner, next_look_at, look_reason, missed_at, escalated_at, accounted) ON control_run TO ${app_role};

-- That it was done, or why not: written once, never changed, never deleted (law: eforvaltningsforskriften-15).
CREATE TABLE control_record (
    run     uuid PRIMARY KEY REFERENCES control_run,
    at      timestamptz NOT NULL,
    person  uuid NOT NULL REFERENCES person,
    outcome text NOT NULL CHECK (outcome IN ('DONE', 'NOT_DONE')),
    late    boolean NOT NULL,
    found   bigint NOT NULL CHECK (found >= 0),
    more    boolean NOT NULL,
    places  bigint NOT NULL CHECK (places >= 0),
    oldest  timestamptz,
    remark  text NOT NULL CHECK (char_length(remark) <= 1000)
);
GRANT SELECT, INSERT ON control_record TO ${app_role};

-- The letters that were on its list then.
CREATE TABLE control_letter (
    run      uuid NOT NULL REFERENCES control_run,
    position int  NOT NULL,
    letter   uuid NOT NULL REFERENCES letter,
    PRIMARY KEY (run, position)
);
GRANT SELECT, INSERT ON control_letter TO ${app_role};

-- Who is to be told of a run, and whether they were. Kept apart from notices of letters, which are facts of letters.
CREATE TABLE control_notice (
    id      uuid PRIMARY KEY,
    run     uuid NOT NULL REFERENCES control_run,
    kind    text NOT NULL CHECK (kind IN ('DUE', 'MISSED', 'ESCALATED')),
    -- Empty: those who administer access at the unit.
    person  uuid REFERENCES person,
    ordered_at timestamptz NOT NULL,
    try_at  timestamptz,
    sent_at timestamptz
);
CREATE INDEX control_notice_try ON control_notice (try_at) WHERE try_at IS NOT NULL;
CREATE INDEX control_notice_run ON control_notice (run);
GRANT SELECT, INSERT ON control_notice TO ${app_role};
GRANT UPDATE (try_at, sent_at) ON control_notice TO ${app_role};

-- Figures by e-mail to somebody who oversees the unit.
CREATE TABLE figure_report (
    id      uuid PRIMARY KEY,
    unit    text NOT NULL REFERENCES unit,
    every   text NOT NULL CHECK (every IN ('WEEK', 'MONTH')),
    day     int  NOT NULL,
    time    time NOT NULL,
    person  uuid NOT NULL REFERENCES person,
    set_at  timestamptz NOT NULL,
    next_at timestamptz NOT NULL,
    try_at  timestamptz NOT NULL,
    sent_at timestamptz,
    ended_at timestamptz
);
CREATE UNIQUE INDEX figure_report_once ON figure_report (unit, person, every) WHERE ended_at IS NULL;
CREATE INDEX figure_report_due ON figure_report (try_at) WHERE ended_at IS NULL;
GRANT SELECT, INSERT ON figure_report TO ${app_role};
GRANT UPDATE (next_at, try_at, sent_at, ended_at) ON figure_report TO ${app_role};

INSERT INTO rule (version, name, period, owner, paragraph)
SELECT v.version, r.name, r.period, r.owner, r.paragraph
  FROM (SELECT DISTINCT version FROM rule) v
 CROSS JOIN (VALUES
    ('CONTROL_AGAIN', 'P1D', 'OPERATOR', 'eforvaltningsforskriften-15'), -- law: eforvaltningsforskriften-15
    ('CONTROL_ESCALATE', 'P2D', 'OPERATOR', 'eforvaltningsforskriften-15') -- law: eforvaltningsforskriften-15
 ) AS r (name, period, owner, paragraph);
