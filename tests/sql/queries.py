# SPDX-License-Identifier: Apache-2.0
"""Queries that people ask: the saved queries of the example corpus and those of queries/*.rq, ours and the SQL's rows.

Each query is asked of the example corpus, read by the program, and of its tables in DuckDB. Exit status 77 without duckdb.

Usage: queries.py --dossier PROGRAM
"""

import argparse
import collections
import pathlib
import re
import sys
import tempfile

from tables import Program, Refused, Tables, difference, duckdb_or_skip, multiset, rows_of_json

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def queries():
    """Name and text; those with parameters need values and are left out."""
    for path in sorted([*HERE.glob("queries/*.rq"), *(ROOT / "examples" / "queries").glob("*.rq")]):
        text = path.read_text()
        if "@param" not in text and not re.search(r"\$\w", text):
            yield path.name, text


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--dossier", required=True)
    options = parser.parse_args()
    duckdb = duckdb_or_skip()
    program = Program(options.dossier)
    counts = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        base = pathlib.Path(folder) / "base"
        program.must("ingest", base, ROOT / "examples" / "corpus", "--quiet")
        tables = Tables(duckdb, program, folder, program.must("dump", base))
        for name, query in queries():
            try:
                translated = program.sql(query)
            except Refused as refusal:
                counts["refused"] += 1
                print(f"{name}: refused: {refusal}")
                continue
            if translated["form"] == "construct":
                continue
            ours = rows_of_json(program.must("query", tables.knowledge_base, "--format", "json", "-f", "-", given=query))
            theirs = tables.ask(translated)
            equal = ours == theirs if isinstance(ours, bool) else multiset(ours) == multiset(theirs)
            counts["equal" if equal else "different"] += 1
            if not equal:
                print(f"{name}:\n{difference(multiset(ours), multiset(theirs))}")
    print(f"{counts['equal']} queries have equal rows, {counts['different']} others, {counts['refused']} are refused")
    return 1 if counts["different"] or counts["equal"] < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
