SELECT t.text, n FROM (SELECT o, count(*) AS n FROM quads WHERE p = {d:depends} GROUP BY o HAVING count(*) > 100)
JOIN terms t ON t.id = o
