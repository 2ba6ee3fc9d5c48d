SELECT count(*) FROM quads a JOIN quads b ON a.o = b.o WHERE a.p = {d:source} AND b.p = {d:source} AND a.s <> b.s
