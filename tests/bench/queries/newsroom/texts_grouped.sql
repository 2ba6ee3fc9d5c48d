SELECT substr(t.text, 2, 4) AS start, count(*) FROM quads a JOIN terms t ON t.id = a.o WHERE a.p = {k:text} GROUP BY 1
