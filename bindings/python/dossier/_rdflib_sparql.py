# SPDX-License-Identifier: Apache-2.0
"""Requests of RDFLib for Dossier's engine, and its answers for RDFLib."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Union

from rdflib.graph import DATASET_DEFAULT_GRAPH_ID, Graph
from rdflib.query import Result
from rdflib.term import Variable

from dossier._native import Rows, Triples
from dossier._options import Options
from dossier._rdflib_terms import RELATIVE_BASE, Terms
from dossier._terms import BlankNode, Iri


def bindings_of(terms: Terms, given: Optional[Dict[Any, Any]]) -> Dict[str, Any]:
    return {str(name).lstrip("?$"): terms.to_dossier(term)
            for name, term in (given or {}).items()}


def options_of(terms: Terms, prefixes: Optional[Dict[str, Any]], graph: Any) -> Options:
    """`graph` is None or "__UNION__" for all graphs together, or the name of the one that is meant."""
    names = {name: str(namespace) for name, namespace in (prefixes or {}).items()}
    if graph is None or graph == "__UNION__":
        return Options(prefixes=names, base=RELATIVE_BASE)
    if graph == DATASET_DEFAULT_GRAPH_ID:
        return Options(prefixes=names, base=RELATIVE_BASE, strict_default_graph=True)
    name = terms.to_dossier(graph)
    assert isinstance(name, (Iri, BlankNode)), name
    return Options(prefixes=names, base=RELATIVE_BASE, default_graphs=[name])


def result_of(terms: Terms, answer: Union[Rows, Triples, bool]) -> Result:
    if isinstance(answer, bool):
        result = Result("ASK")
        result.askAnswer = answer
    elif isinstance(answer, Triples):
        result = Result("CONSTRUCT")
        result.graph = Graph()
        for triple in answer:
            result.graph.add(tuple(map(terms.to_rdflib, triple)))
    else:
        result = Result("SELECT")
        result.vars = [Variable(name) for name in answer.variables]
        result.bindings = _solutions(terms, answer)
    return result


def _solutions(terms: Terms, rows: Rows) -> List[Dict[Variable, Any]]:
    return [{Variable(name): terms.to_rdflib(value)
             for name, value in row.asdict().items() if value is not None} for row in rows]
