SELECT f.text, n.value, s.text FROM quads a JOIN quads b ON a.s = b.s JOIN terms n ON n.id = a.o
JOIN terms f ON f.id = a.s JOIN terms s ON s.id = b.o
WHERE a.p = {k:confidence} AND b.p = {k:evidence} ORDER BY n.value DESC, f.text LIMIT 10
