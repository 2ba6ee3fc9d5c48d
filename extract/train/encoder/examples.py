# SPDX-License-Identifier: Apache-2.0
"""All examples to train on and to measure with, task by task, as windows of pieces."""

import dataclasses
import hashlib

import read_links
import read_names
import read_relations
from batches import MOST_CANDIDATES, MOST_PRONOUNS, tags_of_mentions
from words import Window, window

PARTS = 5  # a part of GAP and of UNER is kept out of training when that is measured


@dataclasses.dataclass
class Example:
    """Places are pieces of the window."""
    window: Window
    tags: list = ()       # names, mentions: of each word
    scheme: int = 0
    pronouns: list = ()
    mentions: list = ()
    allowed: list = ()
    right: list = ()
    none: list = ()
    pairs: list = ()
    properties: list = ()
    source: object = None
    lower: object = None  # states of the layers that stay, when they are kept


def part_of(key):
    return hashlib.sha256(key.encode()).digest()[0] % PARTS


def name_examples(shared, folder, program, kept_part):
    """Those for training and those kept out: one part of UNER."""
    train, kept = [], []
    for scheme, document in read_names.documents(shared, program):
        for words, tags in document:
            example = Example(window(words, folder), [read_names.number_of(tag) for tag in tags],
                              read_names.SCHEMES.index(scheme), source=(words, tags))
            is_kept = scheme == "uner" and kept_part is not None and part_of(" ".join(words)) == kept_part
            (kept if is_kept else train).append(example)
    return train, kept


def link_example(links, folder):
    """None when a pronoun does not fit into the window, or there is nothing to learn."""
    made = window(links.words, folder)
    pronouns = [i for i, at in enumerate(links.pronouns) if at < made.count][:MOST_PRONOUNS]
    mentions = [i for i, (_, end) in enumerate(links.mentions) if end <= made.count]
    mentions = nearest(links, pronouns, mentions)
    if not pronouns or not mentions:
        return None
    pick = lambda rows: [[rows[p][m] for m in mentions] for p in pronouns]
    right = pick(links.right)
    none = [links.none[p] or not any(row) for p, row in zip(pronouns, right)]
    return Example(made, pronouns=[made.first[links.pronouns[p]] for p in pronouns],
                   mentions=[made.span(*links.mentions[m]) for m in mentions],
                   allowed=pick(links.allowed), right=right, none=none,
                   source=(links, pronouns, mentions))


def nearest(links, pronouns, mentions):
    if len(mentions) <= MOST_CANDIDATES or not pronouns:
        return mentions
    middle = links.pronouns[pronouns[len(pronouns) // 2]]
    return sorted(sorted(mentions, key=lambda m: abs(links.mentions[m][0] - middle))[:MOST_CANDIDATES])


def link_examples(shared, folder, dossier, kept_part):
    train, kept = [], []
    ud = shared / "ud"
    for links in (*read_links.gum(ud / "en_gum_ccby-ud-train.conllu"),
                  *read_links.gum(ud / "en_gum_academic_court-ud-train.conllu"),
                  *read_links.litbank(shared / "coref" / "litbank.conll")):
        train.append(link_example(links, folder))
    for links in read_links.gap(shared / "gap" / "gap-development.tsv", dossier):
        is_kept = kept_part is not None and part_of(links.row["ID"]) == kept_part
        (kept if is_kept else train).append(link_example(links, folder))
    return [e for e in train if e is not None], [e for e in kept if e is not None]


def relation_example(relations, folder):
    made = window(relations.words, folder)
    kept = [i for i, (_, end) in enumerate(relations.mentions) if end <= made.count]
    numbers = {old: new for new, old in enumerate(kept)}
    pairs = [(numbers[s], numbers[o], p) for s, o, p in relations.pairs if s in numbers and o in numbers]
    return Example(made, tags=tags_of_mentions(len(relations.words), relations.named),
                   mentions=[made.span(*relations.mentions[i]) for i in kept], pairs=pairs,
                   properties=relations.properties, source=(relations, kept))


def relation_examples(shared, folder, dossier, folds, gold_first=True):
    return [relation_example(relations, folder) for fold in folds for relations in
            read_relations.knowledgenet(shared / "knowledgenet" / f"fold{fold}.jsonl", dossier, gold_first)]
