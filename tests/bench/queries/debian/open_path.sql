WITH RECURSIVE path(a, b) AS (
  SELECT s, o FROM quads WHERE p = {w:hypernym}
  UNION SELECT path.a, q.o FROM path JOIN quads q ON q.s = path.b WHERE q.p = {w:hypernym})
SELECT count(*) FROM path
