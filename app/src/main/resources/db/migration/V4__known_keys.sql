-- The keys that the nodes keep in files, by id and never the keys themselves, so that a node which
-- has made its own at its first start is found out before it seals a letter that no other can open.
CREATE TABLE known_key (
    kind        text NOT NULL CHECK (kind IN ('VAULT', 'LEDGER')),
    id          text NOT NULL,
    PRIMARY KEY (kind, id)
);
INSERT INTO known_key (kind, id)
    SELECT 'VAULT', key_id FROM letter_key
    UNION SELECT 'VAULT', key_id FROM upload
    UNION SELECT 'LEDGER', key_id FROM ledger_checkpoint;
GRANT SELECT, INSERT ON known_key TO ${app_role};
