-- What one addressee is to be told: however many wait, a claim finds those of a few by themselves.
CREATE INDEX notice_addressee ON notice (addressee, next_attempt_at) WHERE state = 'ORDERED';

-- The figures of very many letters are read from the indexes alone.
DROP INDEX letter_sent_available;
DROP INDEX letter_came_available;
DROP INDEX letter_sent_opened;
DROP INDEX letter_came_opened;
CREATE INDEX letter_sent_available ON letter (sender, available_at) INCLUDE (opened_at)
    WHERE available_at IS NOT NULL;
CREATE INDEX letter_came_available ON letter (recipient, available_at) INCLUDE (opened_at)
    WHERE available_at IS NOT NULL;
CREATE INDEX letter_sent_opened ON letter (sender, opened_at) INCLUDE (available_at)
    WHERE opened_at IS NOT NULL;
CREATE INDEX letter_came_opened ON letter (recipient, opened_at) INCLUDE (available_at)
    WHERE opened_at IS NOT NULL;
ALTER TABLE letter_month
    DROP CONSTRAINT letter_month_pkey,
    ADD PRIMARY KEY (side, unit, month, category) INCLUDE (available, opened_in_week);
