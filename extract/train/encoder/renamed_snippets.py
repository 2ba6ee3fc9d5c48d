# SPDX-License-Identifier: Apache-2.0
"""Snippets of GAP with other people's names: a model that knows a snippet by heart has to read them again.

A word of a name is replaced wherever it stands in the snippet, a given name by one of the same gender, so that who is who
and who is meant stays as it was."""

import random
import re

import documents
import masked_names

SIDES = ("A", "B")
WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 3  # letters of a word that is replaced: shorter ones are initials and particles


class Pools:
    """Names to draw from."""

    def __init__(self, names):
        """`names` are whole names of people, whose surnames are drawn from."""
        self.gender_by_name = masked_names.genders()
        self.given = {gender: sorted(n for n, own in self.gender_by_name.items() if own == gender)
                      for gender in ("male", "female")}
        last = {words[-1] for words in map(WORD.findall, names) if len(words) > 1}
        self.surnames = sorted(word for word in last if is_name_word(word) and word not in self.gender_by_name)

    def pool_of(self, word, starts_name):
        gender = self.gender_by_name.get(word) if starts_name else None
        return self.given[gender] if gender else self.surnames


def is_name_word(word):
    return word.isalpha() and word[0].isupper() and not word.isupper() and len(word) >= SHORTEST


def drawn_names(text, spans, pools, generator):
    """Maps each word of the names at `spans` to another one; no two words to the same."""
    drawn = {}
    for begin, end in spans:
        for number, word in enumerate(WORD.findall(text[begin:end])):
            if word in drawn or not is_name_word(word):
                continue
            free = sorted(set(pools.pool_of(word, number == 0)) - set(drawn.values()) - {word})
            drawn[word] = generator.choice(free)
    return drawn


def replaced(text, drawn):
    """The text with other names, and a function from its old offsets to the new ones."""
    parts, moves, last, length = [], [], 0, 0
    for found in WORD.finditer(text):
        if found[0] not in drawn:
            continue
        parts += [text[last:found.start()], drawn[found[0]]]
        length += len(parts[-2]) + len(parts[-1])
        last = found.end()
        moves.append((last, length))

    def moved(offset):
        old, new = max((move for move in moves if move[0] <= offset), default=(0, 0))
        return new + offset - old
    return "".join([*parts, text[last:]]), moved


def renamed_row(row, people, pools, generator):
    """A row of GAP with other names; `people` are where the names of people stand."""
    places = {side: (int(row[f"{side}-offset"]), int(row[f"{side}-offset"]) + len(row[side]))
              for side in (*SIDES, "Pronoun")}
    drawn = drawn_names(row["Text"], [*people, *(places[side] for side in SIDES)], pools, generator)
    text, moved = replaced(row["Text"], drawn)
    new = {**row, "Text": text}
    for side, (begin, end) in places.items():
        new[side], new[f"{side}-offset"] = text[moved(begin):moved(end)], str(moved(begin))
    return new


def people_of(document):
    return [(begin, end) for begin, end, kind in document.names if kind == "PERSON"]


def identity_of(row, copy):
    """Of letters that the program leaves as they are in the name of a document."""
    return f"{row['ID']}_{copy}"


def renamed(rows, dossier, seed, copies=1):
    """Each row `copies` times, with other names each time; "_1" behind the identity tells the first."""
    read = documents.read_texts(dossier, {row["ID"]: row["Text"] for row in rows})
    rows = [row for row in rows if row["ID"] in read]
    pools = Pools([row[side] for row in rows for side in SIDES])
    generator = random.Random(seed)
    made = []
    for copy in range(1, copies + 1):
        for row in rows:
            document = read[row["ID"]]
            people = [(document.ranges[begin][0], document.ranges[end - 1][1]) for begin, end in people_of(document)]
            made.append({**renamed_row(row, people, pools, generator), "ID": identity_of(row, copy)})
    return made
