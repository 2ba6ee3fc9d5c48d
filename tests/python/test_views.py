# SPDX-License-Identifier: Apache-2.0
"""Looking for words, questions in English, and the views of things, facts and documents."""

import pytest

import dossier
from dossier import Iri

TRIP = """Ada Brandt – Journey – 4 May 2021

Ada Brandt visited Oslo on 3 May 2021. She met Jon Dahl in Bergen.
Ada Brandt did not visit Lund. "We sold the ☂ harbour," Ada Brandt said.
"""
TALKS = """Jon Dahl – Talks – 6 June 2022

Jon Dahl met Ada Brandt in Lund on 5 June 2022. Jon Dahl will visit Oslo.
"""
SPOKEN = """Interview with Ada Brandt

Ada Brandt: We keep the lighthouse.

Jon Dahl: We sell the boats.
"""


@pytest.fixture(scope="module")
def trips(tmp_path_factory):
    """Read by all; nothing changes it."""
    with dossier.KnowledgeBase(tmp_path_factory.mktemp("views") / "kb") as opened:
        opened.ingest_text(TRIP, "trip.txt")
        opened.ingest_text(TALKS, "talks.txt")
        opened.ingest_text(SPOKEN, "spoken.txt")
        yield opened


def marked(text, spans):
    return [text[begin:end] for begin, end in spans]


def test_find(trips):
    found = trips.find("visited")
    assert {one.text: marked(one.text, one.marks) for one in found.sentences} == {
        "Ada Brandt visited Oslo on 3 May 2021.": ["visited"],
        "Ada Brandt did not visit Lund.": ["visit"], "Jon Dahl will visit Oslo.": ["visit"]}
    assert found.all_sentences == len(found.sentences) == 3  # visit, in any form
    (entity,) = trips.find("Brandt", sentences=0).entities
    assert (entity.label, entity.entity_class) == ("Ada Brandt", dossier.prefixes["schema"] + "Person")
    assert trips.find("visited", document="talks.txt").all_sentences == 1
    assert trips.find("visited", since="2022-01-01").all_sentences == 1
    assert trips.find("lighthouse", speaker="Ada Brandt").all_sentences == 1
    assert trips.find("lighthouse", speaker="Jon Dahl").all_sentences == 0


def test_marks_count_characters(trips):
    (sentence,) = trips.find("harbour").sentences
    assert "☂" in sentence.text and marked(sentence.text, sentence.marks) == ["harbour"]


def test_what_is_misspelt_is_found_nearly(trips):
    found = trips.find("visitde")
    assert found.unknown_words == ["visitde"] and found.searched_instead == "visitde~"
    assert found.sentences


def test_ask_english(trips):
    answers = trips.ask_english("Who visited Oslo?")
    (answer,) = answers
    assert str(answer) == "Ada Brandt" and isinstance(answer.term, Iri)
    assert answer.fact.text == "Ada Brandt visited Oslo on 3 May 2021."
    assert str(answer.fact) == "Ada Brandt visited Oslo" and answer.fact.asserted
    assert marked(answer.fact.text, answer.fact.spans) == ["Ada Brandt", "visited", "Oslo"]
    assert answer.fact.time.first == "2021-05-03" and str(answer.fact.time) == "3 May 2021"
    assert [one.value for one in answers.planned] == ["Jon Dahl"]
    assert answer.term in [row.answer for row in trips.query(answers.sparql)]
    (yes,) = trips.ask_english("Did Ada Brandt visit Oslo?")
    assert (yes.value, yes.term) == ("yes", None)


def test_what_is_not_known_is_not_guessed(trips):
    answers = trips.ask_english("Who founded the harbour?")
    assert len(answers) == 0 and answers.sparql == ""
    assert "harbour" in answers.text[0].text


def test_an_ambiguous_name_is_a_choice(kb):
    kb.ingest_text("Ada Brandt visited Oslo. Eva Brandt visited Lund.", "two.txt")
    answers = kb.ask_english("What did Brandt visit?")
    (name,) = answers.ambiguous
    assert {one.label for one in name.candidates} == {"Ada Brandt", "Eva Brandt"}
    (eva,) = [one.entity for one in name.candidates if one.label == "Eva Brandt"]
    assert [str(one) for one in kb.ask_english("What did Brandt visit?",
                                               choices={name.name: eva})] == ["Lund"]


def test_about(trips):
    view = trips.about("Ada Brandt")
    assert view.label == "Ada Brandt" and "Person" in view.class_names
    assert {str(one) for one in view.facts} >= {"Ada Brandt visited Oslo"}
    assert "Jon Dahl met Ada Brandt" in [str(one) for one in view.incoming]
    assert [one.qualifier for one in view.not_asserted] == ["denied"]
    assert [one.date for one in view.documents] == ["2021-05-04", "2022-06-06", ""]
    assert "Jon Dahl" in [one.name for one in view.mentioned_with]
    assert trips.about(view.entity) == view


def test_says(trips):
    sayings = trips.says("Ada Brandt")
    assert sayings.all == len(sayings) >= 1
    assert any("We keep the lighthouse." in one.text for one in sayings if not one.reported)
    assert trips.says("Ada Brandt", words="harbour").all == 1
    assert trips.says("Jon Dahl").all == 0


def test_timeline(trips):
    timeline = trips.timeline("Ada Brandt")
    assert timeline.entity.label == "Ada Brandt"
    assert {(one.time.time, one.object) for one in timeline.dated} == {
        ("2021-05-03", "Oslo"), ("2022-06-05", "Ada Brandt")}
    assert [day.date for day in timeline.mentions] == ["2021-05-04", "2022-06-06"]
    first = timeline.dated[0]
    assert marked(first.text, first.spans) == ["Ada Brandt", "visited", "Oslo"]


