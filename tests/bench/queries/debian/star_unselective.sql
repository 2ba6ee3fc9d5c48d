SELECT count(*) FROM quads a JOIN quads b ON a.s = b.s JOIN quads c ON a.s = c.s JOIN quads e ON a.s = e.s
WHERE a.p = {d:section} AND b.p = {d:priority} AND c.p = {d:architecture} AND e.p = {d:depends}
