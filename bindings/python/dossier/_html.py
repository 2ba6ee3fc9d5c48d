# SPDX-License-Identifier: Apache-2.0
"""How results look in a notebook. Everything that comes from documents is escaped."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Iterable, List, Optional, Tuple

from dossier._native import prefixes
from dossier._terms import Iri, Value

if TYPE_CHECKING:
    from dossier._native import Rows
    from dossier._reports import Evidence

_SHOWN = 50


def short(value: Optional[Value]) -> str:
    """A value as a person reads it: IRIs with their prefixes."""
    if value is None:
        return ""
    if isinstance(value, Iri):
        for name, iri in prefixes.items():
            if value.startswith(iri):
                return f"{name}:{value[len(iri):]}"
    return str(value)


def rows_table(rows: Rows) -> str:
    """The rows that come next, which are still there to be read."""
    shown = rows._rows_ahead(_SHOWN + 1)
    more = len(shown) > _SHOWN
    head = "".join(f"<th>{html.escape(name)}</th>" for name in rows.variables)
    body = "".join(
        "<tr>" + "".join(f"<td>{_cell(value)}</td>" for value in row) + "</tr>"
        for row in shown[:_SHOWN])
    note = "<p>and more rows</p>" if more else "" if shown else "<p>no rows</p>"
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}"


def _cell(value: Optional[Value]) -> str:
    title = f' title="{html.escape(value)}"' if isinstance(value, Iri) else ""
    return f"<span{title}>{html.escape(short(value))}</span>"


def evidence(one: Evidence) -> str:
    """The sentence with its words marked, then where it stands."""
    words = " ".join(part for part in (one.polarity, one.modality) if part)
    return quoted(one.text, one.spans, words,
                  (one.speaker, one.headline or one.source_file, one.date))


def quoted(text: str, spans: Iterable[Tuple[int, int]], note: str, source: Iterable[str]) -> str:
    """A sentence with its words marked, a note, and where it stands."""
    where = ", ".join(part for part in source if part)
    said = f" <em>({html.escape(note)})</em>" if note else ""
    return (f"<blockquote><p>{marked(text, spans)}{said}</p>"
            f"<footer>{html.escape(where)}</footer></blockquote>")


def evidence_list(pieces: Iterable[Evidence]) -> str:
    return "".join(evidence(one) for one in pieces) or "<p>no sentence says so</p>"


def marked(text: str, spans: Iterable[Tuple[int, int]]) -> str:
    """The text with the spans, which may overlap, in <mark>."""
    parts: List[str] = []
    at = 0
    for begin, end in sorted(spans):
        begin = max(begin, at)
        if end <= begin:
            continue
        parts += [html.escape(text[at:begin]), "<mark>", html.escape(text[begin:end]), "</mark>"]
        at = end
    return "".join(parts) + html.escape(text[at:])
