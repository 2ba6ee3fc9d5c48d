# SPDX-License-Identifier: Apache-2.0
"""Transactions, RDF in and out, upkeep."""

import threading

import pytest

import dossier
from dossier import Iri, Literal, Quad

FACT = (Iri("urn:a"), Iri("urn:p"), 1)
OTHER = (Iri("urn:a"), Iri("urn:p"), 2)


def objects(kb):
    return sorted(row.o for row in kb.query("SELECT ?o { <urn:a> <urn:p> ?o }"))


def test_with_commits(kb):
    with kb.begin() as tx:
        tx.insert(FACT)
        assert FACT in tx and OTHER not in tx
        assert tx.ask("ASK { <urn:a> <urn:p> 1 }") and not kb.ask("ASK { <urn:a> <urn:p> 1 }")
        tx.update("INSERT DATA { <urn:a> <urn:p> 2 }")
    assert objects(kb) == [1, 2]


def test_with_rolls_back_what_raises(kb):
    with pytest.raises(KeyError):
        with kb.begin() as tx:
            tx.insert(FACT)
            raise KeyError
    assert objects(kb) == []


def test_steps(kb):
    tx = kb.begin()
    tx.insert_all([FACT, OTHER, (*FACT, Iri("urn:g"))])
    tx.erase(FACT)
    node = tx.new_blank_node()
    tx.insert((node, Iri("urn:q"), Literal("hej", language="sv")))
    assert tx.clear_graph("urn:g") == 1
    tx.commit(synced=False)
    assert objects(kb) == [2]
    with pytest.raises(dossier.UsageError, match="the transaction is over"):
        tx.insert(FACT)


def test_rollback(kb):
    with kb.begin() as tx:
        tx.insert(FACT)
        tx.rollback()
    assert objects(kb) == []


def test_one_writer(kb):
    with kb.begin():
        with pytest.raises(dossier.UsageError):
            kb.begin()
        others = []
        thread = threading.Thread(target=lambda: others.append(kb.try_begin()))
        thread.start()
        thread.join()
        assert others == [None]
    with kb.try_begin() as tx:
        tx.insert(FACT)
    assert objects(kb) == [1]


def test_waiting_has_a_limit(kb):
    failures = []

    def wait():
        try:
            kb.begin(timeout=0.05)
        except dossier.Error as error:
            failures.append(type(error))

    with kb.begin():
        thread = threading.Thread(target=wait)
        thread.start()
        thread.join()
    assert failures == [dossier.TimeLimitError]


def test_load_quads(kb):
    report = kb.load_quads((Iri(f"urn:{i % 500}"), Iri("urn:p"), i) for i in range(3000))
    assert (report.read, report.added) == (3000, 3000)
    assert kb.statistics().quads == 3000


def test_what_an_iterator_raises_ends_the_load(kb):
    def quads():
        yield FACT
        raise KeyError("the source is gone")

    with pytest.raises(KeyError, match="the source is gone"):
        kb.load_quads(quads())
    assert kb.statistics().quads == 0


FORMATS = ["nt", "nq", "ttl", "trig"]


@pytest.mark.parametrize("format", FORMATS)
def test_dump_and_load(people, tmp_path, format):
    file = tmp_path / f"facts.{format}"
    people.dump(file)
    assert file.read_text() == people.dump_text(format)
    with dossier.KnowledgeBase(tmp_path / "copy") as copy:
        assert copy.load(file).added == people.statistics().quads
        assert sorted(copy.dump_text("nt")) == sorted(people.dump_text("nt"))


def test_graphs(kb, tmp_path):
    kb.load_text("<urn:a> <urn:p> 1 .", "ttl", graph="urn:g")
    kb.load_text("<b> <urn:p> 2 .", "ttl", base="urn:x:")
    assert kb.dump_text("nq", graph=Iri("urn:g")).endswith("<urn:g> .\n")
    rows = kb.query("SELECT ?g { GRAPH ?g { ?s ?p ?o } }")
    assert [row.g for row in rows] == ["urn:g"]


def test_bad_lines(kb, tmp_path):
    (tmp_path / "facts.nt").write_text("<urn:a> <urn:p> <urn:b> .\nrubbish\n")
    report = kb.load(tmp_path / "facts.nt", bad_lines=tmp_path / "bad.nt")
    assert (report.added, report.bad_lines) == (1, 1)
    assert "rubbish" in (tmp_path / "bad.nt").read_text()


def test_progress_stops_a_load(kb, tmp_path):
    (tmp_path / "facts.nt").write_text("".join(f"<urn:{i}> <urn:p> <urn:b> .\n" for i in range(9)))
    seen = []
    kb.load(tmp_path / "facts.nt", progress=seen.append)
    assert all(isinstance(one, dossier.Progress) for one in seen)
    if seen:
        with pytest.raises(dossier.CancelledError):
            kb.load(tmp_path / "facts.nt", progress=lambda _: False)


def test_dump_to_a_missing_folder(people, tmp_path):
    with pytest.raises(dossier.InputError, match="cannot be written"):
        people.dump(tmp_path / "missing/facts.nt")


def test_upkeep(people, tmp_path):
    people.compact()
    assert people.check() == []
    people.backup(tmp_path / "backup")
    dossier.KnowledgeBase.restore(tmp_path / "backup", tmp_path / "restored")
    with dossier.KnowledgeBase(tmp_path / "restored", create=False) as restored:
        assert restored.statistics().quads == people.statistics().quads


def test_refresh(kb):
    with dossier.KnowledgeBase(kb.path, read_only=True) as reader:
        kb.load_quads([Quad(*FACT)])
        reader.refresh()
        assert objects(reader) == [1]
