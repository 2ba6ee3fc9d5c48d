# SPDX-License-Identifier: Apache-2.0
"""RDFLib's graphs in a knowledge base."""

import pytest

import dossier

rdflib = pytest.importorskip("rdflib")

from rdflib import RDFS, BNode, Literal, Namespace, URIRef  # noqa: E402
from rdflib.namespace import XSD  # noqa: E402

EX = Namespace("http://example.org/")
NOTES = EX.notes
REIFIES = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies")
FACT = (EX.a, RDFS.label, Literal("a note"))


@pytest.fixture(autouse=True)
def plugin():
    rdflib.plugin.register("Dossier", rdflib.store.Store, "dossier.rdflib_store", "DossierStore")


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "kb")


def opened(path, kind=rdflib.Graph, **arguments):
    graph = kind("Dossier", **arguments)
    assert graph.open(path, create=True) == rdflib.store.VALID_STORE
    return graph


@pytest.fixture
def graph(path):
    graph = opened(path, identifier=NOTES)
    yield graph
    graph.close()


TERMS = [
    Literal("text"), Literal("hej", lang="sv"), Literal(7), Literal("007", datatype=XSD.integer),
    Literal("1.50", datatype=XSD.decimal), Literal("x", datatype=EX.type), Literal(True),
    Literal("2024-02-30", datatype=XSD.date), EX.b, URIRef("urn:isbn:1"), URIRef("relative"),
    Literal("naïve 🦉\n\"quoted\""), Literal(""), BNode("node"),
]


@pytest.mark.parametrize("term", TERMS, ids=repr)
def test_terms(graph, term):
    graph.add((EX.a, EX.p, term))
    assert list(graph.objects(EX.a, EX.p)) == [term]
    assert (EX.a, EX.p, term) in graph
    graph.commit()
    assert list(graph.objects(EX.a, EX.p)) == [term]
    graph.remove((EX.a, EX.p, term))
    assert len(graph) == 0


def test_commit_and_rollback(path, graph):
    graph.add(FACT)
    assert FACT in graph and len(graph) == 1
    graph.rollback()
    assert FACT not in graph and len(graph) == 0
    graph.add(FACT)
    graph.commit()
    graph.remove(FACT)
    graph.close()
    again = opened(path, identifier=NOTES)
    assert list(again) == [FACT]
    again.remove(FACT)
    again.close(commit_pending_transaction=True)
    assert len(opened(path, identifier=NOTES)) == 0


def test_a_missing_base_is_no_store(path):
    assert rdflib.Graph("Dossier").open(path, create=False) == rdflib.store.NO_STORE


def test_a_store_that_is_not_open():
    with pytest.raises(dossier.UsageError, match="the store is not open"):
        rdflib.Graph("Dossier").add(FACT)


QUERIES = [
    ("SELECT ?text { ?note rdfs:label ?text }", [(Literal("a note"),)]),
    ("SELECT ?text { ex:a rdfs:label ?text }", [(Literal("a note"),)]),
    ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", [(Literal(1),)]),
    ("SELECT ?text { ?note rdfs:comment ?text }", []),
]


@pytest.mark.parametrize("text, rows", QUERIES, ids=[q[0] for q in QUERIES])
def test_queries(graph, text, rows):
    graph.bind("ex", EX)
    graph.add(FACT)
    for _ in range(2):
        assert [tuple(row) for row in graph.query(text)] == rows
        graph.commit()


def test_query_forms(graph):
    graph.add(FACT)
    assert graph.query("ASK { ?s rdfs:label 'a note' }").askAnswer is True
    made = graph.query("CONSTRUCT { ?s rdfs:comment ?o } WHERE { ?s rdfs:label ?o }").graph
    assert list(made) == [(EX.a, RDFS.comment, Literal("a note"))]
    rows = graph.query("SELECT ?o { ?s ?p ?o }", initBindings={"s": EX.a})
    assert [row.o for row in rows] == [Literal("a note")]


def test_queries_run_in_the_engine(graph, monkeypatch):
    import rdflib.plugins.sparql.processor as processor

    monkeypatch.setattr(processor.SPARQLProcessor, "query", None)
    graph.add(FACT)
    assert len(graph.query("SELECT * { ?s ?p ?o }")) == 1


