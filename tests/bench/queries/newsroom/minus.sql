SELECT count(*) FROM quads a WHERE a.p = {k:partOf}
AND NOT EXISTS (SELECT 1 FROM quads b WHERE b.p = {k:evidence} AND b.o = a.s)
