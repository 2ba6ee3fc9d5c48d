# SPDX-License-Identifier: Apache-2.0
"""The tables quads(g, s, p, o) and terms(...) for `dossier sql`: of an export, or made of read or linked documents.

    spark-submit scale/tables.py LINKED OUT

writes Parquet tables with ids for the quads of LINKED (of read.py or link.py). A term's id is a hash of it, so no step
gathers the terms, and the same terms have the same ids in any order and partitioning. register() makes views of OUT,
or of a folder of `dossier export --format tables`.
"""

import argparse
import json
import re

from common import Wrong, delete, exists, main, parquet, reason, require_layout, session, write_layout

MOST_ROUNDS = 20
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


def texts_of(quads):
    """text: each term once, the parts of triple terms too."""
    from pyspark.sql import functions as f
    parts = f.udf(lambda text: PARTS.findall(text[3:-3].strip())[:3], "array<string>")
    inner = quads.where(f.col("o").startswith("<<(")).select(f.explode(parts("o")).alias("text"))
    named = quads.select(f.explode(f.array("g", "s", "p", "o")).alias("text")).where("text <> ''")
    return named.union(inner).distinct()


def numbered(spark, texts, folder, hashed):
    """id, text, own: an id that the text gives, so that quads get theirs where they are. Where two texts would have one
    (or 0, which is the default graph), all but the least text get the id of a longer text: these have `own`."""
    from pyspark.sql import functions as f
    from pyspark.sql import Window
    first = texts.select(hashed("text").alias("id"), "text", f.lit(False).alias("own"))
    first.write.mode("overwrite").parquet(f"{folder}0")
    for number in range(MOST_ROUNDS):
        ids = spark.read.parquet(f"{folder}{number % 2}")
        twice = ids.groupBy("id").agg(f.count("*").alias("n")).where("n > 1 OR id = 0").select("id").persist()
        if twice.isEmpty():
            return ids
        order = Window.partitionBy("id").orderBy("own", "text")
        again = (f.row_number().over(order) > 1) | (f.col("id") == 0)
        longer = f.xxhash64(f.concat(f.lit(f"{number} "), f.col("text")))
        moved = ids.join(f.broadcast(twice), "id", "left_semi").withColumn("again", again).select(
            f.when(f.col("again"), longer).otherwise(f.col("id")).alias("id"), "text",
            (f.col("own") | f.col("again")).alias("own"))
        ids.join(f.broadcast(twice), "id", "left_anti").union(moved).write.mode("overwrite").parquet(
            f"{folder}{(number + 1) % 2}")
        twice.unpersist()
    raise Wrong(f"terms have no ids of their own after {MOST_ROUNDS} rounds")


def coder(spark, ids, hashed):
    """A function: a table and its columns of texts -> the table with their ids instead; 0 for an empty text."""
    from pyspark.sql import functions as f
    own = ids.where("own").select(f.col("text").alias("_text"), f.col("id").alias("_id")).persist()
    some = not own.isEmpty()

    def coded(table, *columns):
        for column in columns:
            text = f.col(column)
            id_ = hashed(column)
            if some:
                table = table.join(f.broadcast(own), text == f.col("_text"), "left")
                id_ = f.coalesce("_id", id_)
            id_ = f.when(text == "", f.lit(0)).when(text.isNotNull(), id_)
            table = table.withColumn(column, id_).drop("_text", "_id")
        return table
    return coded


def make(spark, source, out, hashed=None):
    """Shuffles each term once and no quad. `hashed` gives a column of texts their ids; xxhash64 where it is None."""
    from pyspark.sql import functions as f
    hashed = hashed or f.xxhash64
    quads = parquet(spark, f"{source}/quads")
    if exists(spark, f"{out}/layout"):
        delete(spark, f"{out}/layout")  # from here on the tables are not whole
    ids = numbered(spark, texts_of(quads), f"{out}/_ids", hashed)
    coded = coder(spark, ids, hashed)
    split = f.udf(term_parts, TERM)
    terms = with_values(f, ids.select("id", split("text").alias("t")).select("id", "t.*"))
    terms = coded(terms, "s", "p", "o").withColumnsRenamed({"s": "subject", "p": "predicate", "o": "object"})
    terms.select("id", "kind", "lexical", "datatype", "language", "number", "day", "subject", "predicate",
                 "object").write.mode("overwrite").parquet(f"{out}/terms")
    coded(quads, "g", "s", "p", "o").select("g", "s", "p", "o").write.mode("overwrite").parquet(f"{out}/quads")
    for step in ("_ids0", "_ids1"):
        delete(spark, f"{out}/{step}")
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
            raise Wrong(f"{folder}: no readable table: {reason(error)}") from error

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
