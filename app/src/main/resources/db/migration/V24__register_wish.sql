-- Units that the register is followed for since their leader has logged in, though there is neither a
-- letter nor a grant there yet.
CREATE TABLE register_wish (
    unit      text PRIMARY KEY REFERENCES unit,
    wished_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON register_wish TO ${app_role};
