SELECT substr(t.text, 21, 3) AS letter, count(*) FROM quads a JOIN quads b ON a.s = b.s JOIN terms t ON t.id = b.o
WHERE a.p = {d:depends} AND b.p = {d:section} GROUP BY letter
