# SPDX-License-Identifier: Apache-2.0
"""The prefixes of an RDFLib store. They are kept in a saved query, so that no graph shows them."""

from __future__ import annotations

import re
from typing import Dict, Iterator, Optional, Tuple

from rdflib.term import URIRef

from dossier._errors import InputError
from dossier._native import KnowledgeBase

_NAME = "rdflib.prefixes"
_LINE = re.compile(r"PREFIX (\S*): <([^>]*)>")


class Namespaces:
    def __init__(self) -> None:
        self._by_prefix: Dict[str, URIRef] = {}
        self._by_namespace: Dict[URIRef, str] = {}
        self._changed = False

    def read(self, kb: KnowledgeBase) -> None:
        try:
            text = kb.saved_query(_NAME).text
        except InputError:
            return
        for prefix, namespace in _LINE.findall(text):
            self.bind(prefix, URIRef(namespace), True)
        self._changed = False

    def write(self, kb: KnowledgeBase) -> None:
        if not self._changed:
            return
        lines = [f"PREFIX {prefix}: <{namespace}>" for prefix, namespace in self.all()]
        kb.save_query(_NAME, "\n".join([*lines, "SELECT * {}"]), "The prefixes that RDFLib uses")
        self._changed = False

    def bind(self, prefix: str, namespace: URIRef, override: bool) -> None:
        if self._by_prefix.get(prefix) == namespace and self._by_namespace[namespace] == prefix:
            return
        if not override and (prefix in self._by_prefix or namespace in self._by_namespace):
            return
        self._by_namespace.pop(self._by_prefix.pop(prefix, URIRef("")), None)
        self._by_prefix.pop(self._by_namespace.pop(namespace, ""), None)
        self._by_prefix[prefix] = namespace
        self._by_namespace[namespace] = prefix
        self._changed = True

    def prefix(self, namespace: URIRef) -> Optional[str]:
        return self._by_namespace.get(URIRef(namespace))

    def namespace(self, prefix: str) -> Optional[URIRef]:
        return self._by_prefix.get(prefix)

    def all(self) -> Iterator[Tuple[str, URIRef]]:
        return iter(list(self._by_prefix.items()))
