-- How many messages in a row came back from an address: one that never takes them is not an address at
-- which somebody is told, whatever reason it gives.
ALTER TABLE contact ADD COLUMN bounces int NOT NULL DEFAULT 0;
GRANT UPDATE (bounces) ON contact TO ${app_role};

-- When somebody was last told that letters have arrived, at an address.
CREATE INDEX notice_contact ON notice (contact, kind, sent_at);
