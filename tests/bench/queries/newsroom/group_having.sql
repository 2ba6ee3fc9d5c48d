SELECT t.text, n FROM (SELECT o, count(*) AS n FROM quads WHERE p = {k:mentions} GROUP BY o HAVING count(*) > 50)
JOIN terms t ON t.id = o
