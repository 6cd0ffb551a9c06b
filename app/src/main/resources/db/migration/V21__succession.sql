-- Where a unit stood before the register moved it. The register tells that a unit is gone, and never by
-- whom it was taken over; where what stood beneath it stands now is how that shows.
ALTER TABLE registered_unit ADD COLUMN moved_from text REFERENCES unit;
CREATE INDEX registered_unit_moved_from ON registered_unit (moved_from) WHERE moved_from IS NOT NULL;

UPDATE registered_unit r
   SET moved_from = e.fact ->> 'from'
  FROM (SELECT DISTINCT ON (subject) subject, fact FROM ledger_entry
         WHERE type = 'UnitMoved' ORDER BY subject, at DESC, number DESC) e
 WHERE e.subject = 'unit:' || r.unit
   AND EXISTS (SELECT 1 FROM unit u WHERE u.number = e.fact ->> 'from');

-- A unit that is gone, and the one that has everything that stood right beneath it: both of the public
-- sector, where that is a merger. It gives nobody any right; it says who should see to what is left there.
CREATE VIEW succession (unit, successor) AS
SELECT merged.unit, merged.successor
  FROM (SELECT gone.unit, min(moved.parent) AS successor
          FROM registered_unit gone
          JOIN registered_unit m ON m.moved_from = gone.unit AND NOT m.dissolved
          JOIN unit moved ON moved.number = m.unit
         WHERE gone.dissolved
           AND gone.form IN (SELECT code FROM recipient_form)
           AND NOT EXISTS (SELECT 1 FROM unit left_there
                             LEFT JOIN registered_unit l ON l.unit = left_there.number
                            WHERE left_there.parent = gone.unit
                              AND NOT coalesce(l.dissolved, false))
         GROUP BY gone.unit
        HAVING count(*) = count(moved.parent) AND count(DISTINCT moved.parent) = 1) merged
  JOIN registered_unit s ON s.unit = merged.successor AND NOT s.dissolved
 WHERE s.form IN (SELECT code FROM recipient_form);
GRANT SELECT ON succession TO ${app_role};
