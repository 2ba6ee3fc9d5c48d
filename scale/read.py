# SPDX-License-Identifier: Apache-2.0
"""Reads documents with a pool of workers and writes Parquet tables.

    spark-submit scale/read.py DOCUMENTS OUT [--dossier PROGRAM] [--timeout SECONDS] [--partitions N] [--table] [--fast]

DOCUMENTS is a folder or pattern of any file system Hadoop knows; with --table a Parquet table with the columns
name and content (text or bytes); --fast reads without the reading model. OUT gets

    quads      g, s, p, o: terms in N-Triples, as a single document's knowledge base would hold them
    links      document, entity, class, class_rank, keys, names: what link.py joins
    documents  name, document, sentences, facts, seconds
    failures   name, code, message: input, limit, timeout, crash, unsupported, usage

A document that fails, crashes its worker or passes its limit is a row of failures. The same documents give the same
tables in any order and partitioning, but for the column seconds; a job that was stopped is run again.
"""

import argparse
import hashlib
import json
import re
import time

from common import Wrong, delete, exists, main, parquet, reason, session, write_layout
from worker import Lost, worker_of_this_process

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|<[^<>"{}|^`\\\x00-\x20]*>|_:([A-Za-z0-9_.-]*[A-Za-z0-9_-])')
TERM = re.compile(r'<<\(.*\)>>|<[^<>"{}|^`\\\x00-\x20]*>|_:[A-Za-z0-9_.-]*[A-Za-z0-9_-]|"(?:[^"\\]|\\.)*"'
                  r'(?:@[A-Za-z0-9-]+|\^\^<[^>]*>)?')
SENTENCE = "<urn:dossier:vocabulary:Sentence>"
FACT = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies>"
READ = ("name string, document string, sentences long, facts long, seconds double, "
        "quads array<struct<g: string, s: string, p: string, o: string>>, links string, code string, message string")


def quads_of(text, name):
    """A set, in the order of the text. Blank nodes get the document's own labels: those of two are never one."""
    mark = hashlib.sha256(name.encode()).hexdigest()[:16]
    quads = {}  # whose values say nothing
    for line in text.decode().splitlines():
        own = TOKEN.sub(lambda m: f"_:d{mark}{m[1]}" if m[1] else m[0], line)
        terms = TERM.findall(own)
        quads[terms[3] if len(terms) > 3 else "", terms[0], terms[1], terms[2]] = None
    return list(quads)


def read_one(worker, name, content):
    """A row of READ."""
    start = time.monotonic()
    if isinstance(content, str):
        content = content.encode()
    try:
        head, body = worker.read(name, bytes(content or b""))
    except Lost as lost:
        return (name, None, 0, 0, time.monotonic() - start, [], None, lost.code, str(lost))
    seconds = time.monotonic() - start
    if not head["ok"]:
        return (name, None, 0, 0, seconds, [], None, head["code"], head["message"])
    quads = quads_of(body, name)
    document = quads[0][0] if quads else None
    sentences = sum(quad[3] == SENTENCE for quad in quads)
    facts = sum(quad[2] == FACT for quad in quads)
    return (name, document, sentences, facts, seconds, quads, json.dumps(head.get("entities", [])), None, None)


def read_partition(command, timeout):
    def work(rows):
        worker = worker_of_this_process(command, timeout)
        for row in rows:
            yield read_one(worker, row["name"], row["content"])
    return work


def documents(spark, options):
    from pyspark.sql import functions as f
    if options.table:
        table = parquet(spark, options.documents)
        missing = {"name", "content"} - set(table.columns)
        if missing:
            raise Wrong(f"{options.documents}: no column {' and '.join(sorted(missing))}")
        return table.select("name", "content")
    try:
        files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(options.documents)
    except Exception as error:
        raise Wrong(f"{options.documents}: {reason(error)}") from error
    root = options.documents.rstrip("/")
    return files.select(name_in(f, f.col("path"), root).alias("name"), "content")


def name_in(f, path, root):
    """The path inside the folder that was named, or the last part of it."""
    inside = f.regexp_extract(path, re.escape("/" + root.split("://")[-1].strip("/")) + "/(.*)$", 1)
    return f.when(inside != "", inside).otherwise(f.regexp_extract(path, "([^/]*)$", 1))


def write_tables(spark, staged, out):
    from pyspark.sql import functions as f
    read = spark.read.schema(READ).parquet(staged)
    good = read.where("code IS NULL")
    twice = good.groupBy("document").agg(f.count("*").alias("n"), f.min("name").alias("name")).where("n > 1").first()
    if twice:
        raise Wrong(f"{twice['n']} documents have the IRI {twice['document']}, one of them {twice['name']}: "
                    "give them names of their own")
    good.select(f.explode("quads").alias("q")).select("q.*").write.mode("overwrite").parquet(f"{out}/quads")
    good.select("name", "document", "sentences", "facts", "seconds").write.mode("overwrite").parquet(
        f"{out}/documents")
    read.where("code IS NOT NULL").select("name", "code", "message").write.mode("overwrite").parquet(
        f"{out}/failures")
    links = ("array<struct<iri: string, class: string, class_rank: int, keys: array<array<string>>, "
             "names: array<array<string>>>>")
    entities = good.select("document", f.explode(f.from_json("links", links)).alias("e"))
    entities.select(
        "document", f.concat(f.lit("<"), f.col("e.iri"), f.lit(">")).alias("entity"),
        f.concat(f.lit("<"), f.col("e.class"), f.lit(">")).alias("class"), f.col("e.class_rank"),
        f.expr("transform(e.keys, k -> struct(k[0] AS key, k[1] = 'true' AS weak))").alias("keys"),
        f.expr("transform(e.names, n -> struct(n[0] AS name, CAST(n[1] AS BIGINT) AS fullness))").alias("names"),
    ).write.mode("overwrite").parquet(f"{out}/links")


def work():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("documents")
    parser.add_argument("out")
    parser.add_argument("--dossier", default="dossier")
    parser.add_argument("--timeout", type=float, default=300)
    parser.add_argument("--partitions", type=int)
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--conf", action="append", default=[], metavar="KEY=VALUE")
    options = parser.parse_args()
    spark = session("dossier read", options.conf)
    found = documents(spark, options)
    if options.partitions:
        found = found.repartition(options.partitions)
    command = [options.dossier, "extract", "--serve", *(["--fast"] if options.fast else [])]
    staged = f"{options.out}/_read"
    if exists(spark, f"{options.out}/layout"):
        delete(spark, f"{options.out}/layout")  # from here on the tables are not whole
    rows = found.rdd.mapPartitions(read_partition(command, options.timeout))
    try:
        spark.createDataFrame(rows, READ, verifySchema=False).write.mode("overwrite").parquet(staged)
    except Exception as error:
        unusable = re.search(r"Unusable: (.*)", str(error))
        if not unusable:
            raise
        raise Wrong(unusable[1]) from error
    write_tables(spark, staged, options.out)
    delete(spark, staged)
    write_layout(spark, options.out, "documents")
    read = spark.read.parquet(f"{options.out}/documents").selectExpr(
        "COUNT(*)", "COALESCE(SUM(sentences), 0)", "COALESCE(SUM(facts), 0)").first()
    failed = spark.read.parquet(f"{options.out}/failures").count()
    print(f"{read[0]} documents, {read[1]} sentences, {read[2]} facts; {failed} failed")


if __name__ == "__main__":
    main(work)
