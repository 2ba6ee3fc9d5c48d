SELECT t.text, n FROM (SELECT a.s AS who, count(*) AS n FROM quads a JOIN quads b ON b.s = a.s JOIN quads c ON c.s = a.s
WHERE a.p = {r:visit} AND b.p = {r:sign} AND c.p = {r:join} GROUP BY a.s) JOIN terms t ON t.id = who
