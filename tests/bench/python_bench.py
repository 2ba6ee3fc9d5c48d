# SPDX-License-Identifier: Apache-2.0
"""Latency and throughput of the Python module beside pyoxigraph, rdflib and sqlite3, where those are installed.

Usage: PYTHONPATH=build/release/python python3 tests/bench/python_bench.py [ROWS]

Point queries: microseconds, the median of 5,000. Frames: seconds of processor time for ROWS rows (a million by default), the least of
three; rdflib gets a tenth of the rows, and its times are given for all, ten times as long.
"""

import importlib.util
import sqlite3
import statistics
import sys
import tempfile
import time

import dossier

ROWS = int((sys.argv + ["1000000"])[1])
NAME = "urn:p:name"
POINT = "SELECT ?name { $s <urn:p:name> ?name }"
ALL = "SELECT ?s ?n { ?s <urn:p:number> ?n }"


def median(call):
    times = []
    for i in range(5000):
        start = time.perf_counter_ns()
        call(i % 1000)
        times.append(time.perf_counter_ns() - start)
    return statistics.median(times) / 1000


def least(call):
    times = []
    for _ in range(3):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return min(times)


def show(what, number, unit):
    print(f"{what:<52} {number:10.2f} {unit}", flush=True)


def measure_dossier(folder):
    kb = dossier.KnowledgeBase(folder + "/kb")
    number, name = dossier.Iri("urn:p:number"), dossier.Iri(NAME)
    start = time.process_time()
    kb.load_quads((dossier.Iri(f"urn:s:{i}"), number, i) for i in range(ROWS))
    show("dossier: load_quads()", time.process_time() - start, "s")
    kb.load_quads((dossier.Iri(f"urn:s:{i}"), name, f"name {i}") for i in range(1000))
    subjects = [dossier.Iri(f"urn:s:{i}") for i in range(1000)]
    prepared = kb.prepare(POINT)
    show("dossier: prepared point query", median(lambda i: list(prepared.query({"s": subjects[i]}))), "us")
    show("dossier: point query from text", median(lambda i: list(kb.query(POINT, {"s": subjects[i]}))), "us")
    show("dossier: rows as tuples", least(lambda: sum(1 for _ in kb.query(ALL))), "s")
    for library, call in [("pandas", "to_pandas"), ("pyarrow", "to_arrow"), ("polars", "to_polars")]:
        if importlib.util.find_spec(library):
            show(f"dossier: {call}()", least(lambda: getattr(kb.query(ALL), call)()), "s")


def frame(rows):
    """What a program without to_pandas() writes."""
    import pandas

    return pandas.DataFrame(rows, columns=["s", "n"])


def measure_pyoxigraph():
    from pyoxigraph import Literal, NamedNode, Quad, Store

    store = Store()
    start = time.process_time()
    store.bulk_extend(Quad(NamedNode(f"urn:s:{i}"), NamedNode("urn:p:number"), Literal(i))
                      for i in range(ROWS))
    show("pyoxigraph: bulk_extend()", time.process_time() - start, "s")
    store.bulk_extend(Quad(NamedNode(f"urn:s:{i}"), NamedNode(NAME), Literal(f"name {i}"))
                      for i in range(1000))
    texts = [POINT.replace("$s", f"<urn:s:{i}>") for i in range(1000)]
    show("pyoxigraph: point query from text", median(lambda i: list(store.query(texts[i]))), "us")
    show("pyoxigraph: rows", least(lambda: sum(1 for _ in store.query(ALL))), "s")
    values = lambda: [(row[0].value, int(row[1].value)) for row in store.query(ALL)]  # noqa: E731
    show("pyoxigraph: rows as Python values", least(values), "s")
    if importlib.util.find_spec("pandas"):
        show("pyoxigraph: rows as a pandas frame", least(lambda: frame(values())), "s")


def measure_rdflib():
    from rdflib import Graph, Literal, URIRef
    from rdflib.plugins.sparql import prepareQuery

    tenth = ROWS // 10
    graph = Graph()
    start = time.process_time()
    for i in range(tenth):
        graph.add((URIRef(f"urn:s:{i}"), URIRef("urn:p:number"), Literal(i)))
    show("rdflib: add() (a tenth, times ten)", 10 * (time.process_time() - start), "s")
    for i in range(1000):
        graph.add((URIRef(f"urn:s:{i}"), URIRef(NAME), Literal(f"name {i}")))
    subjects = [URIRef(f"urn:s:{i}") for i in range(1000)]
    texts = [POINT.replace("$s", f"<urn:s:{i}>") for i in range(1000)]
    prepared = prepareQuery(POINT)
    show("rdflib: prepared point query", median(
        lambda i: list(graph.query(prepared, initBindings={"s": subjects[i]}))), "us")
    show("rdflib: point query from text", median(lambda i: list(graph.query(texts[i]))), "us")
    values = lambda: [(str(s), n.toPython()) for s, n in graph.query(ALL)]  # noqa: E731
    show("rdflib: rows as Python values (a tenth, times ten)", 10 * least(values), "s")
    if importlib.util.find_spec("pandas"):
        show("rdflib: rows as a pandas frame (a tenth, times ten)", 10 * least(lambda: frame(values())), "s")


def measure_sqlite():
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE quads (s TEXT, p TEXT, o, PRIMARY KEY (s, p, o)) WITHOUT ROWID")
    start = time.process_time()
    base.executemany("INSERT INTO quads VALUES (?, 'urn:p:number', ?)",
                     ((f"urn:s:{i}", i) for i in range(ROWS)))
    show("sqlite3: executemany()", time.process_time() - start, "s")
    base.executemany("INSERT INTO quads VALUES (?, ?, ?)",
                     ((f"urn:s:{i}", NAME, f"name {i}") for i in range(1000)))
    point = "SELECT o FROM quads WHERE s = ? AND p = ?"
    show("sqlite3: point query", median(
        lambda i: base.execute(point, (f"urn:s:{i}", NAME)).fetchall()), "us")
    every = "SELECT s, o FROM quads WHERE p = 'urn:p:number'"
    show("sqlite3: rows as tuples", least(lambda: sum(1 for _ in base.execute(every))), "s")
    if importlib.util.find_spec("pandas"):
        show("sqlite3: rows as a pandas frame", least(lambda: frame(base.execute(every).fetchall())), "s")


with tempfile.TemporaryDirectory() as scratch:
    measure_dossier(scratch)
for library, measure in [("pyoxigraph", measure_pyoxigraph), ("rdflib", measure_rdflib)]:
    if importlib.util.find_spec(library):
        measure()
measure_sqlite()
