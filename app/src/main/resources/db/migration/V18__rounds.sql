-- That work which falls due was done: one row for each kind of work and day in Norway.
CREATE TABLE work_round (
    day         date NOT NULL,
    work        text NOT NULL,
    rounds      integer NOT NULL CHECK (rounds > 0),
    last_at     timestamptz NOT NULL,
    -- seconds
    longest_gap bigint NOT NULL CHECK (longest_gap >= 0),
    PRIMARY KEY (work, day)
);
GRANT SELECT, INSERT ON work_round TO ${app_role};
GRANT UPDATE (rounds, last_at, longest_gap) ON work_round TO ${app_role};

-- From where to read on in what others keep in order, such as a gateway's reports.
CREATE TABLE reading_place (
    name  text PRIMARY KEY,
    place text NOT NULL
);
GRANT SELECT, INSERT ON reading_place TO ${app_role};
GRANT UPDATE (place) ON reading_place TO ${app_role};

-- Where nobody can open it, a sender may want it on paper at once.
ALTER TABLE sending_policy DROP CONSTRAINT sending_policy_response_check;
ALTER TABLE sending_policy ADD CHECK (response IN ('SEND', 'HOLD', 'ASK', 'PAPER'));

-- Versions of the rule table are entered by a command; what is there is never changed.
GRANT INSERT ON rule, plan_step TO ${app_role};
