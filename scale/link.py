# SPDX-License-Identifier: Apache-2.0
"""Links the entities of documents that read.py has read: one IRI a thing, over all documents.

    spark-submit scale/link.py READ OUT [--corrections TABLE] [--partitions N]

The program has said for each entity by which keys it may be another document's (extract/link): entities are one when
they share a key that is weak on neither side. That is a graph of entities and keys; its connected components are
found by joins, each round taking the least name of the neighbours, until nothing changes. A key that is weak on one
side then joins two components if it leads to one only. No step brings the names of all documents to one place.

OUT gets quads (g, s, p, o, with linked entities and the fullest label), entities (entity, label, class, documents).
--corrections: a Parquet table left, right, same: entities (as READ has them, with their document) that a person has
declared one or two: columns left_document, left_entity, right_document, right_entity, same.
"""

import argparse

from common import Wrong, exists, main, parquet, require_layout, session, write_layout

LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
ALT_LABEL = "<http://www.w3.org/2004/02/skos/core#altLabel>"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
MOST_ROUNDS = 50


def keys_of(links, corrections):
    """node, key, weak: a node is a document's entity. One that a person has declared another one has no keys."""
    from pyspark.sql import functions as f
    keys = links.select("node", f.explode("keys").alias("k")).select("node", "k.key", "k.weak")
    if corrections is not None:
        keys = keys.join(corrections.where("NOT same").select(f.col("left").alias("node")), "node", "left_anti")
    return keys.distinct()


def sure_edges(keys, corrections):
    """node, key: nodes that share a key are one thing."""
    from pyspark.sql import functions as f
    edges = keys.where("NOT weak").select("node", "key")
    if corrections is None:
        return edges
    key = f.concat(f.lit("merge "), f.col("left"), f.lit(" "), f.col("right"))
    same = corrections.where("same").select("left", "right", key.alias("key"))
    return edges.union(same.select("left", "key")).union(same.select("right", "key")).distinct()


def weak_edges(keys, component):
    """node, key between components: a weak key leads from those that have it as their own to the one that may be meant.
    Where two may be, none is: "RTC" joins no two bodies that are called so for short."""
    from pyspark.sql import functions as f
    held = keys.join(component, "node").select("component", "key", "weak").distinct()
    meant = held.where("weak").groupBy("key").agg(
        f.min("component").alias("meant"), f.count("*").alias("n")).where("n = 1").drop("n")
    own = held.where("NOT weak").join(meant, "key").where("component <> meant")
    return own.select(f.col("component").alias("node"), "key").union(
        own.select(f.col("meant").alias("node"), "key")).distinct()


def things(spark, links, corrections, folder):
    """node, component: by sure keys, and then by weak ones between what those have joined."""
    from pyspark.sql import functions as f
    keys = keys_of(links, corrections).persist()
    component = components(spark, links, sure_edges(keys, corrections), f"{folder}/_sure")
    joined = components(spark, component.select(f.col("component").alias("node")).distinct(),
                        weak_edges(keys, component), f"{folder}/_weak")
    keys.unpersist()
    return component.join(joined.select(f.col("node").alias("component"), f.col("component").alias("joined")),
                          "component").select("node", f.col("joined").alias("component"))


def components(spark, nodes, edges, folder):
    """node, component: the least node that is reachable. A table a round, FOLDER0 or FOLDER1, keeps plans short."""
    from pyspark.sql import functions as f
    edges = edges.persist()
    current = nodes.select("node", f.col("node").alias("component"))
    for number in range(MOST_ROUNDS):
        path = f"{folder}{number % 2}"
        by_key = edges.join(current, "node").groupBy("key").agg(f.min("component").alias("least"))
        reached = edges.join(by_key, "key").groupBy("node").agg(f.min("least").alias("least"))
        step = current.join(reached, "node", "left").select(
            "node", f.least("component", f.coalesce("least", "component")).alias("component"),
            (f.coalesce("least", "component") < f.col("component")).alias("changed"))
        step.write.mode("overwrite").parquet(path)
        step = spark.read.parquet(path)
        current = step.select("node", "component")
        if step.where("changed").limit(1).count() == 0:
            edges.unpersist()
            return current
    raise Wrong(f"linking does not end within {MOST_ROUNDS} rounds")


