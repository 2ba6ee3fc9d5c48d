# SPDX-License-Identifier: Apache-2.0
"""Reading, linking, asking and bringing back on Spark, against one machine. Exit status 77 without Spark or Java.

Reads the example corpus and COUNT documents with planted names, in two executors and in another order and
partitioning, and compares quads and entities with those of `dossier ingest`; entities may have other IRIs, so they
are compared by the names that each document gives them.

Usage: spark_test.py --dossier PROGRAM [--count N] [--master MASTER] [--conf KEY=VALUE]...

--master 'local-cluster[2,1,1024]' gives two executors in processes of their own.
"""

import argparse
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

from asking import asked, brought, long_path
from comparison import comparable, machine_quads, require_equal, run

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(ROOT / "scale")]
SKIPPED = 77


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def require_spark():
    """Skips the test where Spark cannot run."""
    try:
        import pyspark  # noqa: F401
    except ImportError:
        skip("pyspark (PyPI) is not installed")
    if shutil.which("java") is None:
        skip("Java is not installed")


def documents(folder, count):
    shutil.copytree(ROOT / "examples" / "corpus", folder / "corpus")
    run(sys.executable, ROOT / "tests" / "scale" / "planted.py", folder / "planted", count, 7)
    key = folder / "planted.key"
    if key.exists():
        key.unlink()
    return sum(1 for path in folder.rglob("*") if path.is_file())


