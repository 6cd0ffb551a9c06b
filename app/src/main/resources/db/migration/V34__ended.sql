-- What somebody has ended holds no more on any node, however far behind its clock is. Until when it held
-- stays in valid_until, which by itself is compared with the clock of whoever asks.
ALTER TABLE access_grant ADD COLUMN ended_at timestamptz;
ALTER TABLE letter_share ADD COLUMN ended_at timestamptz;
GRANT UPDATE (ended_at) ON access_grant, letter_share TO ${app_role};