def test_document(trips):
    view = trips.document("talks.txt")
    assert view.date == "2022-06-06" and view.all_sentences == len(view)
    met = next(one for one in view if one.facts)
    assert met.text == "Jon Dahl met Ada Brandt in Lund on 5 June 2022."
    assert [met.text[one.begin:one.end] for one in met.mentions] == ["Jon Dahl", "Ada Brandt",
                                                                    "Lund"]
    assert {one.status for sentence in view for one in sentence.facts} == {"asserted", "planned"}
    assert len(trips.document(view.document, first=1, most=1)) == 1


def test_facts(trips):
    visits = trips.facts(predicate="visit")
    assert visits.all == len(visits) == 3
    assert [str(one) for one in trips.facts("Ada Brandt", "r:visit", "Oslo")] == [
        "Ada Brandt visited Oslo"]
    assert [one.qualifier for one in trips.facts(saying="denied")] == ["denied"]
    meetings = trips.facts(predicate="meet")  # a family: a statement that is read as two of it stands once
    assert meetings and {one.triple.predicate for one in meetings} <= set(trips.family("meet"))
    assert len({(one.sentence, one.triple.object) for one in meetings}) == len(meetings)
    assert trips.facts(predicate=["r:visit", "meet"]).all == visits.all + meetings.all
    assert trips.facts(since="2022-01-01", until="2022-12-31").all == trips.facts(
        document="talks.txt").all
    assert trips.facts(most=1).all > len(trips.facts(most=1)) == 1
    assert trips.facts(most=1)[0] == trips.facts()[0]


def test_graph_and_path(trips):
    graph = trips.graph_around("Oslo")
    assert graph.complete and graph.nodes[0].name == "Oslo"
    assert {one.name for one in graph.nodes} == {"Oslo", "Ada Brandt", "Jon Dahl"}
    assert {(tuple(one.relations), one.asserted) for one in graph.edges} >= {(("visited",), True)}
    assert {one.name for one in trips.graph_around("Oslo", asserted_only=True).nodes} == {
        "Oslo", "Ada Brandt"}
    steps = trips.path_between("Oslo", "Jon Dahl")
    assert steps and steps[0].start_name == "Oslo" and steps[-1].end_name == "Jon Dahl"
    assert steps[0].facts[0].text
    assert trips.path_between("Oslo", "Jon Dahl", longest=0) == []


def test_index_texts(kb):
    comment = Iri(dossier.prefixes["rdfs"] + "comment")
    kb.load_quads([(Iri("urn:a"), comment, "a quiet harbour")])
    search = 'ASK { ?thing k:matches "harbour" }'
    assert not kb.ask(search)
    kb.index_texts(predicates=["rdfs:comment"])
    assert kb.ask(search)


WRONG = [
    (lambda kb: kb.find("("), dossier.ParseError, "line 1, column"),
    (lambda kb: kb.find("a", since="soon"), dossier.UsageError, "soon"),
    (lambda kb: kb.find("a", document="nothing.txt"), dossier.InputError,
     "there is no document nothing.txt"),
    (lambda kb: kb.find("a", speaker="Nobody"), dossier.InputError, "Nobody"),
    (lambda kb: kb.find("a", options={}), dossier.UsageError, "options is a dossier.Options"),
    (lambda kb: kb.ask_english(" "), dossier.UsageError, "question"),
    (lambda kb: kb.ask_english("Who?", choices={"a": 7}), dossier.UsageError, "a choice"),
    (lambda kb: kb.about("Nobody"), dossier.InputError, "Nobody"),
    (lambda kb: kb.about(None), dossier.UsageError, "the entity is None"),
    (lambda kb: kb.about([]), dossier.UsageError, "the entity is a list"),
    (lambda kb: kb.document("nothing.txt"), dossier.InputError, "no document nothing.txt"),
    (lambda kb: kb.document(Iri("urn:nothing")), dossier.InputError, "urn:nothing"),
    (lambda kb: kb.facts(saying="shouted"), dossier.UsageError, "shouted"),
    (lambda kb: kb.facts(since="soon"), dossier.UsageError, "soon"),
    (lambda kb: kb.path_between("Nobody", "Nobody"), dossier.InputError, "Nobody"),
]


@pytest.mark.parametrize("call, kind, message", WRONG, ids=range(len(WRONG)))
def test_wrong_requests(kb, call, kind, message):
    with pytest.raises(dossier.Error) as failure:
        call(kb)
    assert type(failure.value) is kind and message in str(failure.value), failure.value


def test_limits_hold_in_views(trips):
    cancelled = dossier.Cancellation()
    cancelled.cancel()
    for call in (trips.find, trips.ask_english, trips.about, trips.timeline, trips.document):
        with pytest.raises(dossier.CancelledError):
            call("talks.txt" if call == trips.document else "Ada Brandt",
                 options=dossier.Options(cancellation=cancelled))


def test_notebook(trips):
    assert "<mark>visited</mark>" in trips.find("visited")._repr_html_()
    assert "nothing found" in trips.find("zzzzzz")._repr_html_()
    shown = trips.ask_english("Who visited Oslo?")._repr_html_()
    assert "<strong>Ada Brandt</strong>" in shown and "planned:" in shown
    assert "text, not facts" in trips.ask_english("Who founded the harbour?")._repr_html_()
    card = trips.about("Ada Brandt")._repr_html_()
    assert "(denied)" in card and "<mark>Oslo</mark>" in card
    assert "<mark>Oslo</mark>" in trips.facts("Ada Brandt", "visit")._repr_html_()
    assert "no facts" in trips.facts(predicate="r:fly_over")._repr_html_()
    assert "<mark>Oslo</mark>" in trips.timeline("Ada Brandt").dated[0]._repr_html_()
