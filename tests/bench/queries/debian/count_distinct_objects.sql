SELECT count(DISTINCT o) FROM quads WHERE p = {d:depends}
