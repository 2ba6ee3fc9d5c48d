# SPDX-License-Identifier: Apache-2.0
"""Links the entities of documents that read.py has read: one IRI a thing, over all documents.

    spark-submit scale/link.py READ OUT [--corrections TABLE] [--partitions N]

The program has said for each entity by which keys it may be another document's (extract/link): entities are one when
they share a key that is weak on neither side. That is a graph of entities and keys; its connected components are
found by joins, each round taking the least name of the neighbours, until nothing changes. A key that is weak on one
side then joins two components if it leads to one only. No step brings the names of all documents to one place.

What is shuffled is kept small, for it is what grows: entities with the same keys are one node from the start, so that
rounds carry each set of keys once however many documents have it; quads that name no entity stay where they are, and
the others move once, to the names of their document, whatever the size of the tables.

OUT gets quads (g, s, p, o, with linked entities and the fullest label), entities (entity, label, class, documents).
--corrections: a Parquet table left, right, same: entities (as READ has them, with their document) that a person has
declared one or two: columns left_document, left_entity, right_document, right_entity, same.
"""

import argparse

from common import Wrong, delete, exists, main, parquet, require_layout, session, skewed_join, write_layout

ENTITY = "<urn:dossier:entity:"

LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
ALT_LABEL = "<http://www.w3.org/2004/02/skos/core#altLabel>"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
MOST_ROUNDS = 50


def nodes_of(links, corrections):
    """profile, node, document, entity, class_rank, keys, label, class: a node is a document's entity. Those that have
    the same keys have one profile; one that could be no other by a key of its own has a profile to itself."""
    from pyspark.sql import functions as f
    fullest = f.transform("names", lambda n: f.struct((-n["fullness"]).alias("rank"), n["name"].alias("name")))
    nodes = links.select(
        f.concat_ws(" ", "document", "entity").alias("node"), "document", "entity", "class_rank",
        f.array_sort(f.array_distinct("keys")).alias("keys"), f.array_min(fullest).alias("label"),
        f.when(f.col("class_rank") > 0, f.struct("class_rank", "class")).alias("class"))
    if corrections is not None:
        nodes = corrected(nodes, corrections)
    sure = f.exists("keys", lambda k: ~k.weak)
    own = f.concat(f.lit("node "), f.col("node"))
    told = f.when(sure, f.concat(f.lit("keys "), f.to_json("keys"))).otherwise(own)
    return nodes.withColumn("profile", f.unhex(f.md5(told)))


def corrected(nodes, corrections):
    """The nodes without the keys of those that a person has declared others, with a key for each pair declared one."""
    from pyspark.sql import functions as f
    apart = corrections.where("NOT same").select(f.col("left").alias("node"), f.lit(True).alias("apart")).distinct()
    key = f.struct(f.concat_ws(" ", f.lit("merge"), "left", "right").alias("key"), f.lit(False).alias("weak"))
    same = corrections.where("same").select("left", "right", key.alias("k"))
    merged = same.select(f.col("left").alias("node"), "k").union(same.select("right", "k")).groupBy("node").agg(
        f.collect_set("k").alias("merged"))
    own = f.when(f.col("apart"), f.array().cast(nodes.schema["keys"].dataType)).otherwise(f.col("keys"))
    keys = f.when(f.col("merged").isNull(), own).otherwise(f.array_sort(f.concat(own, "merged")))
    nodes = nodes.join(apart, "node", "left").join(merged, "node", "left")
    return nodes.withColumn("keys", keys).drop("apart", "merged")


def profiles_of(nodes):
    """profile, node, keys, first, label, class: what is least among the nodes of a profile."""
    from pyspark.sql import functions as f
    return nodes.groupBy("profile").agg(
        f.first("keys").alias("keys"), f.min("node").alias("node"),
        f.min(f.struct("document", "entity")).alias("first"),
        f.min("label").alias("label"), f.min("class").alias("class"))


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


def things(spark, profiles, folder):
    """node, component: by sure keys, and then by weak ones between what those have joined."""
    from pyspark.sql import functions as f
    keys = profiles.select("node", f.explode("keys").alias("k")).select("node", "k.key", "k.weak")
    component = components(spark, profiles, keys.where("NOT weak").select("node", "key"), f"{folder}/_sure")
    joined = components(spark, component.select(f.col("component").alias("node")).distinct(),
                        weak_edges(keys, component), f"{folder}/_weak")
    return component.join(joined.select(f.col("node").alias("component"), f.col("component").alias("joined")),
                          "component").select("node", f.col("joined").alias("component"))


def components(spark, nodes, edges, folder):
    """node, component: the least node that is reachable. A table a round, FOLDER0 or FOLDER1, keeps plans short. Keys
    that one node has lead nowhere and are left out."""
    from pyspark.sql import functions as f
    shared = edges.groupBy("key").agg(f.count("*").alias("n")).where("n > 1").select("key")
    edges = edges.join(shared, "key", "left_semi").persist()
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


