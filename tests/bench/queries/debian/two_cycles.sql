SELECT count(*) FROM quads a JOIN quads b ON a.o = b.s AND a.s = b.o WHERE a.p = {d:depends} AND b.p = {d:depends}
