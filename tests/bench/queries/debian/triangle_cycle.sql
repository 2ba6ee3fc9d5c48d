SELECT count(*) FROM quads a JOIN quads b ON a.o = b.s JOIN quads c ON c.s = b.o AND c.o = a.s
WHERE a.p = {w:derivation} AND b.p = {w:derivation} AND c.p = {w:derivation}
