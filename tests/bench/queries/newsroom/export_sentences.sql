SELECT s.text, t.text, h.text FROM quads a JOIN quads b ON a.s = b.s JOIN quads c ON c.s = b.o
JOIN terms s ON s.id = a.s JOIN terms t ON t.id = a.o JOIN terms h ON h.id = c.o
WHERE a.p = {k:text} AND b.p = {k:partOf} AND c.p = {schema:headline}
