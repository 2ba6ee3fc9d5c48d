# SPDX-License-Identifier: Apache-2.0
"""JSON-LD, read with rdflib.

Usage: rdflib_test.py PROGRAM
"""

import sys

from desk import Desk, check, need, run_tests

need("rdflib", "python3-rdflib")
import rdflib  # noqa: E402

PREFIXES = """
PREFIX k: <urn:dossier:vocabulary:> PREFIX e: <urn:dossier:entity:> PREFIX r: <urn:dossier:relation:>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX schema: <https://schema.org/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


def read(desk, *options):
    path = desk.folder / "out.jsonld"
    desk.run("export", desk.kb, "--format", "jsonld", *options, "-o", path)
    return rdflib.Graph().parse(path, format="json-ld")


def statements_have_their_sentences(desk):
    graph = read(desk)
    facts = list(graph.query(PREFIXES + """SELECT ?f ?text ?day ?sure WHERE { ?f a rdf:Statement ;
        rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; k:evidence ?e ; k:confidence ?sure .
        ?e k:text ?text ; k:partOf ?d . ?d schema:datePublished ?day ; k:sha256 ?sum }"""))
    expected = desk.count("?f rdf:reifies ?t ; k:evidence ?s")
    check(len(facts) == expected, f"{len(facts)} statements, {expected} facts")
    check({str(row.day) for row in facts} == {"2024-05-03", "2024-06-09"}, str(facts))
    check(all(row.day.datatype == rdflib.XSD.date for row in facts), "days are dates")


def what_is_asserted_is_a_triple(desk):
    graph = read(desk)
    check(graph.query(PREFIXES + "ASK { e:Anna_Keller r:visit e:Kampala }").askAnswer, "asserted")
    check(not graph.query(PREFIXES + "ASK { e:Jonas_Falk r:visit e:Nairobi }").askAnswer, "planned")
    check(graph.query(PREFIXES + """ASK { ?f rdf:subject e:Jonas_Falk ; rdf:object e:Nairobi ;
        k:modality "planned" }""").askAnswer, "the plan is a statement")
    check(graph.query(PREFIXES + "ASK { e:Anna_Keller rdfs:label 'Anna Keller' ; a schema:Person }").askAnswer,
          "names and classes")


def options_hold(desk):
    few = read(desk, "--named-only", "--min-confidence", "0.2")
    check(not few.query(PREFIXES + "ASK { ?f rdf:object ?o . ?o a k:Concept }").askAnswer, "a concept")


sys.exit(run_tests([statements_have_their_sentences, what_is_asserted_is_a_triple, options_hold],
                   Desk(sys.argv[1])))
