SELECT count(*) FROM quads ab JOIN quads bd ON ab.o = bd.s JOIN quads ac ON ac.s = ab.s
JOIN quads cd ON cd.s = ac.o AND cd.o = bd.o
WHERE ab.p = {r:visit} AND bd.p = {r:join} AND ac.p = {r:sign} AND cd.p = {r:leave}
