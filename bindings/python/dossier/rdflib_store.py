# SPDX-License-Identifier: Apache-2.0
"""A store for RDFLib: its graphs live in a knowledge base, and their queries run in Dossier's engine.

    graph = rdflib.Graph("Dossier", identifier="http://example.org/graph")
    graph.open("facts.db", create=True)
    graph.add(...)
    graph.commit()

A graph of RDFLib is the named graph of its identifier; the default graph of a Dataset is the default
graph. The first change begins a transaction, which sees itself; commit() ends it, rollback() and
close() undo it. Prefixes are kept with the knowledge base. One thread at a time may use a store.
"""

from __future__ import annotations

import os
import shutil
from typing import Any, Dict, Iterable, Iterator, List, Optional, Set, Tuple

from rdflib.graph import DATASET_DEFAULT_GRAPH_ID, Graph
from rdflib.query import Result
from rdflib.store import NO_STORE, VALID_STORE, Store

from dossier._errors import StorageError, UsageError
from dossier._native import KnowledgeBase, Transaction
from dossier._options import Options
from dossier._rdflib_namespaces import Namespaces
from dossier._rdflib_sparql import bindings_of, options_of, result_of
from dossier._rdflib_terms import Terms

_EVERYWHERE = "?s ?p ?o"
_IN_GRAPH = "GRAPH ?g { ?s ?p ?o }"
_STRICT = Options(strict_default_graph=True)
_Pattern = Tuple[Any, Any, Any]


