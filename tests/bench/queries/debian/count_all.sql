SELECT count(*) FROM quads
