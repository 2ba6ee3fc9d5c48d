# SPDX-License-Identifier: Apache-2.0
"""What the views of things, documents and graphs show. Texts are empty where nothing is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator, List, NamedTuple, Optional

from dossier._facts import Fact, NamedTerm, Node
from dossier._terms import Iri



@dataclass(frozen=True)
class MentionCount:
    """Another thing or a document, with the number of sentences."""

    thing: Iri
    name: str
    date: str
    sentences: int


@dataclass(frozen=True)
class EntityView:
    """All that is known of one thing."""

    entity: Iri
    label: str
    classes: List[Iri]
    class_names: List[str]
    aliases: List[str]
    sentences: int
    """That mention it."""
    documents: List[MentionCount]
    roles: List[Fact]
    """Posts and typed relations that it is the subject of."""
    facts: List[Fact]
    """Asserted, it is the subject."""
    incoming: List[Fact]
    """Asserted, it is the object."""
    not_asserted: List[Fact]
    claims: List[Fact]
    """About others, by its own account."""
    possibly_same: List[MentionCount]
    """Things of the same name that may be this one, or not."""
    mentioned_with: List[MentionCount]

    def _repr_html_(self) -> str:
        from dossier import _html_views

        return _html_views.entity(self)


@dataclass(frozen=True)
class Saying:
    sentence: Node
    document: Iri
    headline: str
    date: str
    text: str
    reported: bool
    """Somebody else tells it."""


@dataclass(frozen=True)
class Sayings:
    """What somebody says; it iterates over the sentences."""

    sentences: List[Saying]
    all: int

    def __iter__(self) -> Iterator[Saying]:
        return iter(self.sentences)

    def __len__(self) -> int:
        return len(self.sentences)


@dataclass(frozen=True)
class DocumentMention:
    entity: NamedTerm
    begin: int
    end: int


@dataclass(frozen=True)
class DocumentSentence:
    sentence: Node
    index: int
    text: str
    speaker: Optional[NamedTerm]
    turn: str
    """"Question" for a questioner without a name."""
    page: Optional[int]
    mentions: List[DocumentMention]
    facts: List[Fact]


@dataclass(frozen=True)
class DocumentView:
    """A document as it is read; it iterates over the sentences that were asked for."""

    document: Iri
    headline: str
    date: str
    source_file: str
    sha256: str
    language: str
    author: Optional[NamedTerm]
    place: Optional[NamedTerm]
    all_sentences: int
    sentences: List[DocumentSentence]

    def __iter__(self) -> Iterator[DocumentSentence]:
        return iter(self.sentences)

    def __len__(self) -> int:
        return len(self.sentences)


class MentionDay(NamedTuple):
    """Documents of one day that mention the entity."""

    date: str
    sentences: int
    documents: int


@dataclass(frozen=True)
class Timeline:
    entity: NamedTerm
    dated: List[Fact]
    """By their first day."""
    mentions: List[MentionDay]
    undated_sentences: int


@dataclass(frozen=True)
class GraphNode:
    term: Node
    """Of collapsed neighbours a blank node."""
    name: str
    entity_class: Optional[Iri]
    distance: int
    members: List[str]
    """Names of collapsed neighbours."""


@dataclass(frozen=True)
class GraphEdge:
    source: Node
    target: Node
    relations: List[str]
    documents: int
    asserted: bool


@dataclass(frozen=True)
class GraphView:
    """The things around one thing: the start first, then by distance and name."""

    nodes: List[GraphNode]
    edges: List[GraphEdge]
    complete: bool


@dataclass(frozen=True)
class PathStep:
    start: Node
    end: Node
    start_name: str
    end_name: str
    facts: List[Fact]
    """Between the two, in either direction."""
