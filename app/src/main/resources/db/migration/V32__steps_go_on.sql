-- When a letter was last chased by a look, and not only looked at: the pause between the steps of its plan is
-- counted from there. Of letters that are under way the last look, from which it was counted before; their
-- next look is worked out anew at the one that comes.
ALTER TABLE letter ADD COLUMN chased_at timestamptz;
UPDATE letter SET chased_at = last_look_at WHERE state = 'AVAILABLE' AND steps > 0;
GRANT UPDATE (chased_at) ON letter TO ${app_role};

-- Whether its sender wants it on paper at once, since nobody could open it: such a letter is looked at when it
-- becomes available, whenever its plan begins.
ALTER TABLE letter ADD COLUMN for_paper boolean NOT NULL DEFAULT false;
UPDATE letter l SET for_paper = true
  FROM ledger_entry e
 WHERE l.state IN ('ACCEPTED', 'AVAILABLE') AND e.subject = 'letter:' || l.id
   AND e.type = 'RecipientNotReady' AND e.fact->>'response' = 'PAPER';
UPDATE letter SET next_look_at = available_at, next_look_reason = 'NO_READER'
 WHERE for_paper AND state = 'AVAILABLE' AND looks = 0 AND next_look_at > available_at;
GRANT UPDATE (for_paper) ON letter TO ${app_role};

-- For how long content is kept, for some letters other than for all: as plan_step, by what a plan is for.
CREATE TABLE plan_keep (
    version   int  NOT NULL,
    sender    text REFERENCES unit,
    category  text REFERENCES category,
    recipient text REFERENCES unit,
    name      text NOT NULL CHECK (name IN ('KEEP_OPENED', 'KEEP_WITHDRAWN')),
    period    text NOT NULL,
    owner     text NOT NULL CHECK (owner IN ('SENDER', 'RECIPIENT', 'OPERATOR')),
    paragraph text NOT NULL,
    UNIQUE NULLS NOT DISTINCT (version, sender, category, recipient, name)
);
GRANT SELECT, INSERT ON plan_keep TO ${app_role};
