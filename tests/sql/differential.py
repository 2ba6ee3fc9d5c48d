# SPDX-License-Identifier: Apache-2.0
"""Random queries over random graphs: our engine's answers, and those of the SQL in DuckDB over the same tables.

differential_test --answers makes the cases and answers them. Each knowledge base is loaded and exported by the
program, each query is asked with the default graph as the union and alone. A refusal counts by its name; known
differences (limits.tsv) are left out and counted. Exit status 77 if duckdb is not installed.

Usage: differential.py --dossier PROGRAM --cases DIFFERENTIAL_TEST [--seed N] [--count N] [--show]
"""

import argparse
import collections
import pathlib
import re
import subprocess
import sys
import tempfile

from tables import Program, Refused, Tables, comparable, difference, duckdb_or_skip

HERE = pathlib.Path(__file__).resolve().parent


class Case:
    def __init__(self, text):
        self.seed, rest = text.split("\n", 1)
        self.data, rest = rest.split("#query\n", 1)
        self.query, rest = rest.split("\n#union\n", 1)
        union, strict = rest.split("#strict\n", 1)
        self.rows = {"union": self.multiset(union), "strict": self.multiset(strict)}

    @staticmethod
    def multiset(lines):
        rows = ([cell.split("=", 1) for cell in line.split("\t") if cell]
                for line in lines.split("\n")[:-1])
        return collections.Counter(
            tuple(sorted((name, comparable(term)) for name, term in row)) for row in rows)


def cases(program, seed, count):
    done = subprocess.run([program, "--answers", str(seed), str(count)], capture_output=True,
                          text=True, check=True)
    return [Case(text) for text in done.stdout.split("#case ")[1:]]


def limits():
    """Known differences: a name, and a pattern that is searched in data and query."""
    lines = (HERE / "limits.tsv").read_text().splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(row[0], re.compile(row[1])) for row in rows]


def compare(duckdb, program, case):
    """How many modes were compared; raises AssertionError for a difference."""
    with tempfile.TemporaryDirectory() as folder:
        tables = Tables(duckdb, program, folder, case.data)
        for mode, ours in case.rows.items():
            rows = tables.ask(program.sql(case.query, graph=mode))
            theirs = collections.Counter(
                tuple((name, comparable(term)) for name, term in row) for row in rows)
            if ours != theirs:
                raise AssertionError(f"{mode}\n{difference(ours, theirs)}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--cases", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    duckdb = duckdb_or_skip()
    program = Program(options.dossier)
    counts, refusals, left_out = collections.Counter(), collections.Counter(), collections.Counter()
    known = limits()
    for case in cases(options.cases, options.seed, options.count):
        name = next((name for name, pattern in known if pattern.search(case.data + case.query)), None)
        if name:
            left_out[name] += 1
            continue
        try:
            compare(duckdb, program, case)
            counts["equal"] += 1
        except Refused as refusal:
            refusals[str(refusal)] += 1
        except (AssertionError, RuntimeError, duckdb.Error) as wrong:
            counts["different"] += 1
            print(f"seed {case.seed}: {str(wrong)[:1500]}")
            if options.show:
                print(case.data + "#---\n" + case.query)
    for title, table in (("refused", refusals), ("left out", left_out)):
        for name, count in table.most_common():
            print(f"{title}: {count} x {name}")
    print(f"{counts['equal']} cases with equal rows in both modes, {counts['different']} with others, "
          f"{sum(refusals.values())} refused by name, {sum(left_out.values())} left out")
    return 1 if counts["different"] or counts["equal"] < options.count // 3 else 0


sys.exit(main())
