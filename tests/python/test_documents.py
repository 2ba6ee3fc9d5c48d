# SPDX-License-Identifier: Apache-2.0
"""Documents in, evidence out, corrections."""

import pytest

import dossier
from dossier import Iri

VISIT = "Anna Berg visited Oslo on 3 May 2021. She met Jon Dahl in Bergen."


def test_ingest(kb, tmp_path):
    note = tmp_path / "note.txt"
    note.write_text(VISIT)
    first = kb.ingest(note)
    assert first.outcome == "added" and first.sentences == 2 and first.facts > 0
    assert kb.ingest(note).outcome == "unchanged"
    assert kb.ingest_text("Anna Berg visited Lund.", "note.txt").outcome == "replaced"
    (document,) = kb.documents()
    assert document.document == first.document and document.source_file == "note.txt"
    assert kb.forget(first.document) is True
    assert kb.forget(first.document) is False
    assert kb.documents() == []


def test_ingest_all(kb, corpus, tmp_path):
    paths = [*corpus[:3], tmp_path / "missing.txt"]
    seen, progress = [], []
    outcomes = kb.ingest_all(paths, jobs=2, done=seen.append, progress=progress.append)
    assert outcomes == seen
    assert [outcome.path for outcome in outcomes] == [str(path) for path in paths]
    assert [outcome.error is None for outcome in outcomes] == [True, True, True, False]
    assert isinstance(outcomes[3].error, dossier.InputError)
    assert all(one.phase == "reading" for one in progress)
    assert len(kb.documents()) == 3


def test_ingest_all_reads_folders_and_what_is_inside_files(kb, tmp_path):
    folder = tmp_path / "papers"
    (folder / "2021").mkdir(parents=True)
    (folder / "2021" / "note.txt").write_text(VISIT)
    (folder / "draft.txt").write_text("Carl Lund visited Lima.")
    (folder / "calls.csv").write_text("day,by,said\n2021-05-03,Anna Berg,Carl Lund visited Quito.\n")
    (folder / "box.mbox").write_text(
        "".join(f"From a@b.example Mon May  3 10:15:00 2021\nFrom: Anna Berg <a@b.example>\n"
                f"Subject: Letter {n}\nDate: Mon, 3 May 2021 10:15:00 +0200\n\n"
                f"Carl Lund visited Oslo.\n\n" for n in (1, 2)))
    outcomes = kb.ingest_all([folder], recursive=True, exclude=["draft*"], text_column="said",
                             date_column="day", author_column="by")
    assert [outcome.error for outcome in outcomes] == [None] * 4
    documents = {document.source_file: document for document in kb.documents()}
    inside = sorted(name.removeprefix(str(folder)) for name in documents)
    assert inside[:3] == ["/2021/note.txt", "/box.mbox/1.eml", "/box.mbox/2.eml"]
    (row,) = [one for name, one in documents.items() if "/calls.csv/" in name]
    assert (row.date, row.author) == ("2021-05-03", "Anna Berg")
    (empty,) = kb.ingest_all([tmp_path / "papers" / "2021"], exclude=["*.txt"])
    assert isinstance(empty.error, dossier.InputError) and "has no documents" in str(empty.error)


def test_a_callback_ends_the_ingest(kb, corpus):
    outcomes = kb.ingest_all(corpus, jobs=1, done=lambda outcome: False)
    assert len(outcomes) == 1 and len(kb.documents()) == 1


def test_what_a_callback_raises_ends_the_ingest(kb, corpus):
    def fail(outcome):
        raise KeyError(outcome.path)

    with pytest.raises(KeyError):
        kb.ingest_all(corpus, jobs=1, done=fail)
    assert len(kb.documents()) == 1


def test_fast(kb, tmp_path):
    assert kb.ingest_text(VISIT, "note.txt", fast=True).facts > 0
    assert kb.why("Anna Berg", "r:visit", "Oslo")
    (tmp_path / "other.txt").write_text(VISIT)
    (outcome,) = kb.ingest_all([tmp_path / "other.txt"], fast=True)
    assert outcome.report.facts > 0


