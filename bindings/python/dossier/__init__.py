# SPDX-License-Identifier: Apache-2.0
"""Dossier: an embedded knowledge base. Documents in, questions answered, with evidence.

    import dossier

    with dossier.KnowledgeBase("facts.db") as kb:
        kb.ingest("speech.txt")
        for row in kb.query("SELECT ?who ?where WHERE { ?who r:visit ?where }"):
            print(row.who, "visited", row.where)
"""

from dossier._errors import (
    CancelledError,
    ConflictError,
    Error,
    InputError,
    LimitError,
    ParseError,
    StorageError,
    TimeLimitError,
    UnsupportedError,
    UsageError,
)
from dossier._terms import BlankNode, Iri, Literal, Quad, Triple, Value
from dossier._native import (
    Cancellation,
    KnowledgeBase,
    PreparedQuery,
    Rows,
    Transaction,
    Triples,
    format_term,
    parse_term,
    prefixes,
)
from dossier._native import version as __version__
from dossier._options import Options
from dossier._reports import (
    Conflict,
    Decision,
    Document,
    Entity,
    Evidence,
    EvidenceList,
    Fault,
    IngestOutcome,
    IngestReport,
    LoadReport,
    Mention,
    Progress,
    QueryParameter,
    SavedQuery,
    Statistics,
    UpdateReport,
)
from dossier._rows import Row

__all__ = [
    "BlankNode",
    "CancelledError",
    "Cancellation",
    "Conflict",
    "ConflictError",
    "Decision",
    "Document",
    "Entity",
    "Error",
    "Evidence",
    "EvidenceList",
    "Fault",
    "IngestOutcome",
    "IngestReport",
    "InputError",
    "Iri",
    "KnowledgeBase",
    "LimitError",
    "Literal",
    "LoadReport",
    "Mention",
    "Options",
    "ParseError",
    "PreparedQuery",
    "Progress",
    "Quad",
    "QueryParameter",
    "Row",
    "Rows",
    "SavedQuery",
    "Statistics",
    "StorageError",
    "TimeLimitError",
    "Transaction",
    "Triple",
    "Triples",
    "UnsupportedError",
    "UpdateReport",
    "UsageError",
    "Value",
    "__version__",
    "format_term",
    "parse_term",
    "prefixes",
]
