# SPDX-License-Identifier: Apache-2.0
"""Windows of like length together, as arrays of fixed sizes: each size is compiled once."""

import numpy as np

from heads import BEGINS, INSIDE
from read_relations import MOST_MENTIONS, PROPERTIES

LENGTHS = (32, 64, 96, 160, 256)
MOST_PRONOUNS, MOST_CANDIDATES = 16, 60


def length_of(window):
    return next(length for length in LENGTHS if len(window) <= length)


def batches(items, random, pieces):
    """(length, items) with about `pieces` pieces each, in random order if there is `random`."""
    by_length = {}
    for item in items:
        by_length.setdefault(length_of(item.window), []).append(item)
    made = []
    for length, own in by_length.items():
        size = batch_size(length, pieces)
        if random is not None:
            random.shuffle(own)
        made += [(length, own[i:i + size]) for i in range(0, len(own), size)]
    if random is not None:
        random.shuffle(made)
    return made


def batch_size(length, pieces):
    return max(1, pieces // length)


def input_arrays(items, length, size):
    pieces = np.zeros((size, length), np.int32)
    shapes = np.zeros((size, length), np.int32)
    mask = np.zeros((size, length), bool)
    mask[:, 0] = True
    for i, item in enumerate(items):
        count = len(item.window)
        pieces[i, :count] = item.window.pieces
        shapes[i, :count] = item.window.shapes
        mask[i, :count] = True
    return pieces, shapes, mask


def word_arrays(items, length, size, tags_of):
    """First pieces of the words, and their labels; -1 where there is no word."""
    words = np.zeros((size, length), np.int32)
    tags = np.full((size, length), -1, np.int32)
    for i, item in enumerate(items):
        count = item.window.count
        words[i, :count] = item.window.first
        tags[i, :count] = tags_of(item)[:count]
    return words, tags


def names_arrays(items, length, size):
    words, tags = word_arrays(items, length, size, lambda item: item.tags)
    scheme = np.zeros(size, np.int32)
    scheme[:len(items)] = [item.scheme for item in items]
    return {"words": words, "tags": tags, "scheme": scheme}


def links_arrays(items, length, size):
    shape = (size, MOST_PRONOUNS, MOST_CANDIDATES)
    arrays = {"pronouns": np.zeros(shape[:2], np.int32), "mentions": np.zeros((size, shape[2], 2), np.int32),
              "allowed": np.zeros(shape, bool), "right": np.zeros(shape, bool), "none": np.zeros(shape[:2], bool)}
    for i, item in enumerate(items):
        pronouns, mentions = len(item.pronouns), len(item.mentions)
        arrays["pronouns"][i, :pronouns] = item.pronouns
        arrays["mentions"][i, :mentions] = np.reshape(item.mentions, (mentions, 2))
        for name in ("allowed", "right"):
            arrays[name][i, :pronouns, :mentions] = np.reshape(getattr(item, name), (pronouns, mentions))
        arrays["none"][i, :pronouns] = item.none
    return arrays


def relations_arrays(items, length, size):
    shape = (size, MOST_MENTIONS, MOST_MENTIONS)
    words, tags = word_arrays(items, length, size, lambda item: item.tags)
    arrays = {"words": words, "tags": tags, "mentions": np.zeros((size, MOST_MENTIONS, 2), np.int32),
              "pairs": np.zeros(shape, bool), "related": np.zeros((*shape, len(PROPERTIES)), bool),
              "properties": np.zeros((size, len(PROPERTIES)), bool)}
    for i, item in enumerate(items):
        count = len(item.mentions)
        arrays["mentions"][i, :count] = np.reshape(item.mentions, (count, 2))
        arrays["pairs"][i, :count, :count] = ~np.eye(count, dtype=bool)
        arrays["properties"][i, item.properties] = True
        for subject, object_, property_ in item.pairs:
            arrays["related"][i, subject, object_, property_] = True
    return arrays


ARRAYS = {"names": names_arrays, "links": links_arrays, "relations": relations_arrays}


def tags_of_mentions(count, spans):
    """Longer spans first, so that inner ones are seen."""
    tags = [0] * count
    for begin, end in sorted(spans, key=lambda span: span[0] - span[1]):
        tags[begin:end] = [BEGINS] + [INSIDE] * (end - begin - 1)
    return tags
