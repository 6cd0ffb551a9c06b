-- What Enhetsregisteret has said of a unit. A unit without a row here was entered by hand.
CREATE TABLE registered_unit (
    unit         text PRIMARY KEY REFERENCES unit,
    form         text NOT NULL,
    dissolved    boolean NOT NULL DEFAULT false,
    dissolved_on date,
    seen_at      timestamptz NOT NULL,
    CHECK (dissolved OR dissolved_on IS NULL)
);

-- Organisation forms whose units, and the units beneath them, are entered from the bulk file because
-- they may be sent confidential mail: the public sector and what it owns under laws of its own
-- (health enterprises are SÆR). Others are entered when Segl has mail or access for them.
-- Source: Enhetsregisteret, "organisasjonsformer" (/enhetsregisteret/api/organisasjonsformer).
CREATE TABLE recipient_form (
    code         text PRIMARY KEY,
    name         text NOT NULL
);
INSERT INTO recipient_form (code, name) VALUES
    ('ADOS', 'Administrativ enhet - offentlig sektor'),
    ('FKF', 'Fylkeskommunalt foretak'),
    ('FYLK', 'Fylkeskommune'),
    ('IKS', 'Interkommunalt selskap'),
    ('KF', 'Kommunalt foretak'),
    ('KOMM', 'Kommune'),
    ('ORGL', 'Organisasjonsledd'),
    ('SF', 'Statsforetak'),
    ('STAT', 'Staten'),
    ('SÆR', 'Annet foretak iflg. særskilt lov');

-- Roles whose holder may give access to others. An organisation in which nobody holds one of them can
-- never read confidential mail. Source: Altinn, "Correspondence", on recipients that lack roles
-- (error 1044), with the codes of Enhetsregisteret (/enhetsregisteret/api/roller/rolletyper).
CREATE TABLE key_role_code (
    code         text PRIMARY KEY,
    name         text NOT NULL
);
INSERT INTO key_role_code (code, name) VALUES
    ('BEST', 'Bestyrende reder'),
    ('DAGL', 'Daglig leder'),
    ('DTPR', 'Deltaker med delt ansvar'),
    ('DTSO', 'Deltaker med fullt ansvar'),
    ('INNH', 'Innehaver'),
    ('KOMP', 'Komplementar'),
    ('LEDE', 'Styrets leder');

-- Key roles that are held now. Never by whom: the register names persons without a number that would
-- tell them apart, and Segl asks again when it must know.
CREATE TABLE key_role (
    unit         text NOT NULL REFERENCES unit,
    code         text NOT NULL REFERENCES key_role_code,
    holders      int NOT NULL CHECK (holders > 0),
    changed_on   date,
    seen_at      timestamptz NOT NULL,
    PRIMARY KEY (unit, code)
);

-- How far each feed of updates has been read: the last id (oppdateringsid) that was taken in.
CREATE TABLE register_cursor (
    feed         text PRIMARY KEY CHECK (feed IN ('UNITS', 'SUBUNITS', 'ROLES')),
    last_id      bigint NOT NULL CHECK (last_id >= 0),
    moved_at     timestamptz NOT NULL
);

-- When the whole tree beneath a main unit was last compared with the register.
CREATE TABLE register_walk (
    top          text PRIMARY KEY REFERENCES unit,
    walked_at    timestamptz NOT NULL
);

GRANT SELECT ON registered_unit, recipient_form, key_role_code, key_role, register_cursor, register_walk
    TO ${app_role};
GRANT INSERT, UPDATE ON registered_unit, register_cursor, register_walk TO ${app_role};
GRANT INSERT, UPDATE, DELETE ON key_role TO ${app_role};