def test_cancelled(kb):
    cancellation = dossier.Cancellation()
    cancellation.cancel()
    with pytest.raises(dossier.CancelledError):
        kb.ingest_text(VISIT, "note.txt", cancellation=cancellation)
    assert kb.documents() == []


def test_rules_of_your_own(kb, tmp_path):
    with pytest.raises(dossier.InputError):
        kb.ingest_text(VISIT, "note.txt", rules=tmp_path / "missing")


def test_why(kb):
    kb.ingest_text(VISIT, "note.txt")
    (evidence,) = kb.why("Anna Berg", "r:visit", "Oslo")
    assert evidence.text == "Anna Berg visited Oslo on 3 May 2021."
    assert evidence.fact.predicate == "urn:dossier:relation:visit" and evidence.asserted
    assert [evidence.text[begin:end] for begin, end in evidence.spans] == [
        "Anna Berg", "visited", "Oslo"]
    assert kb.why(evidence.fact.subject, limit=1) == kb.why("Anna Berg")[:1]
    assert kb.why(predicate="r:visit", offset=1) == []
    assert kb.why("Anna Berg", "r:leave") == []
    with pytest.raises(dossier.InputError, match="Anna Borg"):
        kb.why("Anna Borg")


def test_entities(kb):
    kb.ingest_text("Anna Berg visited Oslo.", "one.txt")
    kb.ingest_text("Anna Bergh visited Lund.", "two.txt")
    (berg,) = kb.entities_named("Anna Berg")
    card = kb.entity("Anna Berg")
    assert card.entity == berg and card.label == "Anna Berg"
    assert [mention.text for mention in card.mentions] == ["Anna Berg"]
    decision = kb.merge_entities("Anna Berg", "Anna Bergh")
    assert decision.kind == "merge" and decision.entity == berg
    assert len(kb.entity(berg).mentions) == 2
    kb.undo_decision(decision.number)
    assert len(kb.entity(berg).mentions) == 1 and kb.entity_decisions() == []
    kb.merge_entities("Anna Berg", "Anna Bergh")
    split = kb.split_name(berg, "Anna Bergh")
    assert split.kind == "split_name" and isinstance(split.other, Iri)
    assert [one.number for one in kb.entity_decisions()] == [1, split.number]


def test_rename(kb):
    kb.ingest_text("Anna Berg visited Oslo.", "one.txt")
    decision = kb.rename_entity("Anna Berg", "Anna Lund")
    assert (decision.kind, decision.name) == ("rename", "Anna Lund")
    assert kb.entity("Anna Lund").aliases == ["Anna Berg"]
    with pytest.raises(dossier.InputError):
        kb.rename_entity("Anna Lund", "")


def test_rejected_facts(kb):
    text = "Anna Berg visited Oslo."
    kb.ingest_text(text, "one.txt")
    fact = next(kb.query("SELECT ?fact { ?fact rdf:reifies <<( ?who r:visit ?where )>> }")).fact
    decision = kb.reject_fact(fact)
    assert decision.kind == "reject_fact" and decision.entity == fact
    (rejected,) = kb.rejected_facts()
    assert rejected.decision == decision and rejected.text == text
    assert (rejected.subject, rejected.object, rejected.saying) == ("Anna Berg", "Oslo", "asserted")
    assert rejected.relation == rejected.triple.predicate
    assert kb.why("Anna Berg", "r:visit") == []
    with pytest.raises(dossier.InputError):
        kb.reject_fact(fact)
    kb.restore_fact(fact)
    assert kb.rejected_facts() == [] and len(kb.why("Anna Berg", "r:visit")) == 1
    with pytest.raises(dossier.InputError):
        kb.restore_fact(fact)


def test_conflicts(kb):
    kb.ingest_text("Anna Berg was born in Oslo.", "one.txt")
    kb.ingest_text("Anna Berg was born in Lund.", "two.txt")
    (conflict,) = kb.conflicts()
    assert conflict.kind == "values"
    assert {conflict.one.text, conflict.other.text} == {
        "Anna Berg was born in Oslo.", "Anna Berg was born in Lund."}
