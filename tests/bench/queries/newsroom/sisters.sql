SELECT count(*) FROM quads a JOIN quads am ON am.s = a.s JOIN quads b ON b.o = a.o
JOIN quads bm ON bm.s = b.s AND bm.o = am.o
WHERE a.p = {k:partOf} AND am.p = {k:mentions} AND b.p = {k:partOf} AND bm.p = {k:mentions} AND a.s <> b.s
