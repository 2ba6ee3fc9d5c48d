SELECT s.text, n.value, o.text FROM quads a JOIN quads b ON a.s = b.s JOIN terms n ON n.id = a.o
JOIN terms o ON o.id = b.o JOIN terms s ON s.id = a.s
WHERE a.p = {d:installedSize} AND b.p = {d:depends} ORDER BY n.value DESC, o.text LIMIT 10
