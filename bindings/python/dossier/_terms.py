# SPDX-License-Identifier: Apache-2.0
"""RDF terms that no built-in type of Python stands for."""

from __future__ import annotations

import datetime
import decimal
from dataclasses import dataclass
from typing import NamedTuple, Optional, Union

_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
_RDF_LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


class Iri(str):
    """An IRI. It is a str: it compares, hashes and prints as its text."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"Iri({str(self)!r})"


@dataclass(frozen=True)
class BlankNode:
    """A node without an IRI. One that was read from a knowledge base stands for that node there;
    any other label stands for one new node in each transaction."""

    __slots__ = ("label",)

    label: str

    def __str__(self) -> str:
        return "_:" + self.label


@dataclass(frozen=True)
class Literal:
    """A literal as it is written: for datatypes that Python has no type for, and for texts with a
    language. `language` and `direction` ("ltr" or "rtl") are empty where there is none."""

    value: str
    datatype: str = ""
    language: str = ""
    direction: str = ""

    def __post_init__(self) -> None:
        if not self.datatype:
            datatype = _RDF_LANG_STRING if self.language else _XSD_STRING
            object.__setattr__(self, "datatype", datatype)

    def __str__(self) -> str:
        return self.value


class Triple(NamedTuple):
    """A fact. As a value it is a triple term: the fact itself, whether or not it is stated."""

    subject: Value
    predicate: Value
    object: Value


class Quad(NamedTuple):
    """A fact in a graph; None is the default graph."""

    subject: Value
    predicate: Value
    object: Value
    graph: Optional[Union[Iri, BlankNode]] = None


Value = Union[
    str, Iri, int, decimal.Decimal, float, bool, datetime.datetime, datetime.date, BlankNode,
    Literal, Triple
]