def collected(spark, path):
    quads = spark.read.parquet(str(path) + "/quads").select("s", "p", "o", "g")
    # An executor sends a partition in one piece, which must fit into its memory several times.
    pieces = quads.repartition(1 + quads.count() // 20000)
    return [tuple(row) for row in pieces.toLocalIterator()]


def read_and_link(spark, options, folder, out, partitions, seed):
    """The job's own steps over the documents in a drawn order."""
    import link
    import read
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    random.Random(seed).shuffle(files)
    rows = [(str(path.relative_to(folder)), bytearray(path.read_bytes())) for path in files]
    spark.createDataFrame(rows, "name string, content binary").repartition(partitions).write.mode("overwrite").parquet(
        f"{out}/documents")
    table = spark.read.parquet(f"{out}/documents")
    command = [options.dossier, "extract", "--serve"]
    found = spark.createDataFrame(table.rdd.mapPartitions(read.read_partition(command, 120)), read.READ)
    found.write.mode("overwrite").parquet(f"{out}/read/_read")
    read.write_tables(spark, f"{out}/read/_read", f"{out}/read")
    read.write_layout(spark, f"{out}/read", "documents")
    link.link(spark, f"{out}/read", f"{out}/linked")


def short_names(spark, options, folder):
    """A short name is the one thing that it fits, and none of several. (On one machine: of those that are known, so
    the documents that explain it come first.)"""
    (folder / "short").mkdir()
    for name, text in {
            "a": "Rail news\n\nThe Renwick Timber Council (RTC) opened an office in Quito.",
            "b": "Wood news\n\nThe Rostock Timber Council (RTC) sold the fleet.",
            "c": "Fish news\n\nThe Northern Fishery Council (NFC) left Lima.",
            "d": "Last news\n\nThe RTC opened an office in Oslo. The NFC sold the office.",
            "e": "More news\n\nThe RTC left Oslo."}.items():
        (folder / "short" / f"{name}.txt").write_text(text + "\n")
    machine = comparable(machine_quads(options.dossier, folder / "short", folder / "short.kb"))
    for number, partitions in enumerate((1, 3)):
        read_and_link(spark, options, folder / "short", folder / "out", partitions, number)
        require_equal(machine, collected(spark, f"{folder}/out/linked"), f"short names, order {number}")


def stopped_job(spark, out):
    """Tables whose job was killed are refused until it is run again."""
    import common
    common.delete(spark, f"{out}/read/layout")
    try:
        common.require_layout(spark, f"{out}/read", "documents")
    except common.Wrong as wrong:
        assert "run it again" in str(wrong), wrong
        return
    raise AssertionError("tables without a layout are read")


def failures(spark):
    import read
    fake = [sys.executable, str(HERE / "fake_worker.py")]
    names = [f"good{i}" for i in range(20)] + ["crash1", "hang1", "rubbish1", "crash2"]
    table = spark.createDataFrame([(name, "x") for name in names], "name string, content string").repartition(3)
    rows = spark.createDataFrame(table.rdd.mapPartitions(read.read_partition(fake, 1)), read.READ).collect()
    codes = {row.name: row.code for row in rows}
    assert {name: code for name, code in codes.items() if code} == {
        "crash1": "crash", "hang1": "timeout", "rubbish1": "crash", "crash2": "crash"}, codes
    labels = {quad.s for row in rows for quad in row.quads if quad.s.startswith("_:")}
    assert len(labels) == 20, "blank nodes of two documents are one"
    print("failures: 4 of 24 documents are rows of failures, the others are read")


def wrong_paths(options, folder):
    """One clear line for what the caller can correct."""
    (folder / "old").mkdir()
    (folder / "old" / "layout.json").write_text('{"format": "dossier tables", "version": 0}')
    (folder / "other").mkdir()
    (folder / "damaged" / "layout").mkdir(parents=True)
    (folder / "damaged" / "layout" / "part-0").write_text('{"format": "dossier scale", "version": 1, "kind": "tables"}\n')
    (folder / "damaged" / "quads").mkdir()
    (folder / "damaged" / "quads" / "part-0.parquet").write_bytes(b"no table")
    for arguments, message in (
            (["ask.py", folder / "none", "-e", "ASK {}"], "no such folder"),
            (["ask.py", folder / "old", "-e", "ASK {}"], "version 0"),
            (["ask.py", folder / "other", "-e", "ASK {}"], "no tables of dossier"),
            (["ask.py", folder / "damaged", "-e", "ASK {}"], "is not a Parquet file"),
            (["ask.py", folder / "other", "-e", "SELECT"], "expected"),
            (["read.py", folder / "none", folder / "out"], "none")):
        script, *rest = arguments
        done = subprocess.run([sys.executable, str(ROOT / "scale" / script), *map(str, rest), "--dossier",
                               options.dossier, "--conf", "master=local[1]"], capture_output=True, text=True, check=False)
        lines = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
        assert done.returncode == 1 and len(lines) == 1 and message in done.stderr, (arguments, done.stderr[-800:])
    print("wrong paths and versions: one line each")


def no_java(options, folder):
    """Only a missing Java is said to be missing."""
    (folder / "none").mkdir()
    command = [sys.executable, str(ROOT / "scale" / "ask.py"), str(folder), "-e", "ASK {}", "--dossier", options.dossier]
    for environment, options_of_spark, message in (
            ({"JAVA_HOME": str(folder / "none")}, [], "Spark does not find Java"),
            ({}, ["--conf", "spark.driver.port=none"], "spark.driver.port")):
        done = subprocess.run([*command, "--conf", "master=local[1]", *options_of_spark], capture_output=True, text=True,
                              check=False, env={**os.environ, **environment})
        assert done.returncode == 1 and message in done.stderr, done.stderr[-800:]
        assert ("does not find Java" in done.stderr) == bool(environment), done.stderr[-800:]
    print("a missing Java is said, other failures to start are not called so")


def main():
    sys.stdout.reconfigure(line_buffering=True)
    parser = argparse.ArgumentParser()
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--master", default="local[2]")
    parser.add_argument("--conf", action="append", default=[], metavar="KEY=VALUE")
    options = parser.parse_args()
    options.dossier = str(pathlib.Path(options.dossier).resolve())
    require_spark()
    from common import session
    spark = session("spark_test", [f"master={options.master}", "spark.sql.shuffle.partitions=4",
                                   "spark.default.parallelism=2", "spark.ui.enabled=false", *options.conf])
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        failures(spark)
        short_names(spark, options, folder)
        long_path(spark, options, folder)
        (folder / "in").mkdir()
        count = documents(folder / "in", options.count)
        dumped = machine_quads(options.dossier, folder / "in", folder / "kb")
        machine = comparable(dumped)
        out = folder / "out"
        for number, partitions in enumerate((3, 5)):
            read_and_link(spark, options, folder / "in", out, partitions, number)
            require_equal(machine, collected(spark, f"{out}/linked"),
                          f"{count} documents in {partitions} partitions, order {number}")
            stopped_job(spark, out)
        run(options.dossier, "export", folder / "kb", "--format", "tables", "-o", folder / "tables")
        asked(spark, options, folder / "kb", folder / "tables", "export on Spark")
        brought(spark, options, dumped, folder)
        spark.stop()
        wrong_paths(options, folder)
        no_java(options, folder)


if __name__ == "__main__":
    main()
