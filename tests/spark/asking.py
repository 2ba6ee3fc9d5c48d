# SPDX-License-Identifier: Apache-2.0
"""Queries on Spark against one machine: parts of spark_test.py."""

import importlib.util
import pathlib

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


def asked(spark, options, base, tables, what):
    from ask import answer, translated
    spec = importlib.util.spec_from_file_location("sql_tables", ROOT / "tests" / "sql" / "tables.py")
    shared = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(shared)
    multiset, rows_of_json = shared.multiset, shared.rows_of_json
    import tables as scale_tables
    scale_tables.register(spark, str(tables))
    for query in QUERIES:
        plan = translated(options.dossier, query)
        ours = rows_of_json(run(options.dossier, "query", base, "--format", "json", "-e", query).stdout)
        frame = answer(spark, plan)
        rows = frame.collect()
        if plan["form"] == "ask":
            assert ours == rows[0][0], query
            continue
        theirs = [tuple((name, cell) for name, cell in sorted(zip(plan["names"], row)) if cell is not None)
                  for row in rows]
        if multiset(ours) != multiset(theirs):
            raise AssertionError(f"{what}: {query}: {len(ours)} rows here, {len(theirs)} on Spark, such as "
                                 f"{list((multiset(ours) - multiset(theirs)).items())[:2]} "
                                 f"{list((multiset(theirs) - multiset(ours)).items())[:2]}")
    print(f"{what}: {len(QUERIES)} queries have equal rows")


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
