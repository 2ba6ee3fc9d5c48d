SELECT concat(s.text, ' ', v.text) FROM quads a JOIN terms s ON s.id = a.s JOIN terms v ON v.id = a.o WHERE a.p = {d:version}
