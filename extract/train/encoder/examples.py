# SPDX-License-Identifier: Apache-2.0
"""All examples to train on and to measure with, task by task, as windows of pieces."""

import dataclasses

import masked_names
import read_links
import read_names
import read_relations
import renamed_snippets
from batches import MOST_CANDIDATES, MOST_PRONOUNS, tags_of_mentions
from parts import part_of
from words import Window, window

FOLDS = (1, 2, 3)
KEPT_FOLD = 3
SEED_OF_NAMES = 1


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


def link_examples(shared, folder, dossier, kept_part, renamed):
    """`renamed`: how often the snippets of GAP stand among those for training with other names, too."""
    train, kept = [], []
    ud = shared / "ud"
    for links in (*read_links.gum(ud / "en_gum_ccby-ud-train.conllu"),
                  *read_links.gum(ud / "en_gum_academic_court-ud-train.conllu"),
                  *read_links.litbank(shared / "coref" / "litbank.conll")):
        train.append(link_example(links, folder))
    is_kept = lambda name: part_of(name) == kept_part
    rows = read_links.gap_rows(shared / "gap" / "gap-development.tsv")
    kept += [link_example(links, folder) for links in read_links.gap([r for r in rows if is_kept(r["ID"])], dossier)]
    shown = [row for row in rows if not is_kept(row["ID"])]
    if renamed:
        shown += renamed_snippets.renamed(shown, dossier, SEED_OF_NAMES, renamed)
    train += [link_example(links, folder) for links in read_links.gap(shown, dossier)]
    texts = {row["ID"]: row["Text"] for row in shown} | texts_of_knowledgenet(shared, is_kept)
    train += [link_example(links, folder) for links in masked_names.masked_of(texts, dossier)]
    return [e for e in train if e is not None], [e for e in kept if e is not None]


def texts_of_knowledgenet(shared, is_kept):
    texts = {}
    for fold in FOLDS:
        texts |= masked_names.texts_of_knowledgenet(shared / "knowledgenet" / f"fold{fold}.jsonl", is_kept)
    return texts


def relation_example(relations, folder):
    made = window(relations.words, folder)
    kept = [i for i, (_, end) in enumerate(relations.mentions) if end <= made.count]
    numbers = {old: new for new, old in enumerate(kept)}
    pairs = [(numbers[s], numbers[o], p) for s, o, p in relations.pairs if s in numbers and o in numbers]
    return Example(made, tags=tags_of_mentions(len(relations.words), relations.named),
                   mentions=[made.span(*relations.mentions[i]) for i in kept], pairs=pairs,
                   properties=relations.properties, source=(relations, kept))


def relation_examples(shared, folder, dossier, kept_part, whole_fold):
    """Those kept out are of fold 3: all of it, or the part."""
    train, kept = [], []
    for fold in FOLDS:
        path = shared / "knowledgenet" / f"fold{fold}.jsonl"
        is_kept = lambda name, fold=fold: kept_part is not None and fold == KEPT_FOLD and (
            whole_fold or part_of(name) == kept_part)
        for relations in read_relations.knowledgenet(path, dossier, is_kept):
            (kept if is_kept(relations.place[0]) else train).append(relation_example(relations, folder))
    return train, kept
