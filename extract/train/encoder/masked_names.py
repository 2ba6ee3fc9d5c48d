# SPDX-License-Identifier: Apache-2.0
"""Pronouns whose meaning is known without labels: of a person who is named twice, the later name is replaced by a pronoun
(Kocijan and others, "WikiCREM", EMNLP 2019)."""

import hashlib
import json
import pathlib

import documents
from read_links import NO_CANDIDATES, Links, around, may_be_one

MOST_PER_TEXT = 3
GIVEN_NAMES = pathlib.Path(__file__).parents[2] / "lexicon" / "data" / "given_names.tsv"  # the program's own list


def genders():
    with open(GIVEN_NAMES, encoding="utf-8") as file:
        rows = (line.rstrip("\n").split("\t") for line in file if not line.startswith("#"))
        return {row[0]: row[1] for row in rows if len(row) > 1 and row[1] in ("male", "female")}


def gender_of(document, names, gender_by_name):
    """Of the person whose names these are; none if it is not known."""
    found = {gender_by_name[word] for begin, end in names for word in document.words[begin:end] if word in gender_by_name}
    return found.pop() if len(found) == 1 else None


def pronoun_for(document, begin, end, gender):
    """The pronoun, and where the words that it replaces end."""
    is_male = gender == "male"
    if document.words[end:end + 1] in (["'s"], ["’s"]):
        return ("his" if is_male else "her"), end + 1
    if begin > 0 and document.tags[begin - 1] in ("ADP", "VERB"):
        return ("him" if is_male else "her"), end
    return ("he" if is_male else "she"), end


def masked(document, name, gender_by_name):
    """The window around a name with a pronoun in its place; None if the text tells nothing about it."""
    low, high = around(document, name[0])
    names = [n for n in document.names if n[2] not in NO_CANDIDATES and low <= n[0] and n[1] <= high]
    text = lambda n: " ".join(document.words[n[0]:n[1]])
    people = [n for n in names if n[2] == "PERSON"]
    own = [n for n in people if n[:2] != name[:2] and may_be_one(text(n), text(name))]
    others = [n for n in people if n[0] < name[0] and not may_be_one(text(n), text(name))]
    gender = gender_of(document, [n[:2] for n in (*own, name)], gender_by_name)
    if not any(n[0] < name[0] for n in own) or not others or gender is None:
        return None
    return replaced(document, (low, high), name, pronoun_for(document, name[0], name[1], gender),
                    [n for n in names if n[1] <= name[0] or n[0] >= name[1]], own)


def replaced(document, stretch, name, pronoun, names, own):
    (low, high), (word, end) = stretch, pronoun
    starts_sentence = any(begin == name[0] for begin, _ in document.sentences)
    words = [*document.words[low:name[0]], word.capitalize() if starts_sentence else word, *document.words[end:high]]
    moved = lambda at: at - low - (end - name[0] - 1 if at >= end else 0)
    right = [n in own for n in names]
    return Links(words, [name[0] - low], [(moved(n[0]), moved(n[1] - 1) + 1) for n in names], [[True] * len(names)],
                 [right], [False])


def chosen(document):
    """The names of a text in an order that is the same in each run."""
    key = lambda n: hashlib.sha256(f"{n[0]} {' '.join(document.words[:20])}".encode()).digest()
    return sorted((n for n in document.names if n[2] == "PERSON"), key=key)


def masked_of(texts, dossier):
    gender_by_name = genders()
    for document in documents.read_texts(dossier, texts).values():
        made = 0
        for name in chosen(document):
            if made < MOST_PER_TEXT and (links := masked(document, name, gender_by_name)):
                made += 1
                yield links


def texts_of_knowledgenet(path, is_kept):
    with open(path, encoding="utf-8") as file:
        return {row["id"]: row["text"] for row in map(json.loads, file) if not is_kept(row["id"])}
