# SPDX-License-Identifier: Apache-2.0
"""Long and deep requests whose answers are known, made of every construct of SPARQL.

The data (DATA) are a circle of three nodes. Each piece of a chain takes the value of one variable
to the next one, each wrapping leaves the rows of what it wraps as they are, and each step of an
expression its value, so that all mixtures of them have one row.
"""

DATA = """PREFIX : <urn:> INSERT DATA {
:a :p :b {| :note 1 |} . :b :p :c {| :note 1 |} . :c :p :a {| :note 1 |} .
GRAPH :g { :a :p :b . :b :p :c . :c :p :a } }"""
NOBODY = "<http://127.0.0.1:1/>"

# Pieces of a group: %v is bound before, %w after; a piece without %w leaves %v as it is.
PIECES = {
    "triples": "%v :p %w .",
    "two triples": "%v :p %w . %v :p [] .",
    "anybody": "?any%n :p %v .",
    "unknown": "%v :p ?unknown%n . FILTER(?unknown%n != :x%n)",
    "optional": "OPTIONAL { %v :p %w }",
    "empty optional": "OPTIONAL { %v :none ?none%n }",
    "optional with condition": "OPTIONAL { %v :p ?o%n FILTER(?o%n != %v) }",
    "bind": "BIND(%v AS %w)",
    "bind of a call": "BIND(IRI(STR(%v)) AS %w)",
    "values": "VALUES %w { :a }",
    "values of the same": "VALUES %v { :a :b :c }",
    "values of rows": "VALUES (%v %w) { (:a :b) (:b :c) (:c :a) }",
    "minus": "MINUS { %v :none ?m%n }",
    "minus of others": "MINUS { ?m%n :p ?mm%n }",
    "union": "{ %v :p %w } UNION { %v :none %w }",
    "union of nothing": "{ } UNION { FILTER(false) }",
    "filter": "FILTER(isIRI(%v))",
    "filter of two": "FILTER(%v = :a || %v != :a)",
    "exists": "FILTER EXISTS { %v :p ?e%n }",
    "not exists": "FILTER NOT EXISTS { %v :none ?e%n }",
    "exists in a value": "BIND(IF(EXISTS { %v :p ?e%n }, :a, :b) AS %w)",
    "graph": "GRAPH :g { %v :p %w }",
    "graphs": "GRAPH ?g%n { %v :p %w }",
    "empty graph": "GRAPH :g { }",
    "select": "{ SELECT %v %w { %v :p %w } }",
    "select with limit": "{ SELECT (:a AS %w) { ?s%n :p ?o%n } LIMIT 1 }",
    "counting": "{ SELECT (IF(COUNT(*) = 3, :a, :b) AS %w) { ?s%n :p ?o%n } }",
    "group": "{ %v :p %w }",
    "service": "SERVICE SILENT " + NOBODY + " { %v :p ?f%n }",
    "sequence": "%v :p/:p %w .",
    "alternative": "%v :none|:p %w .",
    "inverse": "%v ^:p %w .",
    "star": "%v :none* %w .",
    "plus": "%v (:p/:p/:p)+ %w .",
    "option": "%v :none? %w .",
    "negated": "%v !(:none|^:p) %w .",
    "triple term": "?t%n rdf:reifies <<( %v :p %w )>> .",
    "reified triple": "<< %v :p %w >> :note 1 .",
    "annotation": "%v :p %w {| :note 1 |} .",
    "property list": "%v :p [ :p [ :p %w ] ] .",
}

