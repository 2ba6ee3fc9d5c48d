# SPDX-License-Identifier: Apache-2.0
"""Brings a selection of tables on Spark into a local knowledge base, with its evidence.

    spark-submit scale/bring.py TABLES DB -e QUERY [--dossier PROGRAM]

QUERY is a SELECT; whatever its rows name comes along: entities with labels and classes, and every document that says
something of a thing named in the first variable: whole graphs, so that sentences, mentions and reifiers are there and
the desk works as over documents read here. With a CONSTRUCT its triples alone come. Rows reach this machine, no more.
"""

import argparse
import pathlib
import subprocess
import tempfile

from ask import answer, translated
from common import Wrong, main, session
from tables import register

SELECTION = """
SELECT DISTINCT q.g FROM quads q JOIN terms t ON t.id = q.s OR t.id = q.o
JOIN chosen c ON c.term = CASE t.kind WHEN 'iri' THEN '<' || t.lexical || '>' WHEN 'blank' THEN '_:' || t.lexical END
WHERE q.g <> 0"""


def term_sql(alias):
    """A term's N-Triples in SQL of Spark."""
    text = f"{alias}.lexical"
    for character, escape in (("\\\\", "\\\\\\\\"), ('"', '\\\\"'), ("\\n", "\\\\n"), ("\\r", "\\\\r")):
        text = f"replace({text}, '{character}', '{escape}')"
    return (f"CASE {alias}.kind WHEN 'iri' THEN '<' || {alias}.lexical || '>' WHEN 'blank' THEN '_:' || {alias}.lexical "
            f"WHEN 'triple' THEN {alias}.lexical ELSE '\"' || {text} || '\"' || CASE WHEN {alias}.language IS NOT NULL "
            f"THEN '@' || {alias}.language ELSE '^^<' || {alias}.datatype || '>' END END")


def quads_of(spark, rows):
    """Lines of N-Quads: the graphs of the documents that name what the first column has."""
    rows.select(rows.columns[0]).where(f"`{rows.columns[0]}` IS NOT NULL").distinct().toDF("term").createOrReplaceTempView(
        "chosen")
    spark.sql(SELECTION).createOrReplaceTempView("chosen_graphs")
    return spark.sql(
        f"SELECT {term_sql('s')} || ' ' || {term_sql('p')} || ' ' || {term_sql('o')} || ' ' || {term_sql('g')} || ' .' "
        "FROM quads q LEFT SEMI JOIN chosen_graphs c ON c.g = q.g JOIN terms s ON s.id = q.s JOIN terms p ON p.id = q.p "
        "JOIN terms o ON o.id = q.o JOIN terms g ON g.id = q.g")


def work():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tables")
    parser.add_argument("database")
    parser.add_argument("-e", dest="text", required=True)
    parser.add_argument("--dossier", default="dossier")
    parser.add_argument("--conf", action="append", default=[], metavar="KEY=VALUE")
    options = parser.parse_args()
    plan = translated(options.dossier, options.text)
    if plan["form"] == "ask":
        raise Wrong("an ASK selects nothing: write a SELECT or a CONSTRUCT")
    spark = session("dossier bring", options.conf)
    register(spark, options.tables)
    rows = answer(spark, plan)
    if plan["form"] == "construct":
        rows = rows.selectExpr("subject || ' ' || predicate || ' ' || object || ' .'")
    else:
        rows = quads_of(spark, rows)
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "selection.nq"
        with open(file, "w", encoding="utf-8") as out:
            for row in rows.toLocalIterator():
                out.write(row[0] + "\n")
        done = subprocess.run([options.dossier, "load", options.database, str(file), "--format", "nq"],
                              capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Wrong(done.stderr.strip().removeprefix("error: "))
    print(done.stderr.strip())


if __name__ == "__main__":
    main(work)
