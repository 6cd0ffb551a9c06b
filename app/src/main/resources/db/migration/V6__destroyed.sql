-- When a letter's content is destroyed, what names it goes too: the documents' names at once, and what
-- the dispatch says for all its letters (title, references, case worker) with the last of their keys.
GRANT UPDATE (name) ON document TO ${app_role};
GRANT UPDATE (senders_reference, case_number, case_worker) ON dispatch TO ${app_role};

UPDATE document d SET name = '' FROM letter l WHERE l.id = d.letter AND l.destroyed_at IS NOT NULL;
UPDATE dispatch d SET title = '', senders_reference = NULL, case_number = NULL, case_worker = NULL
 WHERE NOT EXISTS (SELECT 1 FROM letter l JOIN letter_key k ON k.letter = l.id WHERE l.dispatch = d.id);