# What wraps a group.
WRAPPINGS = {
    "group": ("{", "}"),
    "group with triples": (":a :p :b . {", "}"),
    "group before triples": ("{", "} :a :p :b ."),
    "optional": ("OPTIONAL {", "}"),
    "optional after triples": (":a :p ?o%n OPTIONAL {", "}"),
    "union": ("{", "} UNION { FILTER(false) }"),
    "union at the end": ("{ FILTER(false) } UNION {", "}"),
    "minus": ("VALUES ?m%n { 1 } MINUS {", "}"),
    "exists": ("FILTER EXISTS {", "}"),
    "not exists": ("FILTER NOT EXISTS { FILTER(false)", "}"),
    "exists in a value": ("BIND(EXISTS {", "} AS ?e%n)"),
    "exists in an optional": ("OPTIONAL { :a :p ?o%n FILTER EXISTS {", "} }"),
    "graph": ("GRAPH :g {", "}"),
    "graph by name": ("VALUES ?g%n { :g } GRAPH ?g%n {", "}"),
    "select": ("{ SELECT * {", "} }"),
    "distinct": ("{ SELECT DISTINCT * {", "} }"),
    "counting": ("{ SELECT (COUNT(*) AS ?c%n) {", "} }"),
    "limit": ("{ SELECT * {", "} ORDER BY ?x LIMIT 1 }"),
    "service": ("SERVICE SILENT " + NOBODY + " {", "}"),
    "bind": ("{", "BIND(1 AS ?b%n) }"),
    "values": ("{", "VALUES ?v%n { 1 } }"),
    "filter": ("{", "FILTER(?never%n = 1 || true) }"),
}

# Steps of an expression, around the number 1.
STEPS = {
    "brackets": ("(", ")"),
    "abs": ("ABS(", ")"),
    "if": ("IF(true, ", ", 0)"),
    "otherwise": ("IF(false, 0, ", ")"),
    "coalesce": ("COALESCE(", ", 0)"),
    "coalesce at the end": ("COALESCE(1/0, ", ")"),
    "minus": ("(-(-(", ")))"),
    "plus": ("(0 + ", ")"),
    "plus zero": ("(", " + 0)"),
    "times": ("(", " * 1)"),
    "chain of plus": ("0 + ", ""),
    "chain of plus zero": ("", " + 0"),
    "chain of times": ("", " * 1"),
    "cast": ("xsd:integer(", ")"),
    "text": ("xsd:integer(STR(", "))"),
    "length": ("STRLEN(SUBSTR('x', ", "))"),
    "not": ("IF(!(", " = 0), 1, 0)"),
    "or": ("IF(false || ", " = 1, 1, 0)"),
    "and": ("IF(true && ", " = 1, 1, 0)"),
    "in": ("IF(", " IN (0, 1), 1, 0)"),
    "in a list": ("IF(1 IN (2, ", "), 1, 0)"),
    "variable": ("(", " + ?zero)"),
    "exists": ("IF(EXISTS { FILTER(", " = 1) }, 1, 0)"),
}

PREFIX = "PREFIX : <urn:> "
SELECT = PREFIX + "SELECT (COUNT(*) AS ?n) "


def mixed(names, count, in_turn):
    """`count` of the names, in turn or one after the other."""
    if in_turn:
        return (names[i % len(names)] for i in range(count))
    return (names[i * len(names) // count] for i in range(count))


def chain(names, count, in_turn):
    """A group of `count` pieces with one row."""
    parts = ["{ VALUES ?v { :a }"]
    now = "?v"
    for i, name in enumerate(mixed(names, count, in_turn)):
        piece = PIECES[name]
        then = f"?v{i}"
        parts.append(piece.replace("%v", now).replace("%w", then).replace("%n", str(i)))
        if "%w" in piece:
            now = then
    return "\n".join(parts) + " }"


def wrapped(wrappings, inner, names, count, in_turn):
    before, after = [], []
    for i, name in enumerate(mixed(names, count, in_turn)):
        opening, closing = (part.replace("%n", str(i)) for part in wrappings[name])
        before.append(opening)
        after.append(closing)
    return "".join(before) + inner + "".join(reversed(after))


def nesting(names, count, in_turn):
    """A group nested `count` deep with one row."""
    return "{ " + wrapped(WRAPPINGS, " VALUES ?x { 1 } ", names, count, in_turn) + " }"


def expression(names, count, in_turn):
    """A group with one row if the expression has the value 1."""
    made = wrapped(STEPS, "1", names, count, in_turn)
    return f"{{ VALUES ?zero {{ 0 }} BIND({made} AS ?e) FILTER(?e = 1) }}"
