-- How many notices are long past being tried is asked by every look at health, however many wait.
CREATE INDEX notice_ordered ON notice (ordered_at) WHERE state = 'ORDERED';
