-- What one addressee is to be told: however many wait, a claim finds those of a few by themselves.
CREATE INDEX notice_addressee ON notice (addressee, next_attempt_at) WHERE state = 'ORDERED';
