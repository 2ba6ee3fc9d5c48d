# SPDX-License-Identifier: Apache-2.0
"""The tables quads(g, s, p, o) and terms(...) for `dossier sql`: of an export, or made of read or linked documents.

    spark-submit scale/tables.py LINKED OUT

writes Parquet tables with ids for the quads of LINKED (of read.py or link.py). Numbers are given by partition, so no
step gathers the terms. register() makes views of OUT, or of a folder of `dossier export --format tables`.
"""

import argparse
import json
import re

from common import Wrong, exists, main, parquet, require_layout, session, skewed_join, write_layout

EXPORT_VERSION = 1  # of `dossier export --format tables`
XSD = "http://www.w3.org/2001/XMLSchema#"
INTEGERS = [XSD + name for name in (
    "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
    "negativeInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte")]
PARTS = re.compile(r'<<\(.*\)>>|<[^<>"{}|^`\\\x00-\x20]*>|_:[A-Za-z0-9_.-]*[A-Za-z0-9_-]|"(?:[^"\\]|\\.)*"'
                   r'(?:@[A-Za-z0-9-]+|\^\^<[^>]*>)?')
ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
PLAIN = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
TERM = "kind string, lexical string, datatype string, language string, s string, p string, o string"


def unescape(match):
    code = match[1]
    return chr(int(code[1:], 16)) if code[0] in "uU" and len(code) > 1 else PLAIN.get(code, code)


def term_parts(text):
    """Kind, lexical form, datatype, language, and the parts of a triple term."""
    if text.startswith("<<("):
        inner = PARTS.findall(text[3:-3].strip())
        return ("triple", text, None, None, *inner[:3])
    if text.startswith("<"):
        return ("iri", ESCAPE.sub(unescape, text[1:-1]), None, None, None, None, None)
    if text.startswith("_:"):
        return ("blank", text[2:], None, None, None, None, None)
    end = text.rindex('"')
    lexical, tail = ESCAPE.sub(unescape, text[1:end]), text[end + 1:]
    if tail.startswith("@"):
        type_ = "dirLangString" if "--" in tail else "langString"
        return ("literal", lexical, f"http://www.w3.org/1999/02/22-rdf-syntax-ns#{type_}", tail[1:], None, None, None)
    return ("literal", lexical, tail[3:-1] if tail else XSD + "string", None, None, None, None)


def with_values(f, terms):
    """Adds number and day, as the export has them."""
    kind = f.col("datatype")
    integer = kind.isin(INTEGERS) & f.col("lexical").rlike("^[+-]?[0-9]+$")
    decimal = (kind == XSD + "decimal") & f.col("lexical").rlike("^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)$")
    floating = kind.isin(XSD + "double", XSD + "float")
    special = f.create_map(*(f.lit(x) for pair in (("INF", "Infinity"), ("+INF", "Infinity"), ("-INF", "-Infinity"),
                                                   ("NaN", "NaN")) for x in pair))
    number = f.when(integer | decimal | (floating & f.col("lexical").rlike("^[+-]?[0-9.]+([eE][+-]?[0-9]+)?$")),
                    f.col("lexical").cast("double")).when(
        floating, f.element_at(special, f.col("lexical")).cast("double"))
    moment = f.when(kind == XSD + "dateTime", f.col("lexical")).when(
        kind == XSD + "date", f.regexp_replace("lexical", "^(.{10})(.*)$", "$1T00:00:00$2"))
    return terms.withColumn("number", number).withColumn("day", moment.cast("timestamp").cast("double") / 86400)


def numbered(spark, terms):
    """An id for each text: the partition's first number and the place in it."""
    rows = terms.rdd.zipWithIndex().map(lambda pair: (pair[1] + 1, pair[0][0]))
    return spark.createDataFrame(rows, "id long, text string")


