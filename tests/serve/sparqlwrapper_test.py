#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""SPARQLWrapper as a client of `dossier serve`: every format it asks for, both methods, an update.

Usage: sparqlwrapper_test.py DOSSIER
"""

import sys

from served import TOKEN, Checks, people_base, serving, use_system_python

use_system_python("SPARQLWrapper")

from SPARQLWrapper import BASIC, CSV, GET, JSON, POST, TSV, TURTLE, XML, SPARQLWrapper  # noqa: E402
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed  # noqa: E402

PEOPLE = """@prefix : <http://example.org/> .
:kim :knows :lee ; :name "Kim" . :lee :name "Lee"@en ; :age 41 .
"""
NAMES = "SELECT ?n { ?p <http://example.org/name> ?n } ORDER BY ?n"


def asked(server, text, how, method=GET):
    wrapper = SPARQLWrapper(server.origin + "/sparql")
    wrapper.setQuery(text)
    wrapper.setMethod(method)
    wrapper.setReturnFormat(how)
    return wrapper.query().convert()


def reading(dossier, kb, checks):
    with serving(dossier, kb) as server:
        for method in (GET, POST):
            rows = asked(server, NAMES, JSON, method)["results"]["bindings"]
            checks.equal(f"JSON, {method}", [row["n"]["value"] for row in rows], ["Kim", "Lee"])
        document = asked(server, NAMES, XML)
        checks.equal("XML", [one.firstChild.data for one in document.getElementsByTagName("literal")], ["Kim", "Lee"])
        checks.equal("CSV", asked(server, NAMES, CSV), b"n\r\nKim\r\nLee\r\n")
        checks.equal("TSV", asked(server, NAMES, TSV), b'?n\n"Kim"\n"Lee"@en\n')
        checks.equal("ASK", asked(server, "ASK { ?p ?q 41 }", JSON)["boolean"], True)
        turtle = asked(server, "CONSTRUCT WHERE { ?p <http://example.org/age> ?n }", TURTLE)
        checks.true("Turtle", b"41" in turtle, turtle)
        try:
            asked(server, "SELEKT", JSON)
            checks.true("a mistake is refused", False)
        except QueryBadFormed as error:
            checks.true("a mistake is explained", "SELECT" in str(error), str(error))


def writing(dossier, kb, checks):
    with serving(dossier, kb, "--edit", "--token", TOKEN) as server:
        wrapper = SPARQLWrapper(server.origin + "/sparql")
        wrapper.setHTTPAuth(BASIC)
        wrapper.setCredentials("anyone", TOKEN)
        wrapper.setMethod(POST)
        wrapper.setQuery("INSERT DATA { <urn:a> <urn:p> 7 }")
        wrapper.query()
        wrapper.setMethod(GET)
        wrapper.setReturnFormat(JSON)
        wrapper.setQuery("SELECT ?n { <urn:a> <urn:p> ?n }")
        rows = wrapper.query().convert()["results"]["bindings"]
        checks.equal("what was inserted is there", [row["n"]["value"] for row in rows], ["7"])


def main():
    dossier, checks = sys.argv[1], Checks()
    with people_base(dossier, PEOPLE) as kb:
        reading(dossier, kb, checks)
        writing(dossier, kb, checks)
    checks.end()


main()
