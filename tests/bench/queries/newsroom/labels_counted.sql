SELECT t.text, n FROM (SELECT l.o AS label, count(*) AS n FROM quads m JOIN quads v ON v.s = m.o JOIN quads l ON l.s = m.o
WHERE m.p = {k:mentions} AND v.p = {r:visit} AND l.p = {rdfs:label} GROUP BY l.o) JOIN terms t ON t.id = label