class DossierStore(Store):
    """The store that RDFLib knows as "Dossier"."""

    context_aware = True
    formula_aware = False
    transaction_aware = True
    graph_aware = True

    def __init__(self, configuration: Optional[str] = None, identifier: Any = None) -> None:
        self._kb: Optional[KnowledgeBase] = None
        self._transaction: Optional[Transaction] = None
        self._terms = Terms()
        self._namespaces = Namespaces()
        self._added_graphs: Set[Any] = set()  # they exist for RDFLib while they are empty
        super().__init__(configuration, identifier)

    # Opening and closing.

    def open(self, configuration: str, create: bool = False) -> Any:
        self.close()
        try:
            self._kb = KnowledgeBase(configuration, create=create)
        except StorageError:
            if create or os.path.exists(configuration):
                raise
            return NO_STORE
        self._terms = Terms()
        self._namespaces.read(self._kb)
        return VALID_STORE

    def close(self, commit_pending_transaction: bool = False) -> None:
        if self._kb is None:
            return
        if commit_pending_transaction:
            self.commit()
        else:
            self.rollback()
        self._namespaces.write(self._kb)
        self._kb.close()
        self._kb = None
        self._added_graphs.clear()

    def destroy(self, configuration: str) -> None:
        self.close()
        shutil.rmtree(configuration, ignore_errors=False)

    def commit(self) -> None:
        if self._transaction is not None:
            self._transaction.commit()
            self._transaction = None
        if self._kb is not None:
            self._namespaces.write(self._kb)

    def rollback(self) -> None:
        if self._transaction is not None:
            self._transaction.rollback()
            self._transaction = None
            self._terms = Terms()

    # Changes.

    def add(self, triple: _Pattern, context: Any, quoted: bool = False) -> None:
        if quoted:
            raise UsageError("the store does not keep quoted graphs (formulae)")
        self._insert(triple, context)
        super().add(triple, context, quoted)

    def addN(self, quads: Iterable[Tuple[Any, Any, Any, Any]]) -> None:
        for subject, predicate, value, context in quads:
            self.add((subject, predicate, value), context)

    def remove(self, triple: _Pattern, context: Any = None) -> None:
        writes = self._writes()
        graph = self._graph_of(context)
        if triple == (None, None, None) and context is None:
            writes.update("CLEAR ALL")
        else:
            for row in self._matches(triple, context):
                name = row.g if context is None else graph
                writes.erase((row.s, row.p, row.o, name))
        super().remove(triple, context)

    def add_graph(self, graph: Any) -> None:
        self._added_graphs.add(graph.identifier)

    def remove_graph(self, graph: Any) -> None:
        self.remove((None, None, None), graph)
        self._added_graphs.discard(graph.identifier)

    # Reading.

    def triples(self, triple_pattern: _Pattern, context: Any = None) -> Iterator[Any]:
        if context is None:
            rows = self._rows(f"SELECT ?s ?p ?o {{ {_EVERYWHERE} }}", self._bound(triple_pattern))
        else:
            rows = self._matches(triple_pattern, context)
        for row in rows:
            triple = (self._terms.to_rdflib(row.s), self._terms.to_rdflib(row.p),
                      self._terms.to_rdflib(row.o))
            yield triple, self.contexts(triple) if context is None else iter([context])

    def __len__(self, context: Any = None) -> int:
        scope = (_EVERYWHERE, {}, None) if context is None else self._scope(context)
        pattern, bound, options = scope
        (row,) = self._rows(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}", bound, options)
        return int(row.n.value)

    def contexts(self, triple: Optional[_Pattern] = None) -> Iterator[Any]:
        bound = self._bound(triple or (None, None, None))
        names = [self._terms.to_rdflib(row.g)
                 for row in self._rows(f"SELECT DISTINCT ?g {{ {_IN_GRAPH} }}", bound)]
        if list(self._rows(f"SELECT ?s {{ {_EVERYWHERE} }} LIMIT 1", bound, _STRICT)):
            names.append(DATASET_DEFAULT_GRAPH_ID)
        if triple is None or triple == (None, None, None):
            names += self._added_graphs - set(names)
        for name in names:
            yield Graph(store=self, identifier=name)

    # SPARQL.

    def query(self, query: Any, initNs: Dict[str, Any], initBindings: Dict[Any, Any],
              queryGraph: Any, **kwargs: Any) -> Result:
        # RDFLib evaluates what it has translated itself; and, before its version 7, the queries of a
        # Dataset, for which it names a graph that does not exist.
        if not isinstance(query, str) or self._terms.is_unknown(queryGraph):
            raise NotImplementedError
        answer = (self._transaction or self._base()).execute(
            query, bindings_of(self._terms, initBindings), terms=True,
            options=options_of(self._terms, initNs, queryGraph))
        return result_of(self._terms, answer)

    def update(self, update: Any, initNs: Dict[str, Any], initBindings: Dict[Any, Any],
               queryGraph: Any, **kwargs: Any) -> None:
        into_default = queryGraph in (None, "__UNION__", DATASET_DEFAULT_GRAPH_ID)
        if not isinstance(update, str) or not into_default:
            raise NotImplementedError  # RDFLib changes a named graph by add() and remove()
        self._writes().update(update, bindings_of(self._terms, initBindings),
                              options=options_of(self._terms, initNs, queryGraph))

    # Prefixes.

    def bind(self, prefix: str, namespace: Any, override: bool = True) -> None:
        self._namespaces.bind(prefix, namespace, override)

    def prefix(self, namespace: Any) -> Optional[str]:
        return self._namespaces.prefix(namespace)

    def namespace(self, prefix: str) -> Any:
        return self._namespaces.namespace(prefix)

    def namespaces(self) -> Iterator[Tuple[str, Any]]:
        return self._namespaces.all()

    # Inside.

    def _base(self) -> KnowledgeBase:
        if self._kb is None:
            raise UsageError("the store is not open; call open(path, create=True) first")
        return self._kb

    def _writes(self) -> Transaction:
        if self._transaction is None:
            self._transaction = self._base().begin()
        return self._transaction

    def _insert(self, triple: _Pattern, context: Any) -> None:
        writes = self._writes()
        subject, predicate, value = (self._terms.to_dossier(term, writes) for term in triple)
        writes.insert((subject, predicate, value, self._graph_of(context, writes)))

    def _graph_of(self, context: Any, writes: Optional[Transaction] = None) -> Any:
        name = getattr(context, "identifier", context)
        if name is None or name == DATASET_DEFAULT_GRAPH_ID:
            return None
        return self._terms.to_dossier(name, writes)

    def _bound(self, pattern: _Pattern) -> Dict[str, Any]:
        return {name: self._terms.to_dossier(term)
                for name, term in zip("spo", pattern) if term is not None}

    def _scope(self, context: Any) -> Tuple[str, Dict[str, Any], Optional[Options]]:
        """The pattern, the values and the options that see one graph, or each one by itself."""
        if context is None:
            return f"{{ {_EVERYWHERE} }} UNION {{ {_IN_GRAPH} }}", {}, _STRICT
        graph = self._graph_of(context)
        if graph is None:
            return _EVERYWHERE, {}, _STRICT
        return _IN_GRAPH, {"g": graph}, None

    def _matches(self, triple: _Pattern, context: Any) -> List[Any]:
        pattern, bound, options = self._scope(context)
        rows = self._rows(f"SELECT ?s ?p ?o ?g {{ {pattern} }}", {**bound, **self._bound(triple)},
                          options)
        return list(rows)

    def _rows(self, text: str, bound: Dict[str, Any],
              options: Optional[Options] = None) -> Iterable[Any]:
        if self._transaction is None:
            return self._base().query(text, bound, options=options, terms=True)
        # RDFLib adds and removes while it iterates, which ends a transaction's results.
        return list(self._transaction.query(text, bound, options=options, terms=True))
