#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Oxigraph joins its own triples with those of `dossier serve` by SERVICE.

Usage: oxigraph_test.py DOSSIER
"""

import sys

from served import Checks, people_base, serving, use_system_python

use_system_python("pyoxigraph")

from pyoxigraph import Literal, NamedNode, Quad, Store  # noqa: E402

PEOPLE = """@prefix : <http://example.org/> .
:kim :knows :lee ; :name "Kim" . :lee :name "Lee"@en ; :age 41 .
"""
EX = "http://example.org/"


def main():
    dossier, checks = sys.argv[1], Checks()
    with people_base(dossier, PEOPLE) as kb:
        own = Store()
        own.add(Quad(NamedNode(EX + "lee"), NamedNode(EX + "lives"), Literal("Bergen")))
        with serving(dossier, kb) as server:
            rows = list(own.query(f"""PREFIX : <{EX}> SELECT ?name ?where {{
                ?who :lives ?where . SERVICE <{server.origin}/sparql> {{ ?who :name ?name ; :age 41 }} }}"""))
            checks.equal("one row of both", [(row["name"], row["where"]) for row in rows],
                         [(Literal("Lee", language="en"), Literal("Bergen"))])
            silent = list(own.query(f"SELECT * {{ SERVICE SILENT <{server.origin}/nothing> {{ ?s ?p ?o }} }}"))
            checks.equal("another address has no rows", len(silent), 1)
    checks.end()


main()
