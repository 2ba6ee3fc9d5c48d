# SPDX-License-Identifier: Apache-2.0
"""Facts as views show them. Texts are empty where nothing is known; days are written "2024-03-11"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator, List, Optional, Tuple, Union

from dossier._terms import BlankNode, Iri, Triple, Value

Node = Union[Iri, BlankNode]
Span = Tuple[int, int]
"""Characters of a text: the first, and the one behind the last."""


@dataclass(frozen=True)
class NamedTerm:
    """A term and what a person calls it."""

    term: Optional[Value]
    label: str
    kind: str
    """"person", "organization", "place", ..., "value" for a literal, "none" for no term."""

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True)
class Period:
    """When something is so."""

    first: str
    last: str
    """The days; empty is open."""
    time: str
    """The beginning, as precise as the text: "2024-03"."""
    text: str
    """As written: "on Monday"."""
    shown: str
    """As people write it: "11–18 Nov 2020"."""

    def __str__(self) -> str:
        return self.shown


@dataclass(frozen=True)
class Fact:
    """A fact as one sentence says it."""

    fact: Optional[Node]
    """What k:evidence and the rest is said of; None for a sentence that no fact was read from."""
    triple: Optional[Triple]
    subject: str
    predicate: str
    object: str
    """As people read them."""
    polarity: str
    modality: str
    asserted: bool
    """The triple itself is stored."""
    qualifier: str
    """"denied", "planned", ...; empty when it is just asserted."""
    status: str
    """"asserted", "denied", or the modality, whether the fact is denied or not."""
    time: Period
    place: str
    document: Optional[Iri]
    sentence: Optional[Node]
    headline: str
    date: str
    text: str
    """Of the sentence."""
    begin: int
    end: int
    """Where the sentence stands in the document's text, in characters."""
    spans: List[Span]
    """Where subject, predicate and object stand in `text`."""
    speaker: str
    attributed_to: str
    index: int
    """Of the sentence."""
    page: int
    """0 when the document has no pages."""
    confidence: Optional[float]
    arguments: List[Tuple[str, Value]]
    """What else the clause says: "to", whom. Views of documents and of time alone have them."""

    def __str__(self) -> str:
        return " ".join(part for part in (self.subject, self.predicate, self.object) if part)

    def _repr_html_(self) -> str:
        from dossier import _html_views

        return _html_views.fact(self)


@dataclass(frozen=True)
class Facts:
    """Facts that match, by the document's date; it iterates over the rows."""

    rows: List[Fact]
    all: int
    """That match, shown or not."""

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, number: int) -> Fact:
        return self.rows[number]

    def _repr_html_(self) -> str:
        from dossier import _html_views

        return _html_views.facts(self.rows)
