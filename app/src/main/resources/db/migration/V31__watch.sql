-- The watch: what has come to units, whatever became of it, and what was sent or came in a span of time.
-- A letter that has not become available is not yet its recipient's to see.
-- When a letter became available stays known, also of those that were closed unopened.
UPDATE letter l SET available_at = e.at
  FROM ledger_entry e
 WHERE l.state IN ('WITHDRAWN', 'SETTLED', 'POSTED') AND l.available_at IS NULL
   AND e.subject = 'letter:' || l.id AND e.type = 'LetterAvailable';

CREATE INDEX letter_came ON letter (recipient, id) WHERE available_at IS NOT NULL;
CREATE INDEX letter_came_unopened ON letter (recipient, id) WHERE state = 'AVAILABLE';
CREATE INDEX letter_sent_available ON letter (sender, available_at) WHERE available_at IS NOT NULL;
CREATE INDEX letter_came_available ON letter (recipient, available_at) WHERE available_at IS NOT NULL;
CREATE INDEX letter_sent_opened ON letter (sender, opened_at) WHERE opened_at IS NOT NULL;
CREATE INDEX letter_came_opened ON letter (recipient, opened_at) WHERE opened_at IS NOT NULL;
-- Found by the day on which they became available; letters come in that order.
CREATE INDEX letter_available ON letter USING brin (available_at) WITH (pages_per_range = 16);

-- What became available in a month in Norway, and how much of it was opened within a week: counted once
-- nothing of it can change any more, so that no page counts closed letters again.
CREATE TABLE letter_month (
    side           text NOT NULL CHECK (side IN ('SENDER', 'RECIPIENT')),
    unit           text NOT NULL REFERENCES unit,
    category       text NOT NULL REFERENCES category,
    -- Its first day.
    month          date NOT NULL,
    available      bigint NOT NULL,
    opened_in_week bigint NOT NULL CHECK (opened_in_week <= available),
    PRIMARY KEY (side, unit, month, category)
);
GRANT SELECT, INSERT ON letter_month TO ${app_role};
GRANT UPDATE (available, opened_in_week) ON letter_month TO ${app_role};

-- Up to which day that was counted: one row.
CREATE TABLE letter_counted (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    through date NOT NULL
);
GRANT SELECT, INSERT ON letter_counted TO ${app_role};
GRANT UPDATE (through) ON letter_counted TO ${app_role};

-- What a sender asks by.
CREATE INDEX dispatch_case_number ON dispatch (sender, case_number) WHERE case_number IS NOT NULL;
CREATE INDEX dispatch_reference ON dispatch (sender, senders_reference) WHERE senders_reference IS NOT NULL;
