-- One reminder of all that waits where somebody administers access, and no longer of reviews alone: sent when
-- something has come since (told: when the newest came of what the address was told), else once a week at most.
ALTER TABLE review_reminder RENAME TO access_reminder;
ALTER TABLE access_reminder ADD COLUMN told timestamptz;
UPDATE access_reminder SET told = sent_at;
ALTER TABLE access_reminder ALTER COLUMN told SET NOT NULL;
GRANT UPDATE (told) ON access_reminder TO ${app_role};

-- It has another name among what is woken, and what is not woken any more must not be seen as failing.
DELETE FROM scheduled_tasks WHERE task_name = 'reviews';

-- When somebody left, at a unit where they were known or held something: from then on they are not to be chosen
-- there, until they are entered anew or given something. Their name stays, for what they did.
ALTER TABLE known_at ADD COLUMN left_at timestamptz;
GRANT UPDATE (left_at) ON known_at TO ${app_role};