def named(profiles, component):
    """profile, new, label, class: what the thing of a profile is called. The IRI is that of the least document's
    entity; where two things would have one, all but the first get a number."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f
    members = profiles.drop("keys").join(component, "node")
    found = members.groupBy("component").agg(
        f.min("first").alias("first"), f.min("label").alias("label"), f.min("class").alias("class"))
    order = Window.partitionBy("base").orderBy("component")
    found = found.withColumn("base", f.col("first.entity")).withColumn("n", f.row_number().over(order)).select(
        "component", f.when(f.col("n") == 1, f.col("base")).otherwise(
            f.concat(f.regexp_replace("base", ">$", "_"), f.col("n").cast("string"), f.lit(">"))).alias("new"),
        f.col("label.name").alias("label"), f.col("class.class").alias("class"))
    return members.select("profile", "component").join(found.where("label IS NOT NULL"), "component").drop("component")


def by_document(nodes, names):
    """document, about: for each entity of the document its thing."""
    from pyspark.sql import functions as f
    names = names.select(f.col("profile").alias("named"), "new", "label", f.col("class").alias("new_class"))
    # A thing that many documents name by the same keys is a hub.
    known = skewed_join(nodes.select("profile", "document", "entity", "class_rank"), names, "profile", "named")
    return known.where("new IS NOT NULL").groupBy("document").agg(
        f.collect_list(f.struct("entity", "new", "label", "new_class", "class_rank")).alias("about"))


def entities_of(names, about):
    """entity, label, class, documents."""
    from pyspark.sql import functions as f
    counts = about.select(f.explode(f.array_distinct("about.new")).alias("entity")).groupBy("entity").agg(
        f.count("*").alias("documents"))
    return names.select(f.col("new").alias("entity"), "label", "class").distinct().join(counts, "entity")


def rewritten(quads, about):
    """The quads with the things' own IRIs, labels and classes. They move once, to the document's row of `about`; the
    rows of a document are then in one place, so that removing what has become the same moves nothing."""
    from pyspark.sql import functions as f
    concerned = f.col("s").startswith(ENTITY) | f.col("o").startswith(ENTITY) | (
        f.col("o").startswith("<<(") & f.col("o").contains(ENTITY))
    others = f.transform(f.filter("about", lambda x: x.entity != x.new), lambda x: f.struct(x.entity, x.new))
    about = about.withColumn("m", f.map_from_entries(others)).hint("shuffle_hash")
    moved = quads.where(concerned).repartition("g").join(about, f.col("g") == f.col("document"), "left")
    inner = f.transform(f.split("o", " "), lambda part: f.coalesce(f.element_at("m", part), part))
    moved = moved.withColumn("s", f.coalesce(f.element_at("m", f.col("s")), "s")).withColumn(
        "o", f.when(f.col("o").startswith("<<("), f.concat_ws(" ", inner)).otherwise(
            f.coalesce(f.element_at("m", f.col("o")), "o")))
    of_subject = f.array_distinct(f.transform(f.filter("about", lambda x: x.new == f.col("s")), lambda x: f.struct(
        x["label"].alias("label"), x["new_class"].alias("class"), x["class_rank"].alias("class_rank"))))
    known = f.explode_outer(f.when(f.col("p").isin(LABEL, ALT_LABEL, TYPE), of_subject)).alias("known")
    return quads.where(~concerned).union(relabelled(moved.select("g", "s", "p", "o", known)).distinct())


def relabelled(quads):
    """Quads whose labels and classes are those of the things that their subjects are now."""
    from pyspark.sql import functions as f
    label = f.concat(f.lit('"'), escaped(f, "known.label"), f.lit('"'))
    is_name = f.col("p").isin(LABEL, ALT_LABEL) & f.col("known.label").isNotNull()
    is_class = (f.col("p") == TYPE) & f.col("known.class").isNotNull() & (f.col("known.class_rank") > 0)
    return quads.select(
        "g", "s", f.when(is_name, f.when(f.col("o") == label, f.lit(LABEL)).otherwise(f.lit(ALT_LABEL))).otherwise(
            f.col("p")).alias("p"),
        f.when(is_class, f.col("known.class")).otherwise(f.col("o")).alias("o"))


def escaped(f, column):
    value = f.col(column)
    for character, escape in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r")):
        value = f.replace(value, f.lit(character), f.lit(escape))
    return value


def link(spark, source, out, corrections=None):
    from pyspark.sql import functions as f
    require_layout(spark, source, "documents")
    if corrections is not None:
        corrections = corrections.select(
            f.concat_ws(" ", "left_document", "left_entity").alias("left"),
            f.concat_ws(" ", "right_document", "right_entity").alias("right"), "same")
    nodes = nodes_of(parquet(spark, f"{source}/links"), corrections)
    profiles = profiles_of(nodes).persist()
    names = named(profiles, things(spark, profiles, out)).persist()
    about = by_document(nodes, names).persist()
    rewritten(parquet(spark, f"{source}/quads"), about).write.mode("overwrite").parquet(f"{out}/quads")
    entities_of(names, about).write.mode("overwrite").parquet(f"{out}/entities")
    for used in (about, names, profiles):
        used.unpersist()
    for step in ("_sure0", "_sure1", "_weak0", "_weak1"):
        delete(spark, f"{out}/{step}")
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
