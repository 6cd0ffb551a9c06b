-- When an address was last reminded that access there is to be gone through: once a week at most.
CREATE TABLE review_reminder (
    contact uuid PRIMARY KEY REFERENCES contact ON DELETE CASCADE,
    sent_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, DELETE ON review_reminder TO ${app_role};
GRANT UPDATE (sent_at) ON review_reminder TO ${app_role};
