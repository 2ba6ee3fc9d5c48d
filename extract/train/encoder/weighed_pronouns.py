# SPDX-License-Identifier: Apache-2.0
"""Whom the pronouns of snippets of GAP may mean, as `extract_eval pronouns` prints it, with what is right."""

import collections
import dataclasses
import pathlib
import subprocess
import tempfile

from renamed_snippets import SIDES


@dataclasses.dataclass
class Weighed:
    """One pronoun: for each entity that it may mean, what the model makes of it, the signs, and whether it is right."""
    likely: list
    signs: list
    right: list


def printed(extract_eval, texts):
    """The lines of the program about texts by name."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder) / f"{name}.txt" for name in texts]
        for path, text in zip(paths, texts.values()):
            path.write_text(text, "utf-8")
        return subprocess.run([extract_eval, "pronouns", *paths], capture_output=True, text=True, check=True).stdout


def place(text):
    begin, end = text.split(":")
    return int(begin), int(end)


def parse(lines):
    """The names of the signs, and by document and begin of a pronoun: (likely, signs, places of names) for each entity."""
    names, by_pronoun = [], collections.defaultdict(list)
    for line in lines.splitlines():
        document, pronoun, likely, *signs, named = line.split("\t")
        names = [sign.split("=")[0] for sign in signs]
        by_pronoun[pathlib.PurePath(document).stem, place(pronoun)[0]].append(
            (float(likely), [int(sign.split("=")[1]) for sign in signs], [place(name) for name in named.split()]))
    return names, by_pronoun


def is_right(row, places):
    """Whether an entity that is named there is whom the pronoun of a row of GAP means."""
    true = [(int(row[f"{side}-offset"]), int(row[f"{side}-offset"]) + len(row[side])) for side in SIDES
            if row[f"{side}-coref"].upper() == "TRUE"]
    return any(begin < high and low < end for begin, end in places for low, high in true)


def examples(rows, by_pronoun):
    """Of the pronouns whose right name is among what they may mean, by the identity of the row."""
    for row in rows:
        options = by_pronoun.get((row["ID"], int(row["Pronoun-offset"])), [])
        right = [is_right(row, places) for _, _, places in options]
        if any(right):
            yield row["ID"], Weighed([likely for likely, _, _ in options], [signs for _, signs, _ in options], right)


def weighed_pronouns(rows, extract_eval):
    names, by_pronoun = parse(printed(extract_eval, {row["ID"]: row["Text"] for row in rows}))
    return names, dict(examples(rows, by_pronoun))
