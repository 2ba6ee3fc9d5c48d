# SPDX-License-Identifier: Apache-2.0
"""RDFLib's terms as Dossier's, and back."""

from __future__ import annotations

from typing import Any, Dict, Optional

import rdflib

from dossier._errors import UsageError
from dossier._native import Transaction, format_term, parse_term
from dossier._terms import BlankNode, Iri, Literal, Triple, Value

RELATIVE_BASE = "urn:dossier:relative/"
"""RDFLib keeps relative IRIs, which are no RDF: they are kept below this one."""

TRIPLE_TERM = rdflib.URIRef("urn:dossier:rdflib:triple-term")
"""The datatype of literals that stand for triple terms, in N-Triples: RDFLib has none."""

_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


class Terms:
    """Remembers which blank node of the knowledge base stands for which of RDFLib's."""

    def __init__(self) -> None:
        self._ours: Dict[rdflib.BNode, BlankNode] = {}
        self._theirs: Dict[BlankNode, rdflib.BNode] = {}

    def to_dossier(self, term: Any, writes: Optional[Transaction] = None) -> Value:
        """Without a transaction a blank node that is not known yet matches nothing."""
        if isinstance(term, rdflib.URIRef):
            return Iri(term if _is_absolute(term) else RELATIVE_BASE + term)
        if isinstance(term, rdflib.Literal):
            return _literal(term)
        if isinstance(term, rdflib.BNode):
            return self._blank_node(term, writes)
        raise UsageError(f"{term!r} is no IRI, literal or blank node, which is what graphs hold")

    def is_unknown(self, term: Any) -> bool:
        """Whether it is a blank node that the knowledge base has nothing of."""
        return isinstance(term, rdflib.BNode) and term not in self._ours

    def to_rdflib(self, value: Any) -> Any:
        if isinstance(value, Iri):
            return rdflib.URIRef(value.removeprefix(RELATIVE_BASE))
        if isinstance(value, BlankNode):
            return self._theirs.get(value) or rdflib.BNode(value.label)
        if isinstance(value, Triple):
            return rdflib.Literal(format_term(value), datatype=TRIPLE_TERM)
        assert isinstance(value, Literal), value
        if value.language:
            return rdflib.Literal(value.value, lang=value.language)
        datatype = None if value.datatype == _XSD_STRING else rdflib.URIRef(value.datatype)
        return rdflib.Literal(value.value, datatype=datatype, normalize=False)

    def _blank_node(self, node: rdflib.BNode, writes: Optional[Transaction]) -> BlankNode:
        if node not in self._ours:
            if writes is None:
                return BlankNode(str(node))
            self._ours[node] = writes.new_blank_node()
            self._theirs[self._ours[node]] = node
        return self._ours[node]


def _is_absolute(iri: str) -> bool:
    scheme, colon, _ = iri.partition(":")
    return bool(colon) and scheme.replace("+", "").replace("-", "").replace(".", "").isalnum()


def _literal(term: rdflib.Literal) -> Value:
    if term.datatype == TRIPLE_TERM:
        return parse_term(str(term))
    return Literal(str(term), datatype=str(term.datatype or ""), language=term.language or "")
