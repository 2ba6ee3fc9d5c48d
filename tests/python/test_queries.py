# SPDX-License-Identifier: Apache-2.0
"""Queries, prepared and saved ones, updates."""

import json
import os

import pytest

import dossier
from dossier import Iri, Options, Triple

VISITORS = "SELECT ?name { ?who <urn:x:visit> $place ; rdfs:label ?name } ORDER BY ?name"


def test_forms(people):
    assert [row.name for row in people.query(VISITORS, {"place": Iri("urn:x:lund")})] == [
        "Ada Brandt", "Ben Osei"]
    assert people.ask("ASK { ?x <urn:x:age> 41 }") is True
    assert people.ask("ASK { ?x <urn:x:age> 42 }") is False
    triples = set(people.construct("CONSTRUCT { ?a <urn:x:at> ?b } WHERE { ?a <urn:x:visit> ?b }"))
    assert Triple(Iri("urn:x:ben"), Iri("urn:x:at"), Iri("urn:x:lund")) in triples
    assert len(list(people.construct("DESCRIBE <urn:x:lund>"))) >= 1


FORMS = [
    ("query", "ASK {}", "use ask()"),
    ("query", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "use construct()"),
    ("ask", "SELECT * {}", "use query()"),
    ("construct", "SELECT * {}", "use query()"),
]


@pytest.mark.parametrize("call, text, message", FORMS)
def test_the_wrong_call_names_the_right_one(people, call, text, message):
    with pytest.raises(dossier.UsageError) as failure:
        getattr(people, call)(text)
    assert message in str(failure.value)


def test_rows_stream(kb):
    kb.load_quads((Iri(f"urn:{i}"), Iri("urn:p"), i) for i in range(5000))
    rows = kb.query("SELECT ?o { ?s <urn:p> ?o }")
    assert rows.variables == ["o"]
    first = next(rows)
    rest = [row.o for row in rows]
    assert sorted([first.o, *rest]) == list(range(5000))
    assert next(rows, None) is None


def test_a_shown_result_is_still_there(people):
    rows = people.query("SELECT ?who { ?who <urn:x:age> ?age }")
    assert "<th>who</th>" in rows._repr_html_()
    assert len(list(rows)) == 2


def test_serialize(people):
    text = people.query(VISITORS, {"place": Iri("urn:x:oslo")}).serialize("json")
    assert json.loads(text)["results"]["bindings"] == [
        {"name": {"type": "literal", "value": "Ada Brandt"}}]
    triples = people.construct("CONSTRUCT WHERE { ?a <urn:x:age> 29 }")
    assert triples.serialize("nt") == (
        '<urn:x:ben> <urn:x:age> "29"^^<http://www.w3.org/2001/XMLSchema#integer> .\n')
    with pytest.raises(dossier.UsageError, match="written as nt, nq, ttl or trig"):
        people.construct("CONSTRUCT WHERE { ?a <urn:x:age> 29 }").serialize("csv")


def test_plan_and_warnings(people):
    rows = people.query("SELECT ?nowhere { ?who <urn:x:age> ?age }")
    assert "nowhere" in rows.warnings[0]
    assert rows.plan()
    assert people.explain("SELECT * { ?s ?p ?o }")


def test_prepared(people):
    visitors = people.prepare(VISITORS)
    assert [row.name for row in visitors.query({"place": Iri("urn:x:oslo")})] == ["Ada Brandt"]
    assert len(list(visitors.query({"place": Iri("urn:x:lund")}))) == 2
    assert people.prepare("ASK { ?s <urn:x:age> $age }").ask({"age": 29})
    assert list(people.prepare("CONSTRUCT WHERE { ?s <urn:x:age> $age }").construct({"age": 29})) == [
        Triple(Iri("urn:x:ben"), Iri("urn:x:age"), 29)]


