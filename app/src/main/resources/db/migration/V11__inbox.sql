-- Who at the recipient has a letter, and when one of its readers was done with it. Only what has been
-- opened can be handled: an unopened letter leaves nobody's sight.
ALTER TABLE letter
    ADD COLUMN assignee uuid REFERENCES person,
    ADD COLUMN assigned_at timestamptz,
    ADD COLUMN handled_by uuid REFERENCES person,
    ADD COLUMN handled_at timestamptz,
    ADD CHECK ((assignee IS NULL) = (assigned_at IS NULL)),
    ADD CHECK ((handled_by IS NULL) = (handled_at IS NULL)),
    ADD CONSTRAINT handled_was_opened CHECK (handled_at IS NULL OR state = 'OPENED');
CREATE INDEX letter_inbox_not_handled ON letter (recipient, category, id)
    WHERE state = 'OPENED' AND handled_at IS NULL;
CREATE INDEX letter_assignee ON letter (assignee, id) WHERE assignee IS NOT NULL;
GRANT UPDATE (assignee, assigned_at, handled_by, handled_at) ON letter TO ${app_role};
