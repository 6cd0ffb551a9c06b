-- Paper: where units get post and whether their letters may go on paper, and print jobs.

-- The postal address, as the register tells it unless somebody has entered another. A unit without one
-- has that of the nearest unit above which has. In no fact and no log: it stands on envelopes only.
ALTER TABLE unit
    ADD COLUMN post_lines    text,
    ADD COLUMN post_code     text,
    ADD COLUMN post_city     text,
    ADD COLUMN post_country  text,
    ADD COLUMN post_by_hand  boolean NOT NULL DEFAULT false,
    -- How what the unit sends goes on paper when nobody opens it; empty where the unit above says.
    ADD COLUMN paper         text CHECK (paper IN ('NONE', 'PRINTER', 'BY_HAND')),
    ADD CHECK ((post_city IS NULL) = (post_lines IS NULL) AND (post_city IS NULL) = (post_code IS NULL)
               AND (post_city IS NULL) = (post_country IS NULL));

CREATE TABLE print_job (
    id            uuid PRIMARY KEY,
    letter        uuid NOT NULL REFERENCES letter,
    route         text NOT NULL CHECK (route IN ('PRINTER', 'BY_HAND')),
    state         text NOT NULL CHECK (state IN
                      ('ORDERED', 'HANDING_OVER', 'HANDED_OVER', 'PRINTED', 'POSTED', 'FAILED', 'STOPPED')),
    ordered_at    timestamptz NOT NULL,
    since         timestamptz NOT NULL,
    attempts      int NOT NULL DEFAULT 0,
    taken_by      uuid REFERENCES person,
    stop_ground   text,
    stop_missed   boolean NOT NULL DEFAULT false,
    reason        text,
    printed       boolean NOT NULL DEFAULT false,
    contradicted  boolean NOT NULL DEFAULT false,
    sheets        int,
    pages         int,
    tries         int NOT NULL DEFAULT 0,
    next_at       timestamptz,
    -- What holds for letters holds for their paper: ended, or a next look.
    CONSTRAINT ended_or_next_look CHECK (state IN ('POSTED', 'FAILED', 'STOPPED') OR next_at IS NOT NULL)
);
-- At most once: a letter has one job at a time.
CREATE UNIQUE INDEX print_job_open ON print_job (letter)
    WHERE state NOT IN ('POSTED', 'FAILED', 'STOPPED');
CREATE INDEX print_job_letter ON print_job (letter);
CREATE INDEX print_job_due ON print_job (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX print_job_waiting ON print_job (ordered_at) WHERE state IN ('ORDERED', 'HANDED_OVER');
GRANT SELECT, INSERT ON print_job TO ${app_role};
GRANT UPDATE (state, since, attempts, taken_by, stop_ground, stop_missed, reason, printed, contradicted,
              sheets, pages, tries, next_at) ON print_job TO ${app_role};

INSERT INTO rule (version, name, period, owner, paragraph) VALUES
    (1, 'PRINT_SILENT', 'P5D', 'SENDER', 'eforvaltningsforskriften-15'), -- law: eforvaltningsforskriften-15
    (2, 'PRINT_SILENT', 'P5D', 'SENDER', 'eforvaltningsforskriften-15'); -- law: eforvaltningsforskriften-15
