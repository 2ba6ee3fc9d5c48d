SELECT count(*) FROM quads a JOIN terms t ON t.id = a.o WHERE a.p = {d:description} AND contains(lower(t.text), 'library')
