# SPDX-License-Identifier: Apache-2.0
"""Asks Dossier and its peers the same queries over the same data, and prints times and ratios.

Usage: compare_queries.py BUILD DATA.nt QUERIES [--repeat 5] [--threads N] [--cpu] [--json FILE]

QUERIES is a folder of NAME.rq, beside them NAME.sql for DuckDB (over quads(s, p, o) of ids and terms(id, text,
value), where {prefix:name} stands for an id). Times are medians in milliseconds of queries whose rows are
written to nowhere: TSV by Dossier and DuckDB, rows in memory by pyoxigraph. A ratio is the peer's time divided
by Dossier's. Peers whose Python package is missing are left out, and said so. The number of rows, and the
value of a single one, are compared; a difference ends the run. A query for which DuckDB needs more than --memory is
left empty. With --cpu times are the processor's, over all threads: they mean something on a busy machine, too. --json
keeps every time of the run.
"""

import argparse
import json
import math
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time

try:
    import duckdb
except ImportError:
    duckdb = None
try:
    import pyoxigraph
except ImportError:
    pyoxigraph = None

LINE = re.compile(r"(\S+) (\S+) (.+) \.$")
NUMBER = re.compile(r'"(-?[0-9.]+)"\^\^<http://www\.w3\.org/2001/XMLSchema#(?:integer|decimal|double)>$')


def times(arguments, ask):
    """The answer, and the milliseconds of each run behind a first one."""
    clock = time.process_time if arguments.cpu else time.perf_counter
    answer, taken = ask(), []
    for _ in range(arguments.repeat):
        started = clock()
        ask()
        taken.append((clock() - started) * 1000)
    return answer, taken


class Dossier:
    name = "dossier"

    def __init__(self, arguments, folder):
        build, self.arguments = pathlib.Path(arguments.build), arguments
        self.base, self.bench = folder / "kb", build / "tests/bench/query_bench"
        self.program = build / "dossier"
        subprocess.run([self.program, "load", self.base, arguments.data, "--quiet"], check=True)

    def ask(self, query):
        printed = subprocess.run([self.bench, self.base, query, "--repeat", str(self.arguments.repeat)], check=True,
                                 stdout=subprocess.PIPE).stdout
        report = json.loads(printed)
        value = None
        if report["rows"] == 1:
            rows = subprocess.run([self.program, "query", self.base, "-f", query, "--format", "csv"], check=True,
                                  stdout=subprocess.PIPE, text=True).stdout.splitlines()
            value = rows[1]
        return report["rows"], value, report["cpu_ms" if self.arguments.cpu else "ms"]


class DuckDb:
    name = "duckdb"

    def __init__(self, arguments, folder):
        self.arguments, self.memory, self.ids = arguments, arguments.memory, {}
        config = {"threads": arguments.threads, "memory_limit": arguments.memory, "temp_directory": ""}
        self.base = duckdb.connect(str(folder / "duck.db"), config=config)
        quads, terms = folder / "quads.csv", folder / "terms.csv"
        self.write(arguments.data, quads, terms)
        self.base.execute("CREATE TABLE quads (s INTEGER, p INTEGER, o INTEGER)")
        self.base.execute(f"COPY quads FROM '{quads}' (HEADER false)")
        self.base.execute("CREATE TABLE terms (id INTEGER PRIMARY KEY, text VARCHAR, value DOUBLE)")
        self.base.execute(f"COPY terms FROM '{terms}' (HEADER false, DELIMITER '\t', QUOTE '', ESCAPE '',"
                          " NULLSTR '')")
        # Sorted by predicate, which DuckDB's zone maps use.
        self.base.execute("CREATE TABLE sorted AS SELECT DISTINCT * FROM quads ORDER BY p, s, o")
        self.base.execute("DROP TABLE quads; ALTER TABLE sorted RENAME TO quads")

    def number_of(self, term):
        return self.ids.setdefault(term, len(self.ids))

    def write(self, data, quads, terms):
        with open(data, encoding="utf-8") as lines, open(quads, "w", encoding="utf-8") as out:
            for line in lines:
                parts = LINE.match(line).groups()
                out.write(",".join(str(self.number_of(part)) for part in parts) + "\n")
        with open(terms, "w", encoding="utf-8") as out:
            for term, number in self.ids.items():
                value = NUMBER.match(term)
                out.write(f"{number}\t{term}\t{value.group(1) if value else ''}\n")

    def ask(self, query):
        path = query.with_suffix(".sql")
        if not path.exists():
            return None
        prefixes = dict(re.findall(r"PREFIX (\w*): <(.*?)>", query.read_text()))
        sql = re.sub(r"\{(\w+):(\w+)\}", lambda match: str(
            self.ids.get(f"<{prefixes[match[1]]}{match[2]}>", -1)), path.read_text()).strip().rstrip(";")
        try:
            rows = self.base.execute(f"SELECT count(*) FROM ({sql})").fetchone()[0]
        except duckdb.OutOfMemoryException:
            print(f"{query.stem}: DuckDB needs more than {self.memory}", file=sys.stderr)
            return None
        value = str(self.base.execute(sql).fetchone()[0]) if rows == 1 else None
        copy = f"COPY ({sql}) TO '/dev/null' (FORMAT csv, DELIMITER '\t')"
        return rows, value, times(self.arguments, lambda: self.base.execute(copy))[1]


