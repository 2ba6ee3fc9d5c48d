SELECT count(*) FROM quads a JOIN terms t ON t.id = a.o JOIN quads b ON b.s = a.s
WHERE a.p = {d:maintainer} AND b.p = {d:depends} AND regexp_matches(t.text, 'kde|gnome', 'i')
