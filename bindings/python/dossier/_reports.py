# SPDX-License-Identifier: Apache-2.0
"""What calls tell about their work and about the knowledge base. Texts are empty where nothing is
known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import List, Optional, Tuple, Union

from dossier._errors import Error
from dossier._terms import BlankNode, Iri, Triple


@dataclass(frozen=True)
class UpdateReport:
    inserted: int
    erased: int


@dataclass(frozen=True)
class LoadReport:
    read: int
    """Quads in the input."""
    added: int
    """Of these, new ones."""
    bad_lines: int
    """Lines that were skipped."""


@dataclass(frozen=True)
class Progress:
    """How far a long work is; a callback that returns False stops it."""

    phase: str
    share: Optional[float]
    """From 0 to 1; None while it is unknown."""
    done: int
    total: int
    """Bytes of a load, sentences of an ingest; 0 while it is unknown."""


@dataclass(frozen=True)
class IngestReport:
    outcome: str
    """"added", "replaced", "unchanged" or "renamed" (a moved file, in ingest_all() only)."""
    document: Iri
    sentences: int
    facts: int
    entities: int
    namesake: str
    """Another file whose document has the IRI that this one would have had."""
    language: str
    """As found: "en"."""
    same_text_as: str
    """Another document of the same bytes, or empty."""


@dataclass(frozen=True)
class IngestOutcome:
    """One document of many: its report, or why there is none."""

    path: str
    report: Optional[IngestReport]
    error: Optional[Error]


@dataclass(frozen=True)
class Document:
    document: Iri
    headline: str
    date: str
    author: str
    source_file: str
    sentences: int
    facts: int


@dataclass(frozen=True)
class Statistics:
    quads: int
    terms: int
    named_graphs: int
    disk_bytes: int


@dataclass(frozen=True)
class Fault:
    """What check() found, and where."""

    where: str
    what: str


@dataclass(frozen=True)
class QueryParameter:
    name: str
    type: str
    is_list: bool
    default: Optional[List[str]]
    """As written; None when a value must be given, [] when it may stay a variable of the query."""
    choices: List[str]
    description: str


@dataclass(frozen=True)
class SavedQuery:
    name: str
    text: str
    description: str
    parameters: List[QueryParameter]


@dataclass(frozen=True)
class Evidence:
    """A sentence that says a fact."""

    fact: Triple
    document: Iri
    sentence: Union[Iri, BlankNode]
    headline: str
    date: str
    source_file: str
    speaker: str
    attributed_to: str
    text: str
    begin: int
    end: int
    """Where the sentence stands in the document's text, in characters."""
    spans: List[Tuple[int, int]]
    """Where subject, predicate and object stand in `text`."""
    polarity: str
    modality: str
    time: str
    """With the precision of the text: a day, a month or a year."""
    time_from: str
    time_to: str
    """The first and the last day; "" is open or unknown."""
    time_text: str
    """As written."""
    place: str
    confidence: Optional[float]
    asserted: bool
    """The fact itself is stored, not only that the sentence says it."""

    def _repr_html_(self) -> str:
        from dossier import _html

        return _html.evidence(self)


class EvidenceList(List[Evidence]):
    """Pieces of evidence; a notebook shows them with their words marked."""

    def _repr_html_(self) -> str:
        from dossier import _html

        return _html.evidence_list(self)


@dataclass(frozen=True)
class Conflict:
    """Two facts that cannot both be so."""

    kind: str
    """"values", "subjects", "times" or "denied"."""
    one: Evidence
    other: Evidence
    one_sentences: int
    other_sentences: int


@dataclass(frozen=True)
class Mention:
    """Words of a document that were read as an entity."""

    document: Iri
    sentence: Union[Iri, BlankNode]
    index: int
    text: str
    begin: int
    end: int
    rule: str
    """What decided that it is this entity."""
    antecedent: str


@dataclass(frozen=True)
class Decision:
    """A correction of entities or facts, or a proposal that was declined."""

    number: int
    kind: str
    """"merge", "split_name", "split_document", "rename", "reject_fact" or "refuse_proposal"."""
    date: str
    entity: Iri
    other: Optional[Iri]
    name: str
    document: Optional[Iri]


@dataclass(frozen=True)
class RejectedFact:
    """A fact that was taken out."""

    decision: Decision
    triple: Optional[Triple]
    """What it said; None where its document no longer says so."""
    subject: str
    """As written in the sentence, or the IRI; so is the object."""
    relation: Iri
    object: str
    saying: str
    """"asserted", "denied", or the modality."""
    text: str
    """The sentence."""


@dataclass(frozen=True)
class Entity:
    entity: Iri
    label: str
    classes: List[Iri] = field(default_factory=list)
    aliases: List[str] = field(default_factory=list)
    mentions: List[Mention] = field(default_factory=list)
    decisions: List[Decision] = field(default_factory=list)
