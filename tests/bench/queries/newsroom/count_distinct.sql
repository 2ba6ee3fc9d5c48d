SELECT count(DISTINCT o) FROM quads WHERE p = {k:mentions}
