SELECT d.text, n FROM (SELECT b.o AS document, count(*) AS n FROM quads a JOIN terms t ON t.id = a.o JOIN quads b ON b.s = a.s
WHERE a.p = {k:text} AND b.p = {k:partOf} AND t.text LIKE '"drought%summit."' GROUP BY b.o) JOIN terms d ON d.id = document
