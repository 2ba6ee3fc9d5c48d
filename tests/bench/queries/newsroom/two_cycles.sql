SELECT count(*) FROM quads a JOIN quads b ON a.o = b.s AND a.s = b.o WHERE a.p = {r:visit} AND b.p = {r:visit}
