-- What holds at a time, said once for all who ask: begun, not over, and ended by nobody. What somebody has ended
-- holds at no time, however far behind the clock of whoever asks is (V34). Each is written into the question that
-- asks, as a view is: nothing of it is in the way of an index.
CREATE FUNCTION stands(valid_until timestamptz, ended_at timestamptz, at timestamptz) RETURNS boolean
    LANGUAGE sql IMMUTABLE AS $$ SELECT ended_at IS NULL AND (valid_until IS NULL OR valid_until > at) $$;

CREATE FUNCTION grants_at(at timestamptz) RETURNS SETOF access_grant
    LANGUAGE sql STABLE AS $$
        SELECT * FROM access_grant g WHERE g.valid_from <= at AND stands(g.valid_until, g.ended_at, at)
    $$;
CREATE FUNCTION shares_at(at timestamptz) RETURNS SETOF letter_share
    LANGUAGE sql STABLE AS $$
        SELECT * FROM letter_share s WHERE s.valid_from <= at AND stands(s.valid_until, s.ended_at, at)
    $$;
