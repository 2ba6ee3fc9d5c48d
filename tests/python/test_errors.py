# SPDX-License-Identifier: Apache-2.0
"""Each kind of failure has its class, and says what to do."""

import os
import subprocess
import sys

import pytest

import dossier
from dossier import Options


def fails(kind, *words):
    """A block that must raise exactly this class, with these words in its message."""
    class Expect:
        def __enter__(self):
            return self

        def __exit__(self, type, value, traceback):
            assert type is kind, f"{type}: {value}"
            assert isinstance(value, dossier.Error)
            for word in words:
                assert word in str(value)
            self.error = value
            return True

    return Expect()


def test_syntax_has_a_place(kb):
    with fails(dossier.ParseError, "line 2, column 14: ") as failed:
        kb.query("SELECT ?x WHERE {\n  ?x r:visit }")
    assert (failed.error.line, failed.error.column) == (2, 14)
    assert failed.error.source_line == "  ?x r:visit }"


def test_a_bad_file_of_rdf_has_a_place(kb, tmp_path):
    data = tmp_path / "bad.nt"
    data.write_text("<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> .\n")
    with fails(dossier.ParseError, "bad.nt:2:") as failed:
        kb.load(data)
    assert failed.error.file.endswith("bad.nt") and failed.error.line == 2
    assert failed.error.source_line == "<urn:a> <urn:b> ."
    assert kb.statistics().quads == 0


def test_a_missing_base(tmp_path):
    with fails(dossier.StorageError, "nothing"):
        dossier.KnowledgeBase(tmp_path / "nothing", create=False)
    with fails(dossier.StorageError, "nothing"):
        dossier.KnowledgeBase(tmp_path / "nothing", read_only=True)
    assert not (tmp_path / "nothing").exists()


def test_a_base_that_is_open(kb):
    with fails(dossier.ConflictError, "still open in this process"):
        dossier.KnowledgeBase(kb.path)


def test_a_base_that_another_process_has(tmp_path):
    path = str(tmp_path / "shared")
    hold = "import dossier, sys; kb = dossier.KnowledgeBase(sys.argv[1]); print('open'); input()"
    with subprocess.Popen([sys.executable, "-c", hold, path], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, text=True,
                          env=dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path))) as holder:
        assert holder.stdout.readline() == "open\n"
        with fails(dossier.ConflictError, f"process {holder.pid}"):
            dossier.KnowledgeBase(path)
        with dossier.KnowledgeBase(path, read_only=True) as reader:
            assert reader.statistics().quads == 0
        holder.communicate("\n")


def test_a_damaged_base(tmp_path):
    path = tmp_path / "damaged"
    with dossier.KnowledgeBase(path) as kb:
        kb.load_text("<urn:a> <urn:b> <urn:c> .", "nt")
    for file in path.rglob("MANIFEST-*"):
        file.write_bytes(b"garbage")
    with fails(dossier.StorageError, "MANIFEST-", "is damaged", "backup"):
        dossier.KnowledgeBase(path)


def test_a_file_in_its_place(tmp_path):
    (tmp_path / "notes").write_text("no knowledge base")
    with fails(dossier.StorageError, "notes is a file. A knowledge base is a directory"):
        dossier.KnowledgeBase(tmp_path / "notes")


def test_a_second_writer_of_one_thread(kb):
    with kb.begin():
        for write in (kb.begin, kb.compact, lambda: kb.update("INSERT DATA { e:a e:b e:c }"),
                      lambda: kb.ingest_text("Anna Berg visited Oslo.", "note.txt")):
            with fails(dossier.UsageError, "this thread has a transaction already", "end it"):
                write()


def test_a_reader_does_not_write(tmp_path):
    path = tmp_path / "kb"
    dossier.KnowledgeBase(path).close()
    with dossier.KnowledgeBase(path, read_only=True) as reader:
        with fails(dossier.UsageError, "read-only"):
            reader.update("INSERT DATA { <urn:a> <urn:b> <urn:c> }")


def test_the_time_limit(kb, endless):
    with fails(dossier.TimeLimitError, "timed out after 50 ms"):
        list(kb.query(endless, timeout=0.05))
    with fails(dossier.TimeLimitError, "timed out after 50 ms"):
        list(kb.query(endless, options=Options(timeout=0.05)))
    with pytest.raises(TimeoutError):
        list(kb.prepare(endless).query(timeout=0.05))


