SELECT concat(s.text, ' ', upper(t.text)) FROM quads a JOIN terms s ON s.id = a.s JOIN terms t ON t.id = a.o
WHERE a.p = {k:text}
