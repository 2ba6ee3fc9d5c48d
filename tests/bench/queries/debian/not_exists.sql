SELECT count(*) FROM quads a WHERE a.p = {d:section}
AND NOT EXISTS (SELECT 1 FROM quads b WHERE b.p = {d:depends} AND b.o = a.s)
