# SPDX-License-Identifier: Apache-2.0
"""Measures the jobs on this machine: the figures of README.md.

    python scale/measure.py growth --dossier PROGRAM --sizes 100,1000 [--conf master=local[2]]
    python scale/measure.py skew --rows 1000000 [--conf master=local[2]]

growth reads and links planted documents (tests/scale/planted.py) and prints a line a size: documents, sentences,
quads, seconds and sentences a second of reading, seconds and rounds of linking, bytes that shuffles wrote.
skew joins facts, half of which name one hub, with the names of things: as one join and with salts.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import link
import read
import tables
from common import main, session, skewed_join, write_layout

HERE = pathlib.Path(__file__).resolve().parent


def shuffled(spark):
    """Bytes that the shuffles of this session wrote so far."""
    executors = spark.sparkContext._jsc.sc().statusStore().executorList(False)
    return sum(executors.apply(i).totalShuffleWrite() for i in range(executors.size()))


def growth(options):
    spark = session("dossier measure", options.conf)
    print("documents\tsentences\tquads\tread s\tsentences/s\tlink s\ttables s\tshuffled MB")
    for size in (int(size) for size in options.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            planted = HERE.parent / "tests" / "scale" / "planted.py"
            subprocess.run([sys.executable, str(planted), str(folder / "in"), str(size), "3"], check=True)
            files = spark.read.format("binaryFile").load(str(folder / "in")).selectExpr(
                "regexp_extract(path, '([^/]*)$', 1) AS name", "content").repartition(options.partitions)
            before, start = shuffled(spark), time.monotonic()
            work = read.read_partition([options.dossier, "extract", "--serve"], 300)
            spark.createDataFrame(files.rdd.mapPartitions(work), read.READ).write.parquet(f"{folder}/out/_read")
            read.write_tables(spark, f"{folder}/out/_read", f"{folder}/out")
            write_layout(spark, f"{folder}/out", "documents")
            reading = time.monotonic() - start
            link.link(spark, f"{folder}/out", f"{folder}/linked")
            linking = time.monotonic() - start - reading
            tables.make(spark, f"{folder}/linked", f"{folder}/tables")
            making = time.monotonic() - start - reading - linking
            sentences = spark.read.parquet(f"{folder}/out/documents").selectExpr("SUM(sentences)").first()[0]
            quads = spark.read.parquet(f"{folder}/linked/quads").count()
            print(f"{size}\t{sentences}\t{quads}\t{reading:.1f}\t{sentences / reading:.0f}\t{linking:.1f}\t{making:.1f}\t"
                  f"{(shuffled(spark) - before) / 1e6:.1f}", flush=True)
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()


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
    parser.add_argument("--rows", type=int, default=1000000)
    parser.add_argument("--conf", action="append", default=[], metavar="KEY=VALUE")
    options = parser.parse_args()
    (growth if options.what == "growth" else skew)(options)


if __name__ == "__main__":
    main(work)
