SELECT t.text, n FROM (SELECT p, count(*) AS n FROM quads GROUP BY p) JOIN terms t ON t.id = p
