-- Each hour it is asked at which units letters lie that somebody could open: whether anybody still can.
CREATE INDEX letter_readable ON letter (recipient, category) WHERE state = 'AVAILABLE' AND NOT readerless;
