SELECT count(*) FROM quads a WHERE a.p = {k:mentions}
AND EXISTS (SELECT 1 FROM quads b JOIN quads c ON c.s = b.o WHERE b.p = {r:visit} AND c.p = {r:support} AND b.s = a.o)
