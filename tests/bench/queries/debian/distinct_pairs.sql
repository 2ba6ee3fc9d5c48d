SELECT a.text, b.text FROM (
  SELECT DISTINCT sa.o AS x, sb.o AS y FROM quads d JOIN quads sa ON sa.s = d.s JOIN quads sb ON sb.s = d.o
  WHERE d.p = {d:depends} AND sa.p = {d:section} AND sb.p = {d:section})
JOIN terms a ON a.id = x JOIN terms b ON b.id = y
