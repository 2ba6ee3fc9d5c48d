#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""rdflib's SPARQLStore and SPARQLUpdateStore as clients of `dossier serve`.

Usage: sparqlstore_test.py DOSSIER
"""

import sys

from served import TOKEN, Checks, people_base, serving, use_system_python

use_system_python("rdflib")

from rdflib import Graph, Literal, URIRef  # noqa: E402
from rdflib.graph import Dataset  # noqa: E402
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore  # noqa: E402

PEOPLE = """@prefix : <http://example.org/> .
:kim :knows :lee ; :name "Kim" . :lee :name "Lee"@en ; :age 41 .
"""
KIM, NAME = URIRef("http://example.org/kim"), URIRef("http://example.org/name")


def reading(dossier, kb, checks):
    with serving(dossier, kb) as server:
        graph = Graph(SPARQLStore(server.origin + "/sparql"))
        checks.equal("len", len(graph), 4)
        checks.equal("triples", set(graph.objects(KIM, NAME)), {Literal("Kim")})
        checks.equal("contains", (KIM, NAME, Literal("Kim")) in graph, True)
        rows = list(graph.query("SELECT ?n { ?p <http://example.org/name> ?n } ORDER BY ?n"))
        checks.equal("select", [row[0] for row in rows], [Literal("Kim"), Literal("Lee", lang="en")])
        checks.equal("ask", graph.query("ASK { ?p <http://example.org/age> 41 }").askAnswer, True)
        built = graph.query("CONSTRUCT { ?b <urn:known> ?a } { ?a <http://example.org/knows> ?b }")
        checks.equal("construct", len(built.graph), 1)
        posting = Graph(SPARQLStore(server.origin + "/sparql", method="POST"))
        checks.equal("POST", len(posting), 4)


def writing(dossier, kb, checks):
    with serving(dossier, kb, "--edit", "--token", TOKEN) as server:
        endpoint = server.origin + "/sparql"
        store = SPARQLUpdateStore(endpoint, endpoint, auth=("anyone", TOKEN))
        graph = Graph(store, identifier=URIRef("urn:mine"))
        graph.add((KIM, NAME, Literal("Kim")))
        graph.add((KIM, NAME, Literal("Kimberly")))
        checks.equal("add", len(set(graph.objects(KIM, NAME))), 2)
        graph.remove((KIM, NAME, Literal("Kim")))
        checks.equal("remove", set(graph.objects(KIM, NAME)), {Literal("Kimberly")})
        named = Dataset(store).graph(URIRef("urn:more"))
        named.add((KIM, URIRef("urn:p"), Literal("\"quoted\"\n\u00e9")))
        checks.equal("named graph", set(named.objects(KIM, URIRef("urn:p"))), {Literal("\"quoted\"\n\u00e9")})


def main():
    dossier, checks = sys.argv[1], Checks()
    with people_base(dossier, PEOPLE) as kb:
        reading(dossier, kb, checks)
        writing(dossier, kb, checks)
    checks.end()


main()