def make(spark, source, out):
    from pyspark.sql import functions as f
    quads = parquet(spark, f"{source}/quads")
    texts = quads.select(f.explode(f.array("g", "s", "p", "o")).alias("text")).where("text <> ''").distinct()
    parts = texts.where(f.col("text").startswith("<<(")).rdd.flatMap(
        lambda row: [(part,) for part in PARTS.findall(row[0][3:-3].strip())[:3]])
    texts = texts.union(spark.createDataFrame(parts, "text string")).distinct()
    numbered(spark, texts).write.mode("overwrite").parquet(f"{out}/_ids")
    ids = spark.read.parquet(f"{out}/_ids")
    split = f.udf(term_parts, TERM)
    terms = with_values(f, ids.select("id", split("text").alias("t")).select("id", "t.*"))
    for column, name in (("s", "subject"), ("p", "predicate"), ("o", "object")):
        own = ids.select(f.col("id").alias(name), f.col("text").alias("part"))
        terms = terms.join(own, f.col(column) == f.col("part"), "left").drop("part", column)
    terms.select("id", "kind", "lexical", "datatype", "language", "number", "day", "subject", "predicate",
                 "object").write.mode("overwrite").parquet(f"{out}/terms")
    coded = quads
    for column in ("g", "s", "p", "o"):
        own = ids.select(f.col("id").alias("n"), f.col("text"))
        # rdf:type and the like, and things that everything names, are hubs.
        coded = skewed_join(coded, own, column, "text").withColumn(column, f.coalesce("n", f.lit(0))).drop("n", "text")
    coded.select("g", "s", "p", "o").write.mode("overwrite").parquet(f"{out}/quads")
    write_layout(spark, out, "tables")


def export_layout(spark, folder):
    """The layout of an export; None where there is none."""
    if not exists(spark, f"{folder}/layout.json"):
        return None
    try:
        layout = json.loads(spark.read.text(f"{folder}/layout.json", wholetext=True).first()[0])
    except ValueError as error:
        raise Wrong(f"{folder}/layout.json is damaged: export the tables again") from error
    if layout.get("version") != EXPORT_VERSION:
        raise Wrong(f"{folder}: an export of version {layout.get('version')}, these scripts read {EXPORT_VERSION}: "
                    "export the knowledge base again")
    return layout


def lines_of(spark, folder):
    """The lines of compressed files: by Hadoop's codec, or where that lacks its library by pyarrow."""
    try:
        lines = spark.read.text(folder)
        lines.first()
        return lines
    except Exception as error:
        if "zStandard" not in str(error):
            raise Wrong(f"{folder}: no readable table: {str(error).splitlines()[0][:200]}") from error

    def unpacked(rows):
        import pyarrow
        for row in rows:
            with pyarrow.CompressedInputStream(pyarrow.BufferReader(row[0]), "zstd") as stream:
                left = b""
                for block in iter(lambda: stream.read(1 << 20), b""):
                    *whole, left = (left + block).split(b"\n")
                    yield from ((line.decode(),) for line in whole)

    packed = spark.read.format("binaryFile").load(folder).select("content")
    return spark.createDataFrame(packed.rdd.mapPartitions(unpacked), "value string")


def exported(spark, folder, layout, table):
    from pyspark.sql import functions as f
    fields = lines_of(spark, f"{folder}/{table}").select(f.split("value", "\t", -1).alias("f"))
    columns = []
    for number, column in enumerate(layout[table]):
        value = f.when(f.col("f")[number] != "\\N", f.col("f")[number])
        if column["name"] == "lexical":
            for escape, character in (("\\t", "\t"), ("\\n", "\n"), ("\\r", "\r"), ("\\b", "\\")):
                value = f.replace(value, f.lit(escape), f.lit(character))
        columns.append(value.cast({"VARCHAR": "string"}.get(column["type"], column["type"])).alias(column["name"]))
    return fields.select(*columns)


def register(spark, folder):
    """Views quads and terms. Throws Wrong for a folder without them."""
    if not exists(spark, folder):
        raise Wrong(f"{folder}: no such folder")
    layout = export_layout(spark, folder)
    if layout is None:
        require_layout(spark, folder, "tables")
    for table in ("quads", "terms"):
        data = exported(spark, folder, layout, table) if layout else parquet(spark, f"{folder}/{table}")
        data.createOrReplaceTempView(table)
    return layout


def work():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source")
    parser.add_argument("out")
    parser.add_argument("--conf", action="append", default=[], metavar="KEY=VALUE")
    options = parser.parse_args()
    spark = session("dossier tables", options.conf)
    if not exists(spark, f"{options.source}/quads"):
        raise Wrong(f"{options.source}: no table quads")
    make(spark, options.source, options.out)
    counts = [spark.read.parquet(f"{options.out}/{table}").count() for table in ("quads", "terms")]
    print(f"{counts[0]} quads, {counts[1]} terms")


if __name__ == "__main__":
    main(work)
