-- What somebody is called who was entered by number is for those who entered them: a number must not
-- tell another organisation whose it is.
ALTER TABLE known_at ADD COLUMN name text NOT NULL DEFAULT '';
UPDATE known_at k SET name = p.name FROM person p WHERE p.id = k.person AND p.issuer IS NULL;
UPDATE person p SET name = ''
 WHERE issuer IS NULL AND EXISTS (SELECT 1 FROM known_at k WHERE k.person = p.id);
CREATE INDEX known_at_person ON known_at (person);
GRANT UPDATE (name) ON known_at TO ${app_role};

-- The main unit of the organisation that a unit is a part of.
CREATE FUNCTION main_unit(place text) RETURNS text LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
    WITH RECURSIVE up (number, parent, depth) AS (
        SELECT number, parent, 0 FROM unit WHERE number = place
        UNION ALL
        SELECT p.number, p.parent, up.depth + 1
          FROM up JOIN unit p ON p.number = up.parent
         WHERE up.depth < 20
    )
    SELECT number FROM up ORDER BY depth DESC LIMIT 1
$$;

-- What a person is called in the organisations of these units: as entered there, or else as their login
-- or the operator tells.
CREATE FUNCTION name_at(who uuid, places text[]) RETURNS text LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce(
        (SELECT k.name FROM known_at k
          WHERE k.person = who AND k.name <> ''
            AND main_unit(k.unit) IN (SELECT main_unit(p) FROM unnest(places) p)
          ORDER BY k.unit LIMIT 1),
        (SELECT name FROM person WHERE id = who))
$$;
