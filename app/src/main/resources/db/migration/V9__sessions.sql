-- Sessions of people, of the form that Spring Session gives them (its schema-postgresql.sql), so that
-- every node knows them. attribute_bytes are sealed; principal_name is the person's id here.
CREATE TABLE login_session (
    primary_id            char(36) PRIMARY KEY,
    session_id            char(36) NOT NULL UNIQUE,
    creation_time         bigint NOT NULL,
    last_access_time      bigint NOT NULL,
    max_inactive_interval int NOT NULL,
    expiry_time           bigint NOT NULL,
    principal_name        varchar(100)
);
CREATE INDEX login_session_expiry ON login_session (expiry_time);
CREATE INDEX login_session_principal ON login_session (principal_name);

CREATE TABLE login_session_attributes (
    session_primary_id char(36) NOT NULL REFERENCES login_session ON DELETE CASCADE,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON login_session, login_session_attributes TO ${app_role};
