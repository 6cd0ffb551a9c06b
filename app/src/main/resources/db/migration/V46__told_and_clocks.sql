-- By which notices those who can open a letter have been told of it, the first of them first, with when each went
-- out: one that comes back has told nobody. Of letters under way those that went out and have not failed.
ALTER TABLE letter ADD COLUMN told uuid[] NOT NULL DEFAULT '{}';
ALTER TABLE letter ADD COLUMN told_at timestamptz[] NOT NULL DEFAULT '{}';
UPDATE letter l SET told = n.ids, told_at = n.times
  FROM (SELECT letter, (array_agg(id ORDER BY sent_at, id))[1:20] AS ids,
               (array_agg(sent_at ORDER BY sent_at, id))[1:20] AS times
          FROM notice
         WHERE kind IN ('ARRIVED', 'STILL_UNOPENED') AND state IN ('SENT', 'DELIVERED') AND sent_at IS NOT NULL
         GROUP BY letter) n
 WHERE n.letter = l.id AND l.state = 'AVAILABLE';
GRANT UPDATE (told, told_at) ON letter TO ${app_role};

-- Days that a clock far ahead has written down rounds for are put away when it is right again.
GRANT DELETE ON work_round TO ${app_role};
