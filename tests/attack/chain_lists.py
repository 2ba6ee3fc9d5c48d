# SPDX-License-Identifier: Apache-2.0
"""Requests of one long list each, or of one deep term: what chain_pieces.py has no piece for."""

from chain_pieces import PREFIX, SELECT


def listed(count, piece, between=" "):
    """`count` pieces; %n is the number of each."""
    return between.join(piece.replace("%n", str(i)) for i in range(count))


def deep(count, opening, inside, closing):
    return opening * count + inside + closing * count


def of_rows(make):
    return lambda n: ("query", make(n))


def of_update(make):
    return lambda n: ("update", PREFIX + make(n))


def selecting(condition):
    """A query for the number of rows of a group."""
    return of_rows(lambda n: SELECT + "{ " + condition(n) + " }")


# name: makes (command, text) of a size. The rows are not compared, as they differ.
LISTS = {
    "prefixes": of_rows(lambda n: listed(n, "PREFIX p%n: <urn:%n>") + "SELECT * { p0:a ?p ?o }"),
    "FROM": of_rows(lambda n: "SELECT * " + listed(n, "FROM <urn:%n>") + "{ ?s ?p ?o }"),
    "FROM NAMED": of_rows(lambda n: "SELECT * " + listed(n, "FROM NAMED <urn:%n>")
                          + "{ GRAPH ?g { ?s ?p ?o } }"),
    "columns": of_rows(lambda n: "SELECT " + listed(n, "?v%n") + "{ ?v0 ?v1 ?v2 }"),
    "computed columns": of_rows(lambda n: "SELECT (1 AS ?v0) " + "".join(
        f"(?v{i} + 1 AS ?v{i + 1})" for i in range(n)) + "{ }"),
    "aggregates": of_rows(lambda n: "SELECT " + listed(n, "(COUNT(?s) + %n AS ?v%n)")
                          + "{ ?s ?p ?o }"),
    "GROUP BY": of_rows(lambda n: "SELECT (COUNT(*) AS ?c) { ?s ?p ?o } GROUP BY "
                        + listed(n, "(STR(?s) + %n AS ?v%n)")),
    "GROUP BY variables": of_rows(lambda n: "SELECT (COUNT(*) AS ?c) { ?s ?p ?o } GROUP BY ?s "
                                  + listed(n, "?v%n")),
    "HAVING": of_rows(lambda n: "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING "
                      + listed(n, "(COUNT(?o) != %n)")),
    "ORDER BY": of_rows(lambda n: "SELECT * { ?s ?p ?o } ORDER BY " + listed(n, "DESC(?v%n)")),
    "ORDER BY expressions": of_rows(lambda n: "SELECT * { ?s ?p ?o } ORDER BY "
                                    + listed(n, "(STR(?s))")),
    "DESCRIBE": of_rows(lambda n: "DESCRIBE " + listed(n, "<urn:%n>")),
    "template": of_rows(lambda n: "CONSTRUCT { " + listed(n, "?s ?p%n ?o .") + " } { ?s ?p0 ?o }"),
    "template of blank nodes": of_rows(lambda n: "CONSTRUCT { " + listed(n, "_:b%n ?p ?o .")
                                       + " } { ?s ?p ?o }"),
    "template of lists": of_rows(lambda n: "CONSTRUCT { ?s ?p (" + listed(n, "?o")
                                 + ") } { ?s ?p ?o }"),
    "deep template": of_rows(lambda n: "CONSTRUCT { ?s ?p "
                             + deep(n, "[ ?p ", "?o", " ]") + " } { ?s ?p ?o }"),
    "CONSTRUCT WHERE": of_rows(lambda n: "CONSTRUCT WHERE { " + listed(n, "?s%n ?p ?o .") + " }"),
    "subjects": selecting(lambda n: listed(n, "?s%n :p :b .")),
    "objects": selecting(lambda n: ":a :p " + listed(n, "?o%n", ", ")),
    "predicates": selecting(lambda n: ":a " + listed(n, ":p ?o%n", "; ")),
    "semicolons": selecting(lambda n: ":a :p ?o " + ";" * n),
    "collection": selecting(lambda n: ":a :p ( " + listed(n, "?o%n") + " )"),
    "collections": selecting(lambda n: ":a :p " + deep(n, "( ", "?x", " )")),
    "property lists": selecting(lambda n: ":a :p " + deep(n, "[ :p ", "?x", " ]")),
    "reified triples": selecting(lambda n: deep(n, "<< ", ":a", " :p :b >>") + " :note 1"),
    "triple terms": selecting(lambda n: "?t ?p " + deep(n, "<<( ?s ?p ", "?o", " )>>")),
    "annotations": selecting(lambda n: ":a :p :b " + deep(n, "{| :note 1 ", "", " |}")),
    "annotations in a row": selecting(lambda n: ":a :p :b " + listed(n, "{| :note %n |}")),
    "reifiers": selecting(lambda n: ":a :p :b " + listed(n, "~ ?r%n")),
    "rows of VALUES": selecting(lambda n: "VALUES ?v { " + listed(n, "%n") + " } ?s :p ?v"),
    "columns of VALUES": selecting(lambda n: "VALUES (" + listed(n, "?v%n") + ") { ("
                                   + listed(n, "%n") + ") }"),
    "triple terms of VALUES": selecting(
        lambda n: "VALUES ?v { " + deep(n, "<<( :a :p ", ":b", " )>>") + " }"),
    "triple terms of BIND": selecting(
        lambda n: "BIND(" + deep(n, "<<( :a :p ", ":b", " )>>") + " AS ?v)"),
    "TRIPLE": selecting(lambda n: "BIND(" + deep(n, "TRIPLE(:a, :p, ", ":b", ")") + " AS ?v)"),
    "TRIPLE of a variable": selecting(lambda n: "?s :p ?o BIND("
                                      + deep(n, "TRIPLE(?s, :p, ", "?o", ")") + " AS ?v)"),
    "branches": selecting(lambda n: listed(n, "{ BIND(%n AS ?v) }", "UNION")),
    "branches of triples": selecting(lambda n: listed(n, "{ ?s :p%n ?v }", "UNION")),
    "numbers of IN": selecting(lambda n: "?s :p ?o FILTER(?o IN (" + listed(n, "%n", ",") + "))"),
    "names of NOT IN": selecting(lambda n: "?s :p ?o FILTER(?o NOT IN ("
                                 + listed(n, ":x%n", ",") + "))"),
    "CONCAT": selecting(lambda n: "?s :p ?o BIND(CONCAT(" + listed(n, "STR(?s)", ",") + ") AS ?c)"),
    "COALESCE": selecting(lambda n: "?s :p ?o BIND(COALESCE(" + listed(n, "?u%n", ",")
                          + ") AS ?c)"),
    "or": selecting(lambda n: "?s :p ?o FILTER(" + listed(n, "?o = :x%n", "||") + ")"),
    "and": selecting(lambda n: "?s :p ?o FILTER(" + listed(n, "?o != :x%n", "&&") + ")"),
    "equal": selecting(lambda n: "?s :p ?o " + listed(n, "FILTER(?o = :b)")),
    "not": selecting(lambda n: "?s :p ?o FILTER(" + "!" * n + "isIRI(?o))"),
    "sequence": selecting(lambda n: ":a " + listed(n, ":p", "/") + " ?o"),
    "alternative": selecting(lambda n: ":a " + listed(n, ":p%n", "|") + " ?o"),
    "repeated sequence": selecting(lambda n: ":a (" + listed(n, ":p", "/") + ")* ?o"),
    "repeated alternative": selecting(lambda n: ":a (" + listed(n, ":p%n", "|") + "|:p)+ ?o"),
    "negated": selecting(lambda n: ":a !(" + listed(n, ":p%n|^:q%n", "|") + ") ?o"),
    "deep path": selecting(lambda n: ":a " + deep(n, "(:none|", ":p", ")") + " ?o"),
    "deep sequence": selecting(lambda n: ":a " + deep(n, "(:p/", ":p", ")") + " ?o"),
    "deep star": selecting(lambda n: ":a " + deep(n, "(", ":p", ")*") + " ?o"),
    "deep repetition": selecting(lambda n: ":a " + deep(n, "(:none?/", ":p", ")+") + " ?o"),
    "deep inverse": selecting(lambda n: ":a " + deep(n, "^(", ":p", ")") + " ?o"),
    "INSERT DATA": of_update(lambda n: "INSERT DATA { " + listed(n, ":s :p :o%n .") + " }"),
    "INSERT DATA of graphs": of_update(
        lambda n: "INSERT DATA { " + listed(n, "GRAPH :g%n { :s :p :o }") + " }"),
    "INSERT DATA of a term": of_update(
        lambda n: "INSERT DATA { :s :p " + deep(n, "<<( :a :p ", ":b", " )>>") + " }"),
    "INSERT DATA of lists": of_update(
        lambda n: "INSERT DATA { :s :p " + deep(n, "( ", "1", " )") + " }"),
    "INSERT DATA of annotations": of_update(
        lambda n: "INSERT DATA { :s :p :o " + deep(n, "{| :q 1 ", "", " |}") + " }"),
    "DELETE DATA": of_update(lambda n: "DELETE DATA { " + listed(n, ":s :p :o%n .") + " }"),
    "DELETE DATA of a term": of_update(
        lambda n: "DELETE DATA { :s :p " + deep(n, "<<( :a :p ", ":b", " )>>") + " }"),
    "DELETE WHERE": of_update(lambda n: "DELETE WHERE { " + listed(n, "?s%n :p ?s .") + " }"),
    "DELETE WHERE of graphs": of_update(
        lambda n: "DELETE WHERE { " + listed(n, "GRAPH ?g%n { ?s :p ?o%n }") + " }"),
    "INSERT": of_update(lambda n: "INSERT { " + listed(n, "?s :p%n ?o .") + "} WHERE { ?s :p ?o }"),
    "INSERT of a term": of_update(lambda n: "INSERT { ?s :q " + deep(n, "<<( ?s :p ", "?o", " )>>")
                                  + " } WHERE { ?s :p ?o }"),
    "DELETE of a term": of_update(lambda n: "DELETE { ?s :q " + deep(n, "<<( ?s :p ", "?o", " )>>")
                                  + " } WHERE { ?s :p ?o }"),
    "USING": of_update(lambda n: "DELETE { ?s :q ?o } " + listed(n, "USING :g%n")
                       + " WHERE { ?s :p ?o }"),
    "USING NAMED": of_update(lambda n: "DELETE { ?s :q ?o } " + listed(n, "USING NAMED :g%n")
                             + " WHERE { GRAPH ?g { ?s :p ?o } }"),
    "operations of data": of_update(lambda n: listed(n, "INSERT DATA { :s :p :o%n }", ";")),
    "operations": of_update(
        lambda n: listed(n, "INSERT { ?s :q %n } WHERE { ?s :p ?o }", ";")),
    "operations of graphs": of_update(
        lambda n: listed(n, "CREATE SILENT GRAPH :g%n; COPY SILENT :g TO :g%n", ";")),
    "operations of prefixes": of_update(
        lambda n: listed(n, "PREFIX p%n: <urn:> CLEAR SILENT GRAPH p%n:x", ";")),
}
