-- The feed of events: every entry of the ledger about a letter, in one order for all chains. A number is given
-- under a lock that is held until the commit, and only to what is committed: whoever has read up to one has
-- read all before it. It begins here; what happened before stands in the ledger alone. No key refers to the
-- letter: whoever works with that holds its row, and the feed waits for nobody.
CREATE TABLE event (
    position  bigint PRIMARY KEY,
    chain     text NOT NULL,
    number    bigint NOT NULL,
    letter    uuid NOT NULL,
    sender    text NOT NULL,
    recipient text NOT NULL,
    -- Never before the entry's own time, and never before that of an earlier position.
    noted_at  timestamptz NOT NULL,
    UNIQUE (chain, number)
);
CREATE INDEX event_sender ON event (sender, position);
CREATE INDEX event_recipient ON event (recipient, position);
CREATE INDEX event_noted ON event (noted_at, position);

-- How far each chain is in the feed.
CREATE TABLE event_chain (
    chain  text PRIMARY KEY,
    number bigint NOT NULL
);
INSERT INTO event_chain (chain, number) SELECT chain, number FROM ledger_head;

-- Where the feed ends: one row, locked by whoever adds to it.
CREATE TABLE event_end (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    position bigint NOT NULL,
    noted_at timestamptz NOT NULL
);
INSERT INTO event_end (position, noted_at) VALUES (0, '-infinity');

GRANT SELECT, INSERT ON event TO ${app_role};
GRANT SELECT, INSERT ON event_chain TO ${app_role};
GRANT UPDATE (number) ON event_chain TO ${app_role};
GRANT SELECT ON event_end TO ${app_role};
GRANT UPDATE (position, noted_at) ON event_end TO ${app_role};
