-- One row: the random id that ties this database to its vault, which holds the same. A database
-- beside another's vault would take all that lies there for nobody's.
CREATE TABLE bond (
    one         boolean PRIMARY KEY DEFAULT true CHECK (one),
    id          uuid NOT NULL
);
GRANT SELECT, INSERT ON bond TO ${app_role};
