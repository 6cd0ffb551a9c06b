-- A session is found by whose it is, and by the login at the provider that began it, which may end there:
-- principal_name is the person's id and, after a space, a keyed digest of the login's sid, if it has one.
ALTER TABLE login_session
    ADD COLUMN found_by text[] GENERATED ALWAYS AS (string_to_array(principal_name, ' ')) STORED;
CREATE INDEX login_session_found_by ON login_session USING gin (found_by);
DROP INDEX login_session_principal;
