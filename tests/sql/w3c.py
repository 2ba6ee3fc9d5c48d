# SPDX-License-Identifier: Apache-2.0
"""The W3C's query evaluation tests through SQL in DuckDB: each data set loaded and exported, each query translated.

scoreboard.tsv has the numbers of each directory, refusals.tsv every refusal with its reason, failures.tsv every test
that gives other rows. A test that gets worse fails the run; so does a total below 90 % of the SELECT and ASK tests.

Usage: w3c.py --dossier PROGRAM --suites DIR [--only PART-OF-ID] [--show] [--update]
"""

import argparse
import collections
import pathlib
import re
import sys

from tables import SKIPPED, Program, Refused, difference, duckdb_or_skip, multiset
from w3c_suites import Suites, expected_rows

HERE = pathlib.Path(__file__).resolve().parent
LEAST = 0.9


def data_of(suites, test, query):
    """N-Quads, with blank nodes of their own a file."""
    graphs = list(test.graphs)
    base = test.query.strip("<>").rsplit("/", 1)[0] + "/"
    for name in re.findall(r"(?i)\bFROM\s+(?:NAMED\s+)?<([^>]*)>", query):
        iri = f"<{name if ':' in name else base + name}>"
        if iri not in graphs and suites.path(iri).exists():
            graphs.append(iri)
    lines = []
    for number, (iri, graph) in enumerate([(iri, "") for iri in test.data] + [(iri, iri) for iri in graphs]):
        text = suites.graph(iri).text
        text = re.sub(r"_:(\w+)", rf"_:f{number}\1", text)
        if graph and not iri.endswith((".trig>", ".nq>")):
            text = re.sub(r" \.$", f" {graph} .", text, flags=re.M)
        lines.append(text)
    return "".join(lines)


def outcome(suites, test):
    """"passed", "refused: ..." or what is wrong."""
    query = suites.path(test.query).read_text()
    try:
        expected = expected_rows(suites, test.result)
        if expected is None:
            return "not run: triples"
        translated = suites.program.sql(query, graph="strict", base=test.query.strip("<>"))
    except Refused as refusal:
        return f"refused: {refusal}"
    except NotImplementedError as format:
        return f"not run: results as {format}"
    got = suites.tables(data_of(suites, test, query)).ask(translated)
    if isinstance(expected, bool) or isinstance(got, bool):
        return "passed" if expected == got else f"the answer is {got}"
    ours, theirs = multiset(expected), multiset(got)
    if ours != theirs:
        return "other rows\n" + difference(ours, theirs)
    if re.search(r"(?i)order\s+by", query) and "SELECT" not in query.upper().split("WHERE", 1)[-1]:
        if [multiset([row]) for row in expected] != [multiset([row]) for row in got]:
            return "another order"
    return "passed"


def read(name):
    lines = (HERE / name).read_text().splitlines() if (HERE / name).exists() else []
    return dict(line.split("\t", 1) for line in lines if line and not line.startswith("#"))


def write(name, head, rows):
    (HERE / name).write_text(f"# {head}\n" + "".join(f"{key}\t{value}\n" for key, value in sorted(rows.items())))


def run(suites, options):
    found = {}
    for test in suites.tests():
        if options.only not in test.name or "/entailment#" in test.name:  # facts are not inferred
            continue
        try:
            found[test.name] = outcome(suites, test)
        except (RuntimeError, suites.duckdb.Error) as error:
            found[test.name] = f"error: {str(error)[:700]}"
        if options.show and not found[test.name].startswith(("passed", "refused", "not run")):
            print(f"{test.name}: {found[test.name]}", flush=True)
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--suites", required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    duckdb = duckdb_or_skip()
    if not pathlib.Path(options.suites).is_dir():
        print(f"skipped: the W3C suites are not at {options.suites}")
        return SKIPPED
    found = run(Suites(options.suites, Program(options.dossier), duckdb), options)
    counted = {name: result for name, result in found.items() if not result.startswith("not run")}
    scores = collections.defaultdict(lambda: [0, 0, 0])
    for name, result in counted.items():
        kind = 0 if result == "passed" else 1 if result.startswith("refused: ") else 2
        scores[name.split("#")[0]][kind] += 1
    refusals = {name: result.removeprefix("refused: ") for name, result in counted.items()
                if result.startswith("refused: ")}
    failures = {name: result.split("\n")[0] for name, result in counted.items()
                if result != "passed" and name not in refusals}
    passed = len(counted) - len(refusals) - len(failures)
    for directory, numbers in sorted(scores.items()):
        print(directory, *numbers, sep="\t")
    share = passed / max(1, len(counted))
    print(f"{passed} of {len(counted)} SELECT and ASK tests passed ({share:.1%}), {len(refusals)} refused by name, "
          f"{len(failures)} with other rows; {len(found) - len(counted)} not run (triples, CSV, TSV)")
    if options.update and not options.only:
        write("scoreboard.tsv", "directory, tests that pass, are refused, give other rows",
              {key: "\t".join(map(str, value)) for key, value in scores.items()})
        write("refusals.tsv", "test, what SQL can't say", refusals)
        old = read("failures.tsv")
        write("failures.tsv", "test, why its rows are others",
              {name: old.get(name, why) for name, why in failures.items()})
        return 0
    known = {**read("failures.tsv"), **read("refusals.tsv")}
    worse = [name for name in [*failures, *refusals] if name not in known]
    for name in worse:
        print(f"worse: {name}: {counted[name]}")
    return 1 if worse or (not options.only and share < LEAST) else 0


sys.exit(main())
