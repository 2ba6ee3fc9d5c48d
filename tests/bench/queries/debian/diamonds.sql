SELECT count(*) FROM quads ab JOIN quads bd ON ab.o = bd.s JOIN quads ac ON ac.s = ab.s
JOIN quads cd ON cd.s = ac.o AND cd.o = bd.o
WHERE ab.p = {d:recommends} AND bd.p = {d:depends} AND ac.p = {d:suggests} AND cd.p = {d:depends} AND ab.o <> ac.o
