SELECT s.text, v.text, d.text FROM quads a JOIN quads b ON a.s = b.s JOIN terms s ON s.id = a.s
JOIN terms v ON v.id = a.o JOIN terms d ON d.id = b.o WHERE a.p = {d:version} AND b.p = {d:description}
