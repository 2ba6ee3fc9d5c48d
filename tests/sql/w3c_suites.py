# SPDX-License-Identifier: Apache-2.0
"""The W3C's manifests of query tests, and the results they expect; files are read by the program."""

import collections
import pathlib
import re
import tempfile
import xml.etree.ElementTree as ElementTree

from tables import Tables, rows_of_json, term_of

BASE = "https://w3c.github.io/rdf-tests/"
MANIFESTS = ["sparql/sparql10/manifest.ttl", "sparql/sparql11/manifest-all.ttl", "sparql/sparql12/manifest.ttl"]
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
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
