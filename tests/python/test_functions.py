# SPDX-License-Identifier: Apache-2.0
"""Functions and aggregates of SPARQL in Python, and the limits of an open knowledge base."""

import pytest

import dossier
from dossier import Iri, Options


def test_functions(people):
    people.register_function("urn:f:initials", lambda name: "".join(w[0] for w in name.split()))
    people.register_function("urn:f:none", lambda *_: None, 0, 2)
    rows = people.query("SELECT (<urn:f:initials>(?name) AS ?i) (<urn:f:none>(1) AS ?n) "
                        "{ <urn:x:ben> rdfs:label ?name }")
    assert list(rows) == [("BO", None)]


def test_what_a_function_raises_reaches_the_caller(people):
    def fail(_):
        raise KeyError("not in the table")

    people.register_function("urn:f:fail", fail)
    with pytest.raises(KeyError, match="not in the table"):
        list(people.query("SELECT (<urn:f:fail>(?n) AS ?x) { ?who rdfs:label ?n }"))


def test_a_function_that_returns_no_term(people):
    people.register_function("urn:f:list", lambda _: [])
    with pytest.raises(dossier.UsageError, match="the result of the function is a list"):
        list(people.query("SELECT (<urn:f:list>(?n) AS ?x) { ?who rdfs:label ?n }"))


class Median:
    """The value in the middle; None without values."""

    def __init__(self):
        self.values = []

    def add(self, value):
        self.values.append(value)

    def result(self):
        return sorted(self.values)[len(self.values) // 2] if self.values else None

    def bytes(self):
        return 64 * len(self.values)


def test_aggregates(people):
    people.register_aggregate("urn:f:median", Median)
    people.update("INSERT DATA { <urn:a> <urn:n> 1, 2, 9 . <urn:b> <urn:n> 4 }")
    rows = people.query("SELECT ?s (<urn:f:median>(?n) AS ?m) { ?s <urn:n> ?n } GROUP BY ?s "
                        "HAVING (<urn:f:median>(DISTINCT ?n) < 4)")
    assert list(rows) == [(Iri("urn:a"), 2)]
    assert list(people.query("SELECT (<urn:f:median>(?n) AS ?m) { ?s <urn:none> ?n }")) == [(None,)]
    assert "median" in people.explain("SELECT (<urn:f:median>(?n) AS ?m) { ?s <urn:n> ?n }")


class Broken(Median):
    def __init__(self, at):
        super().__init__()
        self.at = at
        if at == "made":
            raise KeyError("made")

    def add(self, value):
        if self.at == "add":
            raise KeyError("add")

    def result(self):
        if self.at == "result":
            raise KeyError("result")
        return []

    def bytes(self):
        if self.at == "bytes":
            raise KeyError("bytes")
        return 0


@pytest.mark.parametrize("at", ["made", "add", "bytes", "result"])
def test_what_an_aggregate_raises_reaches_the_caller(people, at):
    people.register_aggregate("urn:f:broken", lambda: Broken(at))
    with pytest.raises(KeyError, match=at):
        list(people.query("SELECT (<urn:f:broken>(?n) AS ?x) { ?who rdfs:label ?n }"))
    assert people.ask("ASK { ?who rdfs:label ?n }")


def test_an_aggregate_that_returns_no_term(people):
    people.register_aggregate("urn:f:list", lambda: Broken(""))
    with pytest.raises(dossier.UsageError, match="the result of the aggregate is a list"):
        list(people.query("SELECT (<urn:f:list>(?n) AS ?x) { ?who rdfs:label ?n }"))


def test_an_aggregate_counts_its_memory(people):
    people.register_aggregate("urn:f:median", Median)
    many = " ".join(str(number) for number in range(40_000))
    text = f"SELECT (<urn:f:median>(?n) AS ?m) {{ VALUES ?n {{ {many} }} }}"
    assert [row.m for row in people.query(text)] == [20_000]
    with pytest.raises(dossier.LimitError):
        list(people.query(text, options=Options(memory_bytes=2 << 20)))


def test_limits_of_the_base(tmp_path, people, endless):
    path = people.path
    people.close()
    with dossier.KnowledgeBase(path, timeout=0.2, max_rows=2) as kb:
        with pytest.raises(dossier.TimeLimitError):
            list(kb.query(endless))
        with pytest.raises(dossier.TimeLimitError):
            list(kb.query(endless, options=Options(max_rows=5)))
        everything = "SELECT * { ?s ?p ?o }"
        assert len(list(kb.query(everything))) == 2
        assert len(list(kb.query(everything, options=Options(timeout=9)))) == 2
        assert len(list(kb.prepare(everything).query())) == 2
        kb.save_query("all", everything)
        assert len(list(kb.run("all"))) == 2
        with kb.begin() as tx:
            assert len(list(tx.query(everything))) == 2
        assert len(list(kb.query(everything, timeout=float("inf"), options=Options(max_rows=3)))) == 3
        assert len(kb.saved_queries()) == 1
    with dossier.KnowledgeBase(path, query_memory_bytes=1 << 16) as kb:
        large = "SELECT DISTINCT ?n { VALUES ?n { " + " ".join(map(str, range(9000))) + " } }"
        with pytest.raises(dossier.LimitError):
            list(kb.query(large))
        assert len(list(kb.query(large, options=Options(memory_bytes=1 << 26)))) == 9000
