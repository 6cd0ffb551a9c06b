-- When a letter was last chased by a look, and not only looked at: the pause between the steps of its plan is
-- counted from there. Of letters that are under way the last look, from which it was counted before; their
-- next look is worked out anew at the one that comes.
ALTER TABLE letter ADD COLUMN chased_at timestamptz;
UPDATE letter SET chased_at = last_look_at WHERE state = 'AVAILABLE' AND steps > 0;
GRANT UPDATE (chased_at) ON letter TO ${app_role};
