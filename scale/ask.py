# SPDX-License-Identifier: Apache-2.0
"""Asks a SPARQL query over tables on Spark.

    spark-submit scale/ask.py TABLES (-e TEXT | -f FILE) [--dossier PROGRAM] [-o OUT] [--default-graph union|strict]

`dossier sql --dialect spark` translates the query; what the SQL of Spark can't say, repeated paths, is iterated here:
joins over the pairs that were new last, until none is new. Rows go to the terminal as tab-separated N-Triples terms,
or with -o into a Parquet table.
"""

import argparse
import json
import subprocess

from common import Wrong, main, session
from tables import register

MOST_ROUNDS = 1000
ROUNDS_TOGETHER = 16  # of which the pairs are united in a plan


def translated(program, query, graph="union"):
    try:
        done = subprocess.run([program, "sql", "--dialect", "spark", "--format", "json", "--default-graph", graph,
                               "-f", "-"], input=query, capture_output=True, text=True, check=False)
    except OSError as error:
        raise Wrong(f"cannot start {program}: {error.strerror}") from error
    if done.returncode != 0:
        raise Wrong(done.stderr.strip().removeprefix("error: "))
    return json.loads(done.stdout)


def closure(spark, step):
    """All pairs that `next` reaches from `text`; only what was new last is followed. A checkpoint a round keeps plans
    short: one that is only persisted would have the plans of all rounds before it, twice each."""
    new = everything = checkpoint(spark.sql(step["text"]))
    for number in range(1, MOST_ROUNDS + 1):
        new.createOrReplaceTempView("dossier_reached")
        new = checkpoint(spark.sql(step["next"].replace("{reached}", "dossier_reached")).distinct().join(
            everything.toDF("g", "a", "b"), ["g", "a", "b"], "left_anti"))
        if new.isEmpty():
            return everything
        everything = everything.union(new)
        if number % ROUNDS_TOGETHER == 0:
            everything = checkpoint(everything.coalesce(spark.sparkContext.defaultParallelism))
    raise Wrong(f"a path is longer than {MOST_ROUNDS} steps")


def checkpoint(frame):
    """Spark 3.5 does not find the columns of what it knows about the rows of a join of checkpoints ("key not found"),
    so it is to find out nothing."""
    conf, name = frame.sparkSession.conf, "spark.sql.constraintPropagation.enabled"
    before = conf.get(name)
    conf.set(name, "false")
    try:
        return frame.localCheckpoint()
    finally:
        conf.set(name, before)


def answer(spark, query):
    """The rows of a translated query over the registered tables."""
    for step in query["steps"]:
        table = closure(spark, step) if "next" in step else spark.sql(step["text"]).persist()
        table.createOrReplaceTempView(step["name"])
    return spark.sql(query["text"])


def print_rows(rows):
    print("\t".join(rows.columns))
    for row in rows.toLocalIterator():
        print("\t".join("" if cell is None else str(cell) for cell in row))


def work():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tables")
    text = parser.add_mutually_exclusive_group(required=True)
    text.add_argument("-e", dest="text")
    text.add_argument("-f", dest="file")
    parser.add_argument("-o", dest="out")
    parser.add_argument("--dossier", default="dossier")
    parser.add_argument("--default-graph", default="union", choices=["union", "strict"])
    parser.add_argument("--conf", action="append", default=[], metavar="KEY=VALUE")
    options = parser.parse_args()
    try:
        query = options.text if options.text is not None else open(options.file, encoding="utf-8").read()
    except OSError as error:
        raise Wrong(f"cannot read {options.file}: {error.strerror}") from error
    plan = translated(options.dossier, query, options.default_graph)
    spark = session("dossier ask", options.conf)
    register(spark, options.tables)
    rows = answer(spark, plan)
    if options.out:
        rows.write.mode("overwrite").parquet(options.out)
    else:
        print_rows(rows)


if __name__ == "__main__":
    main(work)
