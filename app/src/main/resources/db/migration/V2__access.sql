-- From which units access to read goes down to which. A grant at a main unit holds at its sub-units,
-- and so does one at an organisation section; a section inherits nothing from the main unit.
-- Source: Altinn, "Innboks for hovudeiningar, organisasjonsledd og undereiningar".
CREATE TABLE inheritance (
    parent_kind text NOT NULL CHECK (parent_kind IN ('MAIN_UNIT', 'ORG_SECTION', 'SUBUNIT')),
    child_kind  text NOT NULL CHECK (child_kind IN ('MAIN_UNIT', 'ORG_SECTION', 'SUBUNIT')),
    PRIMARY KEY (parent_kind, child_kind)
);
INSERT INTO inheritance (parent_kind, child_kind) VALUES
    ('MAIN_UNIT', 'SUBUNIT'),
    ('ORG_SECTION', 'SUBUNIT');
GRANT SELECT ON inheritance TO ${app_role};
