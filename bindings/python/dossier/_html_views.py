# SPDX-License-Identifier: Apache-2.0
"""How views look in a notebook: names as headings, facts as sentences with their words marked."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Iterable, Sequence

from dossier._html import quoted

if TYPE_CHECKING:
    from dossier._facts import Fact
    from dossier._found import Answers, Found, FoundSentence
    from dossier._views import EntityView

_SHOWN = 10


def fact(one: Fact) -> str:
    return quoted(one.text, one.spans, one.qualifier, (one.speaker, one.headline, one.date))


def facts(rows: Iterable[Fact]) -> str:
    return "".join(fact(one) for one in rows) or "<p>no facts</p>"


def found_sentence(one: FoundSentence) -> str:
    return quoted(one.text, one.marks, "", (one.speaker, one.headline, one.date))


def found(result: Found) -> str:
    things = [f"{one.label or one.name} ({one.mentions})" for one in result.entities]
    parts = [_line("things", things), _line("documents", [d.headline for d in result.documents])]
    parts += [found_sentence(one) for one in result.sentences]
    return "".join(parts) or "<p>nothing found</p>"


def answers(result: Answers) -> str:
    parts = [f"<p><em>{html.escape(result.understood)}</em></p>"] if result.understood else []
    for one in result.answers:
        parts.append(f"<p><strong>{html.escape(one.value)}</strong></p>{fact(one.fact)}")
    for title in ("denied", "planned", "alleged"):
        rest = getattr(result, title)
        if rest:
            parts.append(f"<p>{title}:</p>" + facts(one.fact for one in rest))
    for name in result.ambiguous:
        parts.append(_line(f"{name.name} is one of", [one.label for one in name.candidates]))
    if result.text:
        parts.append("<p>text, not facts:</p>" + "".join(map(found_sentence, result.text)))
    return "".join(parts) or "<p>no answer</p>"


def entity(view: EntityView) -> str:
    head = f"<p><strong>{html.escape(view.label)}</strong></p>"
    lines = [_line("is", view.class_names), _line("also called", view.aliases),
             _line("documents", [one.name for one in view.documents]),
             _line("together with", [one.name for one in view.mentioned_with[:_SHOWN]])]
    sections = [("roles", view.roles), ("facts", view.facts), ("of it", view.incoming),
                ("not asserted", view.not_asserted), ("it claims", view.claims)]
    return head + "".join(lines) + "".join(_section(*one) for one in sections)


def _section(title: str, rows: Sequence[Fact]) -> str:
    if not rows:
        return ""
    more = f"<p>and {len(rows) - _SHOWN} more</p>" if len(rows) > _SHOWN else ""
    return f"<p>{title}:</p>" + facts(rows[:_SHOWN]) + more


def _line(title: str, values: Sequence[str]) -> str:
    named = ", ".join(html.escape(one) for one in values if one)
    return f"<p>{html.escape(title)}: {named}</p>" if named else ""
