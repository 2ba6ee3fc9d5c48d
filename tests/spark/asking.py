# SPDX-License-Identifier: Apache-2.0
"""Queries on Spark against one machine: parts of spark_test.py."""

import importlib
import pathlib
import sys

from comparison import QUAD, comparable, run

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
QUERIES = [
    "SELECT ?who ?where { ?who r:visit ?where }",
    "SELECT ?class (COUNT(DISTINCT ?x) AS ?n) { ?x a ?class } GROUP BY ?class ORDER BY DESC(?n) ?class",
    "SELECT ?name { ?x rdfs:label ?name FILTER(STRLEN(?name) > 12 && CONTAINS(?name, ' ')) }",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s k:partOf ?d } } GROUP BY ?g",
    "SELECT ?a ?b { ?a (r:meet|^r:meet)+ ?b }",
    "SELECT ?x { ?x a schema:Person OPTIONAL { ?x schema:jobTitle ?t } FILTER(!BOUND(?t)) }",
    "SELECT ?r ?s { ?r rdf:reifies <<( ?s ?p ?o )>> MINUS { ?r k:polarity ?n } }",
    "SELECT ?d ?t { ?d a k:Document ; schema:datePublished ?t FILTER(YEAR(?t) >= 2020) }",
    "ASK { ?x r:no_such_relation ?y }",
]

# Rows without the IRIs of things, which may be others than on one machine.
OF_LINKED = [
    "SELECT ?a ?b { ?x r:visit ?y . ?x rdfs:label ?a . ?y rdfs:label ?b }",
    "SELECT ?p ?name { ?r rdf:reifies <<( ?s ?p ?o )>> . ?s rdfs:label ?name }",
    "SELECT ?d ?t { ?d a k:Document ; schema:datePublished ?t FILTER(YEAR(?t) >= 2020) }",
    "SELECT ?class (COUNT(DISTINCT ?x) AS ?n) { ?x a ?class } GROUP BY ?class",
]


def shared_with_sql():
    """tests/sql: its module queries, which knows the module tables there (one of this name is in scale/, too)."""
    folder, before = str(ROOT / "tests" / "sql"), sys.modules.pop("tables", None)
    sys.path.insert(0, folder)
    try:
        return importlib.import_module("queries")
    finally:
        sys.path.remove(folder)
        sys.modules.pop("tables", None)
        if before is not None:
            sys.modules["tables"] = before


def require_equal_rows(spark, options, base, query, shared):
    """Asks a query of the knowledge base and of the registered tables."""
    from ask import answer, translated
    plan = translated(options.dossier, query)
    ours = shared.rows_of_json(run(options.dossier, "query", base, "--format", "json", "-e", query).stdout)
    rows = answer(spark, plan).collect()
    if plan["form"] == "ask":
        assert ours == rows[0][0], query
        return
    theirs = [tuple((name, cell) for name, cell in sorted(zip(plan["names"], row)) if cell is not None)
              for row in rows]
    ours, theirs = shared.multiset(ours), shared.multiset(theirs)
    if ours != theirs:
        raise AssertionError(f"{query}: {sum(ours.values())} rows here, {sum(theirs.values())} on Spark, such as "
                             f"{list((ours - theirs).items())[:2]} {list((theirs - ours).items())[:2]}")


def asked(spark, options, base, tables, what):
    """The queries above, and those that people ask (tests/sql): of these none may be refused."""
    shared = shared_with_sql()
    import tables as scale_tables
    scale_tables.register(spark, str(tables))
    saved = [text for _, text in shared.queries() if "CONSTRUCT" not in text]
    assert len(saved) >= 10, len(saved)
    for query in QUERIES:
        require_equal_rows(spark, options, base, query, shared)
    # Over so few rows, compiling a query takes Spark longer than answering it.
    spark.conf.set("spark.sql.codegen.wholeStage", "false")
    for query in saved:
        require_equal_rows(spark, options, base, query, shared)
    spark.conf.unset("spark.sql.codegen.wholeStage")
    print(f"{what}: {len(QUERIES)} queries and {len(saved)} saved ones have equal rows")


def asked_of_linked(spark, options, base, linked, out):
    """What reading, linking and numbering on Spark gave is asked, too."""
    shared = shared_with_sql()
    import tables as scale_tables
    scale_tables.make(spark, str(linked), str(out))
    scale_tables.register(spark, str(out))
    for query in OF_LINKED:
        require_equal_rows(spark, options, base, query, shared)
    print(f"linked and numbered on Spark: {len(OF_LINKED)} queries have equal rows")


def long_path(spark, options, folder):
    """A path of many steps is as many rounds, none of which may cost more than the one before."""
    from ask import answer, translated
    from tables import register
    steps = 24
    (folder / "chain.nt").write_text("".join(f"<urn:n:{i}> <urn:next> <urn:n:{i + 1}> .\n" for i in range(steps)))
    run(options.dossier, "load", folder / "chain.kb", folder / "chain.nt")
    run(options.dossier, "export", folder / "chain.kb", "--format", "tables", "-o", folder / "chain")
    register(spark, str(folder / "chain"))
    rows = answer(spark, translated(options.dossier, "SELECT ?a ?b { ?a <urn:next>+ ?b }")).collect()
    assert len(set(rows)) == len(rows) == steps * (steps + 1) // 2, len(rows)
    print(f"a path of {steps} steps: {len(rows)} pairs")


def brought(spark, options, dumped, folder):
    """A selection in a knowledge base of its own has all that its documents say."""
    import ask
    import bring
    query = "SELECT ?who { ?who a schema:Person } ORDER BY ?who LIMIT 3"
    rows = ask.answer(spark, ask.translated(options.dossier, query))
    chosen = {row[0] for row in rows.collect()}
    lines = [row[0] for row in bring.quads_of(spark, rows).collect()]
    (folder / "selection.nq").write_text("\n".join(lines) + "\n")
    run(options.dossier, "load", folder / "selection", folder / "selection.nq", "--format", "nq")
    graphs = {g for s, p, o, g in dumped if s in chosen or o in chosen}
    expected = comparable([quad for quad in dumped if quad[3] in graphs])[0]
    got = [tuple(QUAD.findall(line)) for line in run(options.dossier, "dump", folder / "selection").stdout.splitlines()]
    assert comparable(got)[0] == expected, "the selection lacks or adds quads"
    print(f"bring: {len(lines)} quads of {len(graphs)} documents, as on one machine")