def test_the_memory_limit(kb):
    kb.load_quads((f"urn:{i}", "urn:p", i) for i in [])
    kb.load_text("".join(f"<urn:{i}> <urn:p> {i} .\n" for i in range(2000)), "ttl")
    with fails(dossier.LimitError, "memory"):
        list(kb.query("SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f",
                      options=Options(memory_bytes=1 << 20)))


DOCUMENTS = [
    ("missing.txt", None, dossier.InputError, "missing.txt"),
    ("binary.txt", b"\x00\x01\x02\xff" * 100, dossier.InputError, "binary.txt"),
    ("empty.txt", b"", dossier.InputError, "empty.txt"),
]


@pytest.mark.parametrize("name, content, kind, word", DOCUMENTS, ids=[d[0] for d in DOCUMENTS])
def test_a_document_that_cannot_be_read(kb, tmp_path, name, content, kind, word):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with fails(kind, word):
        kb.ingest(path)
    (outcome,) = kb.ingest_all([path])
    assert outcome.report is None and type(outcome.error) is kind
    assert kb.statistics().quads == 0


WRONG_ARGUMENTS = [
    (lambda kb: kb.query("SELECT * {}", [1]), "parameters are a dict"),
    (lambda kb: kb.query("SELECT * {}", {"a": object()}), "stands for no term; give a str, int"),
    (lambda kb: kb.forget(7), "the document is 7, which is no IRI"),
    (lambda kb: kb.query("SELECT * {}", {1: 2}), "the name of a parameter is a str, not a int"),
    (lambda kb: kb.query("SELECT * {}", timeout="soon"), "a number of seconds, not 'soon'"),
    (lambda kb: kb.query("SELECT * {}", timeout=0), "above 0"),
    (lambda kb: kb.query("SELECT * {}", timeout=float("nan")), "above 0"),
    (lambda kb: kb.query("SELECT * {}", options={"timeout": 1}), "options is a dossier.Options"),
    (lambda kb: kb.query("SELECT * {}", options=Options(memory_bytes="1")), "memory_bytes is"),
    (lambda kb: kb.query("SELECT * {}", options=Options(max_rows=-1)), "max_rows is"),
    (lambda kb: kb.query("SELECT * {}", options=Options(threads=-1)), "threads is"),
    (lambda kb: kb.query("SELECT * {}", options=Options(files="/tmp")), "files is a bool or a list"),
    (lambda kb: kb.query("SELECT * {}", options=Options(proxies={"ftp": "x"})), "not ftp"),
    (lambda kb: kb.query("SELECT * {}", options=Options(proxies="x")), "proxies is a dict of str"),
    (lambda kb: kb.load_text("", "docx"), "there is no RDF format 'docx'"),
    (lambda kb: kb.load("facts.docx"), "names no RDF format"),
    (lambda kb: kb.load_quads([("urn:a", "urn:b")]), "a quad is a sequence of"),
    (lambda kb: kb.load_quads(["abc"]), "a quad is a sequence of"),
    (lambda kb: kb.load_quads([("urn:a", "urn:b", 1)]), "subject"),
    (lambda kb: kb.register_function("not an iri", len), "not an iri"),
    (lambda kb: kb.register_aggregate("not an iri", list), "not an iri"),
    (lambda kb: kb.register_aggregate("urn:f", 7), "make is a class or a function"),
    (lambda kb: dossier.KnowledgeBase(kb.path, timeout="soon"), "a number of seconds, not 'soon'"),
    (lambda kb: kb.undo_decision(7), "7"),
    (lambda kb: kb.query("SELECT * {}").serialize("docx"), "docx"),
]


@pytest.mark.parametrize("call, message", WRONG_ARGUMENTS, ids=[m for _, m in WRONG_ARGUMENTS])
def test_wrong_arguments(kb, call, message):
    with pytest.raises((dossier.UsageError, dossier.InputError)) as failure:
        call(kb)
    assert message in str(failure.value)


def test_every_error_is_a_dossier_error():
    kinds = [dossier.ParseError, dossier.UnsupportedError, dossier.StorageError, dossier.LimitError,
             dossier.TimeLimitError, dossier.CancelledError, dossier.UsageError,
             dossier.ConflictError, dossier.InputError]
    assert all(issubclass(kind, dossier.Error) for kind in kinds)
