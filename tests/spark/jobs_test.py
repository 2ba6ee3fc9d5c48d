# SPDX-License-Identifier: Apache-2.0
"""What may happen to the jobs of scale/, on Spark: corrections, and a kill. Exit status 77 without Spark or Java.

Corrections that a person made give the entities that the program gives after the same decisions. A job of reading
that is killed leaves tables that are refused; run again, it gives those of a job that nobody killed.

Usage: jobs_test.py --dossier PROGRAM [--count N]
"""

import argparse
import collections
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

from comparison import QUAD, comparable, machine_quads, run
from spark_test import ROOT, collected, documents, read_and_link, require_spark

sys.path[:0] = [str(ROOT / "scale")]
TEXTS = {"one.txt": "Anna Berg visited Oslo. She met Jon Dahl.", "two.txt": "Anna Bergh visited Lund.",
         "three.txt": "Jon Dahl visited Rome. Jon Dahl met Eva Holm.", "four.txt": "Eva Holm visited Oslo."}
DECISIONS = "<urn:dossier:vocabulary:decisions>"


def entities_of(quads, names=None):
    """Things by the names that documents give them; of `names` only, for a decision here writes the kept name into the
    graphs of the documents that it concerns."""
    found = comparable([quad for quad in quads if quad[-1] != DECISIONS])[1]
    return found if names is None else {frozenset(one & names) for one in found}


def corrected(spark, options, folder):
    """One and one are one, and one is two: on Spark by a table, here by decisions."""
    import link
    (folder / "texts").mkdir()
    for name, text in TEXTS.items():
        (folder / "texts" / name).write_text(text)
    before = entities_of(machine_quads(options.dossier, folder / "texts", folder / "kb"))
    run(options.dossier, "entity", folder / "kb", "merge", "Anna Berg", "Anna Bergh")
    run(options.dossier, "entity", folder / "kb", "split", "Jon Dahl", "--document", "three")
    dump = run(options.dossier, "dump", folder / "kb").stdout
    names = frozenset().union(*before)
    here = entities_of([tuple(QUAD.findall(line)) for line in dump.splitlines()], names)
    assert len(here) == len(before), (len(before), len(here))  # one less, and one more
    assert here != before, "the decisions change nothing"

    out = folder / "out"
    read_and_link(spark, options, folder / "texts", out, 2, 1)
    assert entities_of(collected(spark, f"{out}/linked")) == before, "without corrections"
    document, entity = "<urn:dossier:document:{}>".format, "<urn:dossier:entity:{}>".format
    rows = [(document("one"), entity("Anna_Berg"), document("two"), entity("Anna_Bergh"), True),
            (document("three"), entity("Jon_Dahl"), document("one"), entity("Jon_Dahl"), False)]
    table = spark.createDataFrame(rows, "left_document string, left_entity string, right_document string, "
                                        "right_entity string, same boolean")
    link.link(spark, f"{out}/read", f"{out}/corrected", table)
    there = entities_of(collected(spark, f"{out}/corrected"), names)
    assert there == here, f"only here {here - there}, only on Spark {there - here}"
    print(f"corrections: {len(here)} entities, as on one machine after the same decisions")


def rows_of(spark, folder):
    """All rows of the tables of reading, but for what differs from run to run."""
    tables = {}
    for name in ("quads", "links", "documents", "failures"):
        table = spark.read.parquet(f"{folder}/{name}")
        columns = [column for column in table.columns if column != "seconds"]
        tables[name] = collections.Counter(map(str, table.select(*columns).collect()))
    return tables


def job(options, source, out, **how):
    """read.py as a process of its own, the leader of its group."""
    command = [sys.executable, ROOT / "scale/read.py", source, out, "--dossier", options.dossier, "--partitions", "6",
               "--conf", "master=local[1]", "--conf", "spark.ui.enabled=false"]
    return subprocess.Popen([*map(str, command)], start_new_session=True, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, **how)


def finished(process):
    out, err = process.communicate()
    assert process.returncode == 0, err[-1500:]
    return out


def killed_after_a_task(process, out, patience=600):
    """SIGKILL to the whole job as soon as one of its tasks has given its rows."""
    ends = time.monotonic() + patience
    while time.monotonic() < ends:
        assert process.poll() is None, f"the job ended by itself: {process.communicate()}"
        if list((out / "_read").rglob("part-*.parquet")):
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return
        time.sleep(0.02)
    raise AssertionError("no task of the job has ended")


def killed(spark, options, folder):
    from common import Wrong, require_layout
    source = folder / "in"
    source.mkdir()
    count = documents(source, options.count)
    (source / "broken.docx").write_bytes(b"no archive")
    finished(job(options, source, folder / "whole"))
    out = folder / "again"
    killed_after_a_task(job(options, source, out), out)
    try:
        require_layout(spark, str(out), "documents")
        raise AssertionError("the tables of a killed job are read")
    except Wrong as wrong:
        assert "run it again" in str(wrong), wrong
    finished(job(options, source, out))
    whole, again = rows_of(spark, folder / "whole"), rows_of(spark, out)
    assert sum(whole["documents"].values()) == count and sum(whole["failures"].values()) == 1, whole["failures"]
    for name, rows in whole.items():
        assert again[name] == rows, f"{name}: {list((again[name] - rows) + (rows - again[name]))[:3]}"
    print(f"a job that was killed and run again: {count} documents, {sum(whole['quads'].values())} quads, the same rows")


def main():
    sys.stdout.reconfigure(line_buffering=True)
    parser = argparse.ArgumentParser()
    parser.add_argument("--dossier", required=True)
    parser.add_argument("--count", type=int, default=40)
    options = parser.parse_args()
    options.dossier = str(pathlib.Path(options.dossier).resolve())
    require_spark()
    from common import session
    spark = session("jobs_test", ["master=local[2]", "spark.sql.shuffle.partitions=4", "spark.ui.enabled=false"])
    for what in (corrected, killed):
        with tempfile.TemporaryDirectory() as folder:
            what(spark, options, pathlib.Path(folder))
    spark.stop()


if __name__ == "__main__":
    main()
