# SPDX-License-Identifier: Apache-2.0
"""What find() and ask_english() give. Texts are empty where nothing is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator, List, Optional

from dossier._facts import Fact, Node, Span
from dossier._terms import Iri, Value



@dataclass(frozen=True)
class FoundEntity:
    entity: Iri
    entity_class: Iri
    label: str
    name: str
    """The name that matches best."""
    mentions: int
    """Sentences."""


@dataclass(frozen=True)
class FoundDocument:
    document: Iri
    headline: str
    date: str


@dataclass(frozen=True)
class FoundSentence:
    sentence: Node
    document: Iri
    headline: str
    date: str
    speaker: str
    text: str
    marks: List[Span]
    """What matches."""
    score: float
    """Comparable within one search."""

    def _repr_html_(self) -> str:
        from dossier import _html_views

        return _html_views.found_sentence(self)


@dataclass(frozen=True)
class Found:
    """What find() found, the best first."""

    entities: List[FoundEntity]
    documents: List[FoundDocument]
    sentences: List[FoundSentence]
    all_entities: int
    """That match, shown or not."""
    all_sentences: int
    unknown_words: List[str]
    searched_instead: str
    """The words with "~" behind the unknown ones; empty when something was found as written."""

    def _repr_html_(self) -> str:
        from dossier import _html_views

        return _html_views.found(self)


@dataclass(frozen=True)
class Answer:
    """One value with the fact that it was read from."""

    value: str
    """As a person says it: a name, a number with its unit, a day, "yes"."""
    term: Optional[Value]
    """The thing; None for a time, a number of facts, yes and no."""
    fact: Fact

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True)
class AmbiguousName:
    """A name of the question that several things have."""

    name: str
    candidates: List[FoundEntity]


@dataclass(frozen=True)
class Answers:
    """What ask_english() knows; it iterates over the answers."""

    question: str
    understood: str
    """In one line: "who: ? visit Lima"; empty when the question was not understood."""
    answers: List[Answer]
    """Asserted; the best known first, each value once."""
    denied: List[Answer]
    planned: List[Answer]
    alleged: List[Answer]
    text: List[FoundSentence]
    """When there are no answers: the best sentences, which are no facts."""
    sparql: str
    """The query that answered, to edit and save."""
    step: str
    """What was looked for: "the same relation", "a synonym: ..."."""
    unread: List[str]
    """Words that had no reading."""
    ambiguous: List[AmbiguousName]
    """Not empty: ask again with `choices`."""

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.answers)

    def __len__(self) -> int:
        return len(self.answers)

    def _repr_html_(self) -> str:
        from dossier import _html_views

        return _html_views.answers(self)
