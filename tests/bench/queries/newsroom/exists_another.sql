SELECT count(*) FROM quads a WHERE a.p = {k:mentions}
AND EXISTS (SELECT 1 FROM quads b WHERE b.p = {k:mentions} AND b.o = a.o AND b.s <> a.s)
