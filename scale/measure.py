# SPDX-License-Identifier: Apache-2.0
"""Measures the jobs on this machine: the figures of README.md.

    python scale/measure.py growth --dossier PROGRAM --sizes 100,1000 [--conf master=local[2]]
    python scale/measure.py skew --rows 1000000 [--conf master=local[2]]

growth reads, links and numbers planted documents (tests/scale/planted.py) and prints a line a size: documents,
sentences, quads, seconds of each job, bytes that the shuffles of linking and numbering wrote. --fast reads without the
reading model, --statements LEAST,MOST sets the length of a document. With --keep FOLDER the tables of each size stay in
FOLDER/SIZE, and those that have been read there (by read.py into FOLDER/SIZE/out, too) are not read again.
skew joins facts, half of which name one hub, with the names of things: as one join and with salts.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile
import time

import link
import read
import tables
from common import delete, exists, main, session, skewed_join, write_layout

HERE = pathlib.Path(__file__).resolve().parent


def shuffled(spark):
    """Bytes that the shuffles of this session wrote so far."""
    executors = spark.sparkContext._jsc.sc().statusStore().executorList(False)
    return sum(executors.apply(i).totalShuffleWrite() for i in range(executors.size()))


def timed(spark, work):
    """Seconds that the work took, and megabytes that its shuffles wrote."""
    before, start = shuffled(spark), time.monotonic()
    work()
    return time.monotonic() - start, (shuffled(spark) - before) / 1e6


def read_planted(spark, options, size, folder):
    planted = HERE.parent / "tests" / "scale" / "planted.py"
    length = options.statements.split(",")
    subprocess.run([sys.executable, str(planted), f"{folder}/in", str(size), "3", "1", *length], check=True)
    files = spark.read.format("binaryFile").load(f"{folder}/in").selectExpr(
        "regexp_extract(path, '([^/]*)$', 1) AS name", "content").repartition(options.partitions)
    command = [options.dossier, "extract", "--serve", *(["--fast"] if options.fast else [])]
    rows = files.rdd.mapPartitions(read.read_partition(command, 300))
    spark.createDataFrame(rows, read.READ, verifySchema=False).write.mode("overwrite").parquet(f"{folder}/out/_read")
    read.write_tables(spark, f"{folder}/out/_read", f"{folder}/out")
    delete(spark, f"{folder}/out/_read")
    write_layout(spark, f"{folder}/out", "documents")


def measured(spark, options, size, folder):
    """A line of the table."""
    reading = "-"
    if not exists(spark, f"{folder}/out/layout"):
        reading = f"{timed(spark, lambda: read_planted(spark, options, size, folder))[0]:.1f}"
    linking, link_mb = timed(spark, lambda: link.link(spark, f"{folder}/out", f"{folder}/linked"))
    making, tables_mb = timed(spark, lambda: tables.make(spark, f"{folder}/linked", f"{folder}/tables"))
    read_rows = spark.read.parquet(f"{folder}/out/documents")
    documents, sentences = read_rows.selectExpr("COUNT(*)", "SUM(sentences)").first()
    quads = spark.read.parquet(f"{folder}/linked/quads").count()
    each = 1e3 * (link_mb + tables_mb) / sentences
    return (documents, sentences, quads, reading, f"{linking:.1f}", f"{making:.1f}", f"{link_mb:.2f}",
            f"{tables_mb:.2f}", f"{each:.2f}")


def growth(options):
    spark = session("dossier measure", options.conf)
    print("documents\tsentences\tquads\tread s\tlink s\ttables s\tlink MB\ttables MB\tKB a sentence")
    for size in (int(size) for size in options.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            if options.keep:
                folder = f"{options.keep}/{size}"
            print(*measured(spark, options, size, folder), sep="\t", flush=True)


def skew(options):
    from pyspark.sql import functions as f
    spark = session("dossier skew", [*options.conf, "spark.sql.adaptive.enabled=false",
                                     "spark.sql.autoBroadcastJoinThreshold=-1", "spark.sql.shuffle.partitions=16"])
    things = options.rows // 20
    facts = spark.range(2 * options.rows).select(
        "id", f.when(f.col("id") < options.rows, f.lit("thing 0")).otherwise(
            f.concat(f.lit("thing "), (f.col("id") % things).cast("string"))).alias("o"))
    names = spark.range(things).select(f.concat(f.lit("thing "), f.col("id").cast("string")).alias("name"),
                                       f.col("id").alias("n"))
    print("join\trows\tlargest task\ts")
    for title, joined in (("plain", facts.join(names, f.col("o") == f.col("name"), "left")),
                          ("salted", skewed_join(facts, names, "o", "name"))):
        start = time.monotonic()
        parts = joined.groupBy(f.spark_partition_id()).agg(f.count("n").alias("rows")).agg(
            f.sum("rows"), f.max("rows")).first()
        print(f"{title}\t{parts[0]}\t{parts[1]}\t{time.monotonic() - start:.1f}", flush=True)


def work():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=["growth", "skew"])
    parser.add_argument("--dossier", default="dossier")
    parser.add_argument("--sizes", default="100,1000")
    parser.add_argument("--partitions", type=int, default=4)
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--statements", default="6,12", metavar="LEAST,MOST")
    parser.add_argument("--keep", metavar="FOLDER")
    parser.add_argument("--rows", type=int, default=1000000)
    parser.add_argument("--conf", action="append", default=[], metavar="KEY=VALUE")
    options = parser.parse_args()
    (growth if options.what == "growth" else skew)(options)


if __name__ == "__main__":
    main(work)