def named(links, component):
    """component, entity, label, class: what each thing is called. The IRI is that of the least document's
    entity; where two things would have one, all but the first get a number."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f
    members = links.join(component, "node")
    first = members.groupBy("component").agg(
        f.min(f.struct("document", "entity")).alias("first"),
        f.countDistinct("document").alias("documents"))
    first = first.select("component", f.col("first.entity").alias("base"), "documents")
    order = Window.partitionBy("base").orderBy("component")
    first = first.withColumn("n", f.row_number().over(order)).select(
        "component", "documents",
        f.when(f.col("n") == 1, f.col("base")).otherwise(
            f.concat(f.regexp_replace("base", ">$", "_"), f.col("n").cast("string"), f.lit(">"))).alias("new"))
    names = members.select("component", f.explode("names").alias("x")).select("component", "x.*").distinct()
    label = names.groupBy("component").agg(
        f.min(f.struct((-f.col("fullness")).alias("rank"), "name")).alias("least"))
    ranked = members.where("class_rank > 0").groupBy("component").agg(
        f.min(f.struct("class_rank", "class")).alias("least_class"))
    return first.join(label, "component").join(ranked, "component", "left").select(
        "component", "new", "documents", f.col("least.name").alias("label"),
        f.col("least_class.class").alias("class"))


def rewritten(quads, links, component, names):
    """The quads with the things' own IRIs, labels and classes."""
    from pyspark.sql import functions as f
    renamed = links.select("document", "entity", "node", "class_rank").join(component, "node").join(names, "component")
    renamed = renamed.select("document", "entity", "new", f.concat(f.lit('"'), escaped(f, "label"), f.lit('"')).alias("label"),
                             f.col("class").alias("new_class"), "class_rank").persist()
    changed = renamed.where("entity <> new").select("document", "entity", "new")
    result = quads
    for column in ("s", "o"):
        result = result.join(changed.withColumnRenamed("new", "n"),
                             (f.col("g") == f.col("document")) & (f.col(column) == f.col("entity")), "left")
        result = result.withColumn(column, f.coalesce("n", column)).drop("document", "entity", "n")
    triples = result.where(f.col("o").startswith("<<(")).join(
        changed.groupBy("document").agg(f.map_from_entries(f.collect_list(f.struct("entity", "new"))).alias("m")),
        f.col("g") == f.col("document"), "left").drop("document")
    inner = f.transform(f.split("o", " "), lambda part: f.coalesce(f.element_at("m", part), part))
    triples = triples.withColumn("o", f.when(f.col("m").isNotNull(), f.concat_ws(" ", inner)).otherwise(f.col("o")))
    result = result.where(~f.col("o").startswith("<<(")).unionByName(triples.drop("m"))
    of_subject = renamed.select(f.col("document").alias("d"), f.col("new").alias("e"), "label", "new_class", "class_rank").distinct()
    result = result.join(of_subject, (f.col("g") == f.col("d")) & (f.col("s") == f.col("e")), "left")
    is_name = f.col("p").isin(LABEL, ALT_LABEL) & f.col("label").isNotNull()
    result = result.withColumn("p", f.when(is_name, f.when(f.col("o") == f.col("label"), f.lit(LABEL)).otherwise(
        f.lit(ALT_LABEL))).otherwise(f.col("p")))
    is_class = (f.col("p") == TYPE) & f.col("new_class").isNotNull() & (f.col("class_rank") > 0)
    result = result.withColumn("o", f.when(is_class, f.col("new_class")).otherwise(f.col("o")))
    return result.select("g", "s", "p", "o").distinct()


def escaped(f, column):
    value = f.col(column)
    for character, escape in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r")):
        value = f.replace(value, f.lit(character), f.lit(escape))
    return value


def link(spark, source, out, corrections=None):
    from pyspark.sql import functions as f
    require_layout(spark, source, "documents")
    links = parquet(spark, f"{source}/links").withColumn("node", f.concat_ws(" ", "document", "entity")).persist()
    if corrections is not None:
        corrections = corrections.select(
            f.concat_ws(" ", "left_document", "left_entity").alias("left"),
            f.concat_ws(" ", "right_document", "right_entity").alias("right"), "same")
    component = things(spark, links, corrections, out).persist()
    names = named(links, component).persist()
    quads = parquet(spark, f"{source}/quads")
    rewritten(quads, links, component, names).write.mode("overwrite").parquet(f"{out}/quads")
    names.select(f.col("new").alias("entity"), "label", "class", "documents").write.mode("overwrite").parquet(
        f"{out}/entities")
    write_layout(spark, out, "linked")


def work():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("read")
    parser.add_argument("out")
    parser.add_argument("--corrections")
    parser.add_argument("--conf", action="append", default=[], metavar="KEY=VALUE")
    options = parser.parse_args()
    spark = session("dossier link", options.conf)
    if options.corrections and not exists(spark, options.corrections):
        raise Wrong(f"{options.corrections}: no such table")
    link(spark, options.read, options.out, parquet(spark, options.corrections) if options.corrections else None)
    print(f"{spark.read.parquet(options.out + '/entities').count()} entities")


if __name__ == "__main__":
    main(work)
