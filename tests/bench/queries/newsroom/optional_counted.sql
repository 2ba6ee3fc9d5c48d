SELECT count(*) FROM quads a LEFT JOIN quads b ON b.s = a.o AND b.p = {r:visit}
WHERE a.p = {k:mentions}
