SELECT count(*) FROM quads a JOIN quads b ON a.o = b.s JOIN quads c ON c.s = a.s AND c.o = b.o
WHERE a.p = {r:visit} AND b.p = {r:support} AND c.p = {r:call}
