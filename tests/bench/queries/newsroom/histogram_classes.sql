SELECT t.text, n FROM (SELECT o, count(*) AS n FROM quads WHERE p = {rdf:type} GROUP BY o) JOIN terms t ON t.id = o
