-- How many times a letter has been claimed for work since something last came of it: what fails again and
-- again waits longer each time, keeps no other waiting, and becomes a case.
ALTER TABLE letter ADD COLUMN attempts int NOT NULL DEFAULT 0;
GRANT UPDATE (attempts) ON letter TO ${app_role};

-- A notice may be known to have come to its address.
ALTER TABLE notice DROP CONSTRAINT notice_state_check;
ALTER TABLE notice ADD CONSTRAINT notice_state_check
    CHECK (state IN ('ORDERED', 'SENT', 'DELIVERED', 'FAILED', 'DROPPED'));
