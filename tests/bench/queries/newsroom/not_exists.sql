SELECT count(*) FROM quads a WHERE a.p = {k:mentions}
AND NOT EXISTS (SELECT 1 FROM quads b WHERE b.p = {r:visit} AND b.s = a.o)
