SELECT t.text, u.text FROM (SELECT DISTINCT v.s AS who, v.o AS x FROM quads m JOIN quads v ON v.s = m.o JOIN quads g ON g.s = v.o
WHERE m.p = {k:mentions} AND v.p = {r:visit} AND g.p = {r:sign} LIMIT 10) JOIN terms t ON t.id = who JOIN terms u ON u.id = x
