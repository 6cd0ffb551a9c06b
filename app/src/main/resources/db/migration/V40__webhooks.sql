-- Where organisations want to be told of what happens. The secret is not here: it is worked out anew from a key
-- in a file, each time something is signed.
CREATE TABLE webhook (
    id            uuid PRIMARY KEY,
    unit          text NOT NULL REFERENCES unit,
    address       text NOT NULL,
    -- Also of what lies at the organisation's units.
    received      boolean NOT NULL,
    made_at       timestamptz NOT NULL,
    ended_at      timestamptz,
    -- How far its events have been sent: a cursor of the feed.
    position      bigint NOT NULL,
    mark          text NOT NULL,
    -- The last time that something was taken there.
    taken_at      timestamptz,
    next_at       timestamptz NOT NULL,
    -- Of the event that is next.
    failures      int NOT NULL DEFAULT 0,
    failing_since timestamptz,
    -- Since when nothing has been taken there, whatever has been set aside meanwhile.
    silent_since  timestamptz,
    last_fault    text,
    claim         uuid,
    claimed_until timestamptz
);
CREATE INDEX webhook_unit ON webhook (unit) WHERE ended_at IS NULL;
CREATE INDEX webhook_next ON webhook (next_at) WHERE ended_at IS NULL;

-- What did not come through, and was set aside so that what comes after it would.
CREATE TABLE webhook_aside (
    webhook  uuid NOT NULL REFERENCES webhook,
    position bigint NOT NULL,
    mark     text NOT NULL,
    event    text NOT NULL,
    letter   uuid NOT NULL,
    type     text NOT NULL,
    at       timestamptz NOT NULL,
    failures int NOT NULL,
    fault    text NOT NULL,
    PRIMARY KEY (webhook, position)
);

GRANT SELECT, INSERT, UPDATE ON webhook TO ${app_role};
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_aside TO ${app_role};