class Oxigraph:
    name = "pyoxigraph"

    def __init__(self, arguments, folder):
        self.arguments, self.base = arguments, pyoxigraph.Store(str(folder / "oxigraph"))
        self.base.bulk_load(path=arguments.data, format=pyoxigraph.RdfFormat.N_TRIPLES)

    def ask(self, query):
        text = query.read_text()

        def rows():
            first, count = None, 0
            for count, solution in enumerate(self.base.query(text), 1):
                first = first or solution
            return count, first
        (count, first), taken = times(self.arguments, rows)
        return count, first[0].value if count == 1 else None, taken


def peers(arguments, folder):
    yield Dossier(arguments, folder)
    for module, peer in ((duckdb, DuckDb), (pyoxigraph, Oxigraph)):
        if module is None or peer.name in arguments.without:
            print(f"{peer.name} is left out", file=sys.stderr)
        else:
            yield peer(arguments, folder)


def compare(arguments, folder):
    asked = list(peers(arguments, folder))
    print("| query | rows | " + " | ".join(peer.name for peer in asked) + " | ratios |")
    print("| --- " * (len(asked) + 3) + "|")
    runs, ratios = [], {peer.name: [] for peer in asked[1:]}
    for query in sorted(pathlib.Path(arguments.queries).glob("*.rq")):
        answers = {peer.name: peer.ask(query) for peer in asked}
        medians = {name: statistics.median(answer[2]) for name, answer in answers.items() if answer}
        rows, value, _ = answers["dossier"]
        for name, answer in answers.items():
            if answer and answer[:2] != (rows, value):
                sys.exit(f"{query.stem}: {name} has {answer[:2]}, Dossier {(rows, value)}")
        own = {name: medians[name] / medians["dossier"] for name in ratios if name in medians}
        for name, ratio in own.items():
            ratios[name].append(ratio)
        shown = [f"{medians[peer.name]:.2f}" if peer.name in medians else "" for peer in asked]
        print(f"| {query.stem} | {rows:,} | {' | '.join(shown)} | "
              f"{', '.join(f'{ratio:.2f}' for ratio in own.values())} |", flush=True)
        runs.append({"query": query.stem, "rows": rows,
                     "ms": {name: answer[2] for name, answer in answers.items() if answer}})
    for name, all_ratios in ratios.items():
        if all_ratios:
            mean = math.exp(statistics.fmean(map(math.log, all_ratios)))
            print(f"\nDossier is {mean:.2f} times as fast as {name} (geometric mean of {len(all_ratios)}).")
    return runs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("data")
    parser.add_argument("queries")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--cpu", action="store_true", help="the processor's time instead of the time that passed")
    parser.add_argument("--without", action="append", default=[], help="a peer to leave out")
    parser.add_argument("--memory", default="2GB", help="DuckDB's limit")
    parser.add_argument("--json")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        runs = compare(arguments, pathlib.Path(scratch))
    if arguments.json:
        machine = {"machine": platform.machine(), "cores": os.cpu_count(), "load": os.getloadavg()[0],
                   "time": "cpu" if arguments.cpu else "passed"}
        pathlib.Path(arguments.json).write_text(json.dumps({**machine, "runs": runs}, indent=1))


main()
