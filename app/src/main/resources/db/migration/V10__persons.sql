-- A person may be known by their national identity number before they ever log in. The number itself
-- is never here: the pseudonym (HMAC-SHA-256) finds them, and number_sealed (AES-256-GCM) can be
-- opened for an administrator who must see it. Both keys lie in the keys folder.
ALTER TABLE person
    ALTER COLUMN issuer DROP NOT NULL,
    ALTER COLUMN subject DROP NOT NULL,
    ADD COLUMN pseudonym bytea UNIQUE CHECK (length(pseudonym) = 32),
    ADD COLUMN number_sealed bytea,
    ADD CHECK ((issuer IS NULL) = (subject IS NULL)),
    ADD CHECK ((pseudonym IS NULL) = (number_sealed IS NULL)),
    ADD CHECK (issuer IS NOT NULL OR pseudonym IS NOT NULL);

ALTER TABLE known_key DROP CONSTRAINT known_key_kind_check;
ALTER TABLE known_key ADD CHECK (kind IN ('VAULT', 'LEDGER', 'PERSONS'));
