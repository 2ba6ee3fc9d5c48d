SELECT count(*) FROM quads a JOIN quads b ON a.s = b.s JOIN quads c ON a.s = c.s JOIN quads e ON a.s = e.s
WHERE a.p = {k:text} AND b.p = {k:index} AND c.p = {k:partOf} AND e.p = {k:mentions}
