# SPDX-License-Identifier: Apache-2.0
"""What the jobs of scale/ shuffle, and the ids that tables.py gives, over tables made here. Exit status 77 without
Spark or Java.

The bytes that shuffles write are what grows with the documents, so: quads that name no entity cost linking none, and
more quads over the same terms cost numbering none. Terms whose hashes are equal have ids of their own.

Usage: shuffles_test.py
"""

import collections
import hashlib
import pathlib
import sys
import tempfile

from spark_test import ROOT, require_spark

sys.path[:0] = [str(ROOT / "scale")]
QUADS = "g string, s string, p string, o string"
LINKS = ("document string, entity string, class string, class_rank int, keys array<struct<key: string, weak: boolean>>, "
         "names array<struct<name: string, fullness: long>>")
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
DOCUMENTS, NAMES = 300, 40


def read_tables(spark, folder, ballast):
    """What reading would have written: three people a document, of 40, and `ballast` quads that name none of them."""
    import common
    quads, links = [], []
    for number in range(DOCUMENTS):
        document = f"<urn:d:{number}>"
        for step in (0, 1, 7):
            name = f"Person{(number * 3 + step) % NAMES}"
            entity = f"<urn:dossier:entity:{name}>"
            links.append((document, entity, "<urn:Person>", 1, [(f"name {name}", False)], [(name, 9)]))
            quads.append((document, entity, LABEL, f'"{name}"'))
            quads.append((document, f"_:b{number}", "<urn:of>", entity))
        for line in range(ballast):  # which no compression makes small
            quads.append((document, document, "<urn:text>", f'"{hashlib.sha512(b"%d %d" % (number, line)).hexdigest()}"'))
    spark.createDataFrame(quads, QUADS).repartition(4).write.parquet(f"{folder}/quads")
    spark.createDataFrame(links, LINKS).repartition(4).write.parquet(f"{folder}/links")
    common.write_layout(spark, str(folder), "documents")


def bytes_of_linking(spark, folder, ballast):
    import link
    import measure
    read_tables(spark, folder / "read", ballast)
    megabytes = measure.timed(spark, lambda: link.link(spark, str(folder / "read"), str(folder / "linked")))[1]
    linked = spark.read.parquet(str(folder / "linked" / "quads"))
    assert linked.count() == DOCUMENTS * (6 + ballast), linked.count()
    things = spark.read.parquet(str(folder / "linked" / "entities")).collect()
    assert len(things) == NAMES and sum(row.documents for row in things) == DOCUMENTS * 3, things[:3]
    return megabytes


def linking(spark, folder):
    few, many = (bytes_of_linking(spark, folder / str(ballast), ballast) for ballast in (0, 20))
    assert many < 1.05 * few, f"quads that name no entity are shuffled: {few} MB without, {many} MB with 20 a document"
    print(f"linking: {few:.3f} MB with 6 quads a document, {many:.3f} MB with 26")


def rows_to_number(copies):
    """Quads over the same terms; each copy puts them together in another way."""
    def object_of(i):
        return f'"value {i % 90}"' if i % 3 else f'<<( <urn:s:{i % 40}> <urn:p:1> "deep {i % 6}" )>>'
    return [(f"<urn:g:{i % 7}>" if i % 5 else "", f"<urn:s:{i}>", f"<urn:p:{(i + copy) % 11}>", object_of(i + copy))
            for copy in range(copies) for i in range(300)]


def require_decoded(spark, out, rows):
    """The terms of the tables, put back in the place of their ids, are the quads."""
    found = spark.read.parquet(f"{out}/terms").collect()
    terms = {row.id: row for row in found}
    assert len(terms) == len(found) and 0 not in terms, "an id is not its term's own"

    def text(number):
        row = terms[number]
        if row.kind == "triple":
            return f"<<( {text(row.subject)} {text(row.predicate)} {text(row.object)} )>>"
        return f"<{row.lexical}>" if row.kind == "iri" else f'"{row.lexical}"'

    decoded = collections.Counter(tuple(text(number) if number else "" for number in quad)
                                  for quad in spark.read.parquet(f"{out}/quads").collect())
    assert decoded == collections.Counter(rows), list((decoded - collections.Counter(rows)).items())[:3]
    return len(terms)


def numbering(spark, folder):
    import measure
    import tables
    from pyspark.sql import functions as f
    written = {}
    for copies in (1, 10):
        rows = rows_to_number(copies)
        source, out = str(folder / f"rows{copies}"), str(folder / f"tables{copies}")
        spark.createDataFrame(rows, QUADS).coalesce(1).write.parquet(f"{source}/quads")
        written[copies] = measure.timed(spark, lambda: tables.make(spark, source, out))[1]
        require_decoded(spark, out, rows)
    assert written[10] < 1.2 * written[1], f"quads are shuffled: {written}"
    tables.make(spark, source, out, lambda column: f.xxhash64(column) % 16)
    count = require_decoded(spark, out, rows)
    print(f"numbering: {written[1]:.3f} MB for 300 quads, {written[10]:.3f} MB for 3000 over the same terms; "
          f"{count} terms with at most 31 hashes have ids of their own")


def main():
    sys.stdout.reconfigure(line_buffering=True)
    require_spark()
    from common import session
    # Small tables are shuffled as large ones are.
    spark = session("shuffles_test", ["master=local[2]", "spark.sql.shuffle.partitions=4", "spark.ui.enabled=false",
                                      "spark.sql.autoBroadcastJoinThreshold=-1"])
    for what in (linking, numbering):
        with tempfile.TemporaryDirectory() as folder:
            what(spark, pathlib.Path(folder))
    spark.stop()


if __name__ == "__main__":
    main()
