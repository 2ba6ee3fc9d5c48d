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
import tempfile
import xml.etree.ElementTree as ElementTree

from tables import (SKIPPED, Program, Refused, Tables, difference, duckdb_or_skip, multiset,
                    rows_of_json, term_of)

HERE = pathlib.Path(__file__).resolve().parent
BASE = "https://w3c.github.io/rdf-tests/"
MANIFESTS = ["sparql/sparql10/manifest.ttl", "sparql/sparql11/manifest-all.ttl", "sparql/sparql12/manifest.ttl"]
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
LEAST = 0.9
QUAD = re.compile(r'(<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:@[A-Za-z0-9-]+|\^\^<[^>]*>)?|<<\(.*?\)>>)\s*')


class Graph:
    """The triples of a file, read by the program."""

    def __init__(self, program, path, iri):
        self.text = program.must("parse", path, "--base", iri)
        self.objects = collections.defaultdict(list)
        self.by_type = collections.defaultdict(list)
        for line in self.text.splitlines():
            subject, predicate, thing = QUAD.findall(line)[:3]
            self.objects[subject, predicate].append(thing)
            if predicate == f"<{RDF}type>":
                self.by_type[thing].append(subject)

    def one(self, subject, predicate):
        return next(iter(self.objects[subject, f"<{predicate}>"]), None)

    def members(self, node):
        while node and node != f"<{RDF}nil>":
            yield self.one(node, RDF + "first")
            node = self.one(node, RDF + "rest")


class Suites:
    """The manifests, and the tables of the data that the tests of a directory share."""

    def __init__(self, root, program, duckdb):
        self.root = pathlib.Path(root)
        self.program = program
        self.duckdb = duckdb
        self.kept = {}

    def tables(self, quads):
        if quads not in self.kept:
            if len(self.kept) > 20:
                self.kept.clear()
            with tempfile.TemporaryDirectory() as folder:
                self.kept[quads] = Tables(self.duckdb, self.program, folder, quads)
        return self.kept[quads]

    def path(self, iri):
        return self.root / iri.strip("<>").removeprefix(BASE)

    def graph(self, iri):
        return Graph(self.program, self.path(iri), iri.strip("<>"))

    def tests(self):
        open_, seen = [f"<{BASE}{name}>" for name in MANIFESTS], set()
        while open_:
            iri = open_.pop(0)
            if iri in seen:
                continue
            seen.add(iri)
            graph = self.graph(iri)
            for (_, predicate), things in graph.objects.items():
                if predicate == f"<{MF}include>":
                    open_ += [one for thing in things for one in graph.members(thing)]
            listed = [test for (_, predicate), things in graph.objects.items() if predicate == f"<{MF}entries>"
                      for thing in things for test in graph.members(thing)]
            for test in listed:
                if f"<{MF}QueryEvaluationTest>" not in graph.objects[test, f"<{RDF}type>"]:
                    continue
                folder = str(self.path(iri).parent.relative_to(self.root))
                yield Test(f"{folder}#{test.strip('<>').rsplit('#', 1)[-1]}", graph, test)


class Test:
    def __init__(self, name, graph, subject):
        self.name = name
        action = graph.one(subject, MF + "action")
        self.query = graph.one(action, QT + "query") or action
        self.data = graph.objects[action, f"<{QT}data>"]
        self.graphs = graph.objects[action, f"<{QT}graphData>"]
        self.has_service = bool(graph.objects[action, f"<{QT}serviceData>"])
        self.result = graph.one(subject, MF + "result")


def expected_rows(suites, iri):
    """None: triples, not rows."""
    path = suites.path(iri)
    if path.suffix == ".srj":
        return rows_of_json(path.read_text())
    if path.suffix == ".srx":
        return rows_of_xml(path.read_text())
    if path.suffix in (".csv", ".tsv"):
        raise NotImplementedError(path.suffix)
    graph = suites.graph(iri)
    sets = graph.by_type[f"<{RS}ResultSet>"]
    if not sets:
        return None
    answer = graph.one(sets[0], RS + "boolean")
    if answer:
        return answer.startswith('"true"')
    solutions = graph.objects[sets[0], f"<{RS}solution>"]
    solutions.sort(key=lambda node: int((graph.one(node, RS + "index") or '"0"').split('"')[1]))
    return [tuple(sorted((graph.one(binding, RS + "variable").split('"')[1], graph.one(binding, RS + "value"))
                         for binding in graph.objects[node, f"<{RS}binding>"])) for node in solutions]


def rows_of_xml(text):
    space = "{http://www.w3.org/2005/sparql-results#}"
    root = ElementTree.fromstring(text)
    answer = root.find(space + "boolean")
    if answer is not None:
        return answer.text.strip() == "true"

    def cell(element):
        kind = element.tag.removeprefix(space)
        value = element.text or ""
        if kind == "triple":
            value = {part: cell(element.find(space + part)[0]) for part in ("subject", "predicate", "object")}
        made = {"type": kind, "value": value}
        for name, attribute in element.attrib.items():
            made["xml:lang" if name.endswith("}lang") else "its:dir" if name.endswith("}dir") else name] = attribute
        return made

    return [tuple(sorted((binding.attrib["name"], term_of(cell(binding[0]))) for binding in result))
            for result in root.iter(space + "result")]


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
    if test.has_service:
        return "refused: SERVICE"
    try:
        translated = suites.program.sql(query, graph="strict", base=test.query.strip("<>"))
        expected = expected_rows(suites, test.result)
    except Refused as refusal:
        return f"refused: {refusal}"
    except NotImplementedError as format:
        return f"not run: results as {format}"
    if expected is None:
        return "not run: triples"
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
        if options.only not in test.name:
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
