# SPDX-License-Identifier: Apache-2.0
"""What is kept beyond its base, used by two threads, or used within itself is an error."""

import gc
import threading

import pytest

import dossier
from dossier import Iri

FACT = (Iri("urn:a"), Iri("urn:p"), 1)


def started_rows(kb):
    rows = kb.query("SELECT * { ?s ?p ?o }")
    next(rows)
    return rows


# What is made of a base, and what is done with it once that is closed.
KEPT = [
    ("rows", lambda kb: kb.query("SELECT * { ?s ?p ?o }"), next),
    ("rows that were begun", started_rows, next),
    ("rows to show", started_rows, lambda rows: rows._repr_html_()),
    ("rows to write", started_rows, lambda rows: rows.serialize("json")),
    ("the plan of rows", started_rows, lambda rows: rows.plan()),
    ("triples", lambda kb: kb.construct("CONSTRUCT WHERE { ?s ?p ?o }"), next),
    ("prepared query", lambda kb: kb.prepare("ASK {}"), lambda query: query.ask()),
    ("transaction", lambda kb: kb.begin(), lambda tx: tx.insert(FACT)),
    ("the end of a transaction", lambda kb: kb.begin(), lambda tx: tx.commit()),
    ("the base", lambda kb: kb, lambda kb: kb.ask("ASK {}")),
    ("the base to write", lambda kb: kb, lambda kb: kb.begin()),
]


@pytest.mark.parametrize("make, use", [k[1:] for k in KEPT], ids=[k[0] for k in KEPT])
def test_after_close(people, make, use):
    kept = make(people)
    people.close()
    with pytest.raises(dossier.UsageError, match="the knowledge base is closed"):
        use(kept)
    assert people.closed
    people.close()  # once more does nothing


def test_close_gives_the_files_back(people):
    kept = [make(people) for _, make, _ in KEPT[:7]]
    people.close()
    with dossier.KnowledgeBase(people.path) as again:
        assert again.statistics().quads > 0
    del kept


def test_a_result_keeps_a_forgotten_base(tmp_path):
    kb = dossier.KnowledgeBase(tmp_path / "kb")
    kb.load_quads([FACT])
    rows = kb.query("SELECT ?o { ?s ?p ?o }")
    del kb
    gc.collect()
    assert next(rows).o == 1


def test_a_closed_result(people):
    rows = started_rows(people)
    rows.close()
    with pytest.raises(dossier.UsageError, match="the result is closed"):
        next(rows)


def test_a_result_is_closed_before_or_after_its_base(people):
    before, after = started_rows(people), started_rows(people)
    before.close()
    people.close()
    after.close()
    with pytest.raises(dossier.UsageError, match="the knowledge base is closed"):
        next(after)


def test_the_results_of_a_transaction_end_with_a_change(people):
    with people.begin() as tx:
        rows = tx.query("SELECT * { ?s ?p ?o }")
        tx.insert(FACT)
        with pytest.raises(dossier.UsageError, match="was changed or has ended"):
            next(rows)
        late = tx.query("SELECT * { ?s ?p ?o }")
    with pytest.raises(dossier.UsageError, match="was changed or has ended"):
        next(late)


def test_close_within_a_call(people):
    people.register_function("urn:f:close", lambda _: people.close())
    with pytest.raises(dossier.UsageError, match="close.. was called by a function"):
        list(people.query("SELECT (<urn:f:close>(?n) AS ?x) { ?who rdfs:label ?n }"))
    assert not people.closed


def test_a_result_used_within_itself(people):
    people.register_function("urn:f:next", lambda _: next(rows).x)
    rows = people.query("SELECT (<urn:f:next>(?n) AS ?x) { ?who rdfs:label ?n }")
    with pytest.raises(dossier.UsageError, match="in use already"):
        list(rows)


def test_a_query_within_a_function(people):
    people.register_function(
        "urn:f:age", lambda who: next(people.query("SELECT ?a { $w <urn:x:age> ?a }", {"w": who})).a)
    rows = people.query("SELECT (<urn:f:age>(?who) AS ?age) { ?who <urn:x:visit> <urn:x:oslo> }")
    assert [row.age for row in rows] == [41]


def test_close_ends_the_calls_of_other_threads(kb, endless):
    failures = []
    begun = threading.Event()

    kb.register_function("urn:f:begun", lambda: begun.set(), 0)
    thread = threading.Thread(target=read_endless, args=(kb, endless, begun, failures))
    thread.start()
    begun.wait()
    kb.close()
    thread.join()
    assert failures == [dossier.CancelledError]


def read_endless(kb, endless, begun, failures):
    try:
        list(kb.query(endless.replace("{ VALUES ?a", "{ BIND(<urn:f:begun>() AS ?x) VALUES ?a", 1)))
    except dossier.Error as error:
        failures.append(type(error))


def test_threads_share_a_base(people):
    counts = []

    def count():
        for _ in range(50):
            counts.append(len(list(people.query("SELECT * { ?s <urn:x:age> ?o }"))))

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts == [2] * 200


def test_others_run_while_a_query_does(kb, endless):
    """The interpreter's lock is released: the main thread goes on and cancels the query."""
    cancellation = dossier.Cancellation()
    failures = []

    def read():
        try:
            list(kb.query(endless, options=dossier.Options(cancellation=cancellation)))
        except dossier.CancelledError as error:
            failures.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    cancellation.cancel()
    thread.join()
    assert len(failures) == 1 and cancellation.cancelled
    cancellation.reset()
    assert kb.ask("ASK {}", options=dossier.Options(cancellation=cancellation))