def test_saved(people):
    people.save_query("visitors", """
        # Who was in a place.
        # @param place entity  The place
        # @param least integer = 0  The least age
        SELECT ?name { ?who <urn:x:visit> $place ; rdfs:label ?name ; <urn:x:age> ?age
                       FILTER(?age >= $least) } ORDER BY ?name""")
    assert [row.name for row in people.run("visitors", {"place": "Lund"})] == [
        "Ada Brandt", "Ben Osei"]
    assert [row.name for row in people.run("visitors", {"place": Iri("urn:x:lund"), "least": 30})] == [
        "Ada Brandt"]
    saved = people.saved_query("visitors")
    assert saved.description == "Who was in a place."
    assert [(one.name, one.type, one.default) for one in saved.parameters] == [
        ("place", "entity", None), ("least", "integer", ["0"])]
    assert people.saved_queries() == [saved]
    people.save_query("anyone", "ASK { ?who <urn:x:visit> ?place }")
    assert people.run("anyone") is True
    with pytest.raises(dossier.UsageError, match="place"):
        people.run("visitors")
    with pytest.raises(dossier.InputError, match="visitors"):
        people.run("visitor")


def test_saved_with_a_list(people):
    people.save_query("ages", "# @param who list of entity\nSELECT ?age { $who <urn:x:age> ?age }")
    rows = people.run("ages", {"who": ["Ada Brandt", Iri("urn:x:ben")]})
    assert sorted(row.age for row in rows) == [29, 41]


def test_update(people):
    report = people.update("DELETE { ?s <urn:x:age> ?o } INSERT { ?s <urn:x:years> ?o } "
                           "WHERE { ?s <urn:x:age> ?o FILTER(?o > $least) }", {"least": 30})
    assert (report.inserted, report.erased) == (1, 1)


def test_options(people, tmp_path):
    assert len(list(people.query("SELECT * { ?s ?p ?o }", options=Options(max_rows=3)))) == 3
    rows = people.query("SELECT ?o { y:ada y:age ?o }", options=Options(prefixes={"y": "urn:x:"}))
    assert next(rows).o == 41
    people.update("INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> 1 } }")
    strict = Options(strict_default_graph=True)
    assert people.ask("ASK { <urn:s> <urn:p> 1 }")
    assert not people.ask("ASK { <urn:s> <urn:p> 1 }", options=strict)
    only = Options(default_graphs=["urn:g"])
    assert [row.o for row in people.query("SELECT ?o { ?s ?p ?o }", options=only)] == [1]
    named = Options(named_graphs=[Iri("urn:other")])
    assert not people.ask("ASK { GRAPH ?g { ?s ?p ?o } }", options=named)
    rows = people.query("SELECT ?o { <ada> <age> ?o }", options=Options(base="urn:x:"))
    assert next(people.query("SELECT * { ?s ?p ?o }", options=Options(profile=True))) is not None


FILES = [(True, True), (False, False), ("inside", True), ("elsewhere", False)]


@pytest.mark.parametrize("files, allowed", FILES)
def test_files_that_load_may_read(kb, tmp_path, files, allowed):
    for folder in ("inside", "elsewhere"):
        (tmp_path / folder).mkdir()
    data = tmp_path / "inside/data.nt"
    data.write_text("<urn:a> <urn:b> <urn:c> .\n")
    options = Options(files=files if isinstance(files, bool) else [tmp_path / files])
    request = f"LOAD <{data.as_uri()}>"
    if allowed:
        assert kb.update(request, options=options).inserted == 1
    else:
        with pytest.raises(dossier.UsageError):
            kb.update(request, options=options)


def test_the_number_of_threads(kb):
    kb.load_text("".join(f"<urn:{i}> <urn:p> {i} .\n" for i in range(100_000)), "ttl")
    kb.compact()

    def first(threads):
        rows = kb.query("SELECT ?o { ?s ?p ?o } ORDER BY DESC(?o)",
                        options=Options(threads=threads))
        value = next(iter(rows)).o
        return value, len(os.listdir("/proc/self/task"))

    value, alone = first(1)
    assert value == 99_999
    value, several = first(4)
    assert value == 99_999
    assert several >= alone + 3  # they wait for the next query
