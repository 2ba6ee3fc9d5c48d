WITH RECURSIVE path(a, b) AS (
  SELECT s, o FROM quads WHERE p = {r:appoint}
  UNION SELECT path.a, q.o FROM path JOIN quads q ON q.s = path.b WHERE q.p = {r:appoint})
SELECT count(*) FROM path
