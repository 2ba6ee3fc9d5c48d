# SPDX-License-Identifier: Apache-2.0
"""What the jobs have in common: a session, tables with a version, errors of one line."""

import json
import os
import pathlib
import shutil
import sys

VERSION = 1  # of the tables that read.py and link.py write


class Wrong(Exception):
    """What the caller can correct; printed as one line."""


def session(name, options=()):
    try:
        from pyspark.sql import SparkSession
    except ImportError as missing:
        raise Wrong("pyspark is not installed: run scale/setup.sh, or spark-submit from your Spark") from missing
    builder = SparkSession.builder.appName(name).config("spark.sql.session.timeZone", "UTC")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    for option in options:
        key, _, value = option.partition("=")
        builder = builder.master(value) if key == "master" else builder.config(key, value)
    if is_local(options):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the packages of setup.sh are in its environment
    try:
        spark = builder.getOrCreate()
    except Exception as error:
        if not has_java():
            raise Wrong("Spark does not find Java: install openjdk-17-jre-headless (scale/setup.sh)") from error
        raise
    spark.sparkContext.setLogLevel("ERROR")
    here = pathlib.Path(__file__).resolve().parent
    for script in sorted(here.glob("*.py")):  # what runs on the executors is looked up there by its module
        spark.sparkContext.addPyFile(str(script))
    return spark


def has_java():
    home = os.environ.get("JAVA_HOME")
    return os.path.exists(os.path.join(home, "bin", "java")) if home else shutil.which("java") is not None


def is_local(options):
    from pyspark import SparkConf
    master = next((option.partition("=")[2] for option in options if option.startswith("master=")), None)
    return (master or SparkConf().get("spark.master", "")).startswith("local")


def main(work):
    """Runs a job; what the caller can correct ends with one line and status 1."""
    try:
        sys.exit(work() or 0)
    except Wrong as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(1)


def file_system(spark, path):
    """Hadoop's, with the path, so that any that Spark reads will do."""
    jvm = spark.sparkContext._jvm
    location = jvm.org.apache.hadoop.fs.Path(path)
    return location.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration()), location


def exists(spark, path):
    files, location = file_system(spark, path)
    return files.exists(location)


def delete(spark, path):
    files, location = file_system(spark, path)
    files.delete(location, True)


def write_layout(spark, folder, kind):
    text = json.dumps({"format": "dossier scale", "version": VERSION, "kind": kind})
    spark.createDataFrame([(text,)], ["value"]).coalesce(1).write.mode("overwrite").text(f"{folder}/layout")


def require_layout(spark, folder, kind):
    """Throws Wrong where there are no tables of this kind and version."""
    if not exists(spark, folder):
        raise Wrong(f"{folder}: no such folder")
    if not exists(spark, f"{folder}/layout"):
        raise Wrong(f"{folder}: no tables of dossier (or the job that wrote them was stopped: run it again)")
    layout = json.loads(spark.read.text(f"{folder}/layout").first()[0])
    if layout.get("version") != VERSION:
        raise Wrong(f"{folder}: tables of version {layout.get('version')}, these scripts read {VERSION}: "
                    "write them again")
    if layout.get("kind") != kind:
        raise Wrong(f"{folder}: tables of {layout.get('kind')}, where those of {kind} are needed")


def reason(error):
    """One line of what Spark says: of the last cause, where Java names one."""
    cause = getattr(error, "java_exception", None)
    while cause is not None and cause.getCause() is not None:
        cause = cause.getCause()
    text = str(error) if cause is None else cause.getMessage() or cause.toString()
    return text.splitlines()[0][:200]


def parquet(spark, path):
    try:
        return spark.read.parquet(path)
    except Exception as error:
        raise Wrong(f"{path}: no readable table: {reason(error)}") from error


def hot_keys(frame, column, share=0.01, most=1000):
    """The values that a sample says make up this share of the rows or more."""
    from pyspark.sql import functions as f
    sample = frame.select(column).sample(0.02, seed=1)
    counts = sample.groupBy(column).count().cache()
    rows = counts.agg(f.sum("count")).first()[0] or 0
    return [row[0] for row in counts.where(f.col("count") >= max(2, share * rows)).limit(most).collect()]


def skewed_join(left, right, column, key, salts=16):
    """A left outer join of left.column with right.key, a unique one. Rows of hot values get one of some salts, and
    the other side's row is there once a salt, so that no task gets all rows of a hub."""
    from pyspark.sql import functions as f
    hot = hot_keys(left, column)
    if not hot:
        return left.join(right, f.col(column) == f.col(key), "left")
    salt = f.when(f.col(column).isin(hot), (f.rand(seed=1) * salts).cast("int")).otherwise(0)
    every = f.explode(f.when(f.col(key).isin(hot), f.sequence(f.lit(0), f.lit(salts - 1))).otherwise(
        f.array(f.lit(0))))
    return left.withColumn("_salt", salt).join(
        right.withColumn("_other", every),
        (f.col(column) == f.col(key)) & (f.col("_salt") == f.col("_other")), "left").drop("_salt", "_other")
