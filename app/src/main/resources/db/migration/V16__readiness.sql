-- What a sender wants done about recipients that cannot open what it sends. Without a row here, or
-- above, it is sent, and whoever can mend it is told.
CREATE TABLE sending_policy (
    unit     text PRIMARY KEY REFERENCES unit,
    response text NOT NULL CHECK (response IN ('SEND', 'HOLD', 'ASK'))
);
GRANT SELECT, INSERT ON sending_policy TO ${app_role};
GRANT UPDATE (response) ON sending_policy TO ${app_role};
