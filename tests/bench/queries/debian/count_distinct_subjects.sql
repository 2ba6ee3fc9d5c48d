SELECT count(DISTINCT s) FROM quads
