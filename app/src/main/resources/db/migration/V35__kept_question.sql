-- Questions about letters that people keep under a name, for themselves or for all who oversee a unit. They
-- are about organisations, and hold no person's number.
CREATE TABLE kept_question (
    id       uuid PRIMARY KEY,
    side     text NOT NULL CHECK (side IN ('SENDER', 'RECIPIENT')),
    person   uuid NOT NULL REFERENCES person,
    -- Those who oversee it see the question, too; none if it is the person's alone.
    unit     text REFERENCES unit,
    name     text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
    question text NOT NULL CHECK (char_length(question) <= 300),
    view     text NOT NULL,
    kept_at  timestamptz NOT NULL
);
CREATE UNIQUE INDEX kept_question_own ON kept_question (person, side, lower(name)) WHERE unit IS NULL;
CREATE UNIQUE INDEX kept_question_shared ON kept_question (unit, side, lower(name)) WHERE unit IS NOT NULL;
GRANT SELECT, INSERT, DELETE ON kept_question TO ${app_role};
GRANT UPDATE (question, view, kept_at) ON kept_question TO ${app_role};