def test_a_graph_sees_its_facts_and_a_dataset_all(path):
    dataset = opened(path, rdflib.Dataset)
    dataset.add(FACT)
    dataset.graph(NOTES).add((EX.b, RDFS.label, Literal("b")))
    assert len(dataset.graph(NOTES).query("SELECT * { ?s ?p ?o }")) == 1
    assert len(dataset.query("SELECT * { GRAPH ?g { ?s ?p ?o } }")) == 1
    assert len(dataset.query("SELECT * { ?s ?p ?o }")) == 1
    graphs = {NOTES, rdflib.graph.DATASET_DEFAULT_GRAPH_ID}
    assert {graph.identifier for graph in dataset.contexts()} == graphs
    named = (quad[3] for quad in dataset.quads((None, None, None, None)))
    assert {name or rdflib.graph.DATASET_DEFAULT_GRAPH_ID for name in named} == graphs
    dataset.close()


def test_update(path):
    everything = opened(path, rdflib.ConjunctiveGraph)
    everything.update("INSERT DATA { <urn:a> <urn:p> 1 }")
    everything.rollback()
    assert len(everything) == 0
    everything.update("INSERT DATA { <urn:a> <urn:p> 1 }")
    everything.commit()
    assert len(everything) == 1
    everything.close()


def test_an_update_of_a_graph_changes_that_graph(path, graph):
    graph.update("INSERT DATA { <urn:a> <urn:p> 1 }")
    graph.commit()
    assert len(graph) == 1
    graph.close()
    with dossier.KnowledgeBase(path) as kb:
        assert kb.ask("ASK { GRAPH <http://example.org/notes> { <urn:a> <urn:p> 1 } }")


def test_prefixes_are_kept(path, graph):
    graph.bind("ex", EX)
    graph.commit()
    graph.close()
    again = opened(path, identifier=NOTES)
    assert dict(again.namespaces())["ex"] == URIRef(EX)
    assert again.store.prefix(URIRef(EX)) == "ex" and len(again) == 0
    again.close()


BINDINGS = [
    ("the same again", [("a", "urn:1", True), ("a", "urn:1", True)], {"a": "urn:1"}),
    ("another namespace", [("a", "urn:1", True), ("a", "urn:2", True)], {"a": "urn:2"}),
    ("another prefix", [("a", "urn:1", True), ("b", "urn:1", True)], {"b": "urn:1"}),
    ("both taken", [("a", "urn:1", True), ("b", "urn:2", True), ("a", "urn:2", True)],
     {"a": "urn:2"}),
    ("not over a prefix", [("a", "urn:1", True), ("a", "urn:2", False)], {"a": "urn:1"}),
    ("not over a namespace", [("a", "urn:1", True), ("b", "urn:1", False)], {"a": "urn:1"}),
    ("the empty prefix", [("", "urn:1", True)], {"": "urn:1"}),
]


@pytest.mark.parametrize("calls, expected", [b[1:] for b in BINDINGS], ids=[b[0] for b in BINDINGS])
def test_binding(calls, expected):
    from dossier._rdflib_namespaces import Namespaces

    namespaces = Namespaces()
    for prefix, namespace, override in calls:
        namespaces.bind(prefix, URIRef(namespace), override)
    assert dict(namespaces.all()) == {p: URIRef(n) for p, n in expected.items()}
    assert all(namespaces.prefix(URIRef(n)) == p for p, n in expected.items())


def test_removing_while_iterating(graph):
    for number in range(20):
        graph.add((EX.a, EX.p, Literal(number)))
    for triple in graph:
        graph.remove(triple)
    assert len(graph) == 0


def test_facts_of_documents(path):
    with dossier.KnowledgeBase(path) as kb:
        kb.ingest_text("Anna Berg visited Oslo on 3 May 2021. She met Jon Dahl.", "note.txt")
        quads = kb.statistics().quads
        value = dossier.Triple(dossier.Iri("urn:a"), dossier.Iri("urn:p"), "text")
        assert dossier.parse_term(dossier.format_term(value)) == value
    everything = opened(path, rdflib.ConjunctiveGraph)
    assert len(list(everything.quads())) == quads
    reified = next(everything.objects(None, REIFIES))
    assert reified.datatype == URIRef("urn:dossier:rdflib:triple-term")
    assert list(everything.subjects(REIFIES, reified))
    everything.close()
