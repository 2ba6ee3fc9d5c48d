# SPDX-License-Identifier: Apache-2.0
"""The encoder's states of the words of documents with tagged names, as a head on fixed states learns from them."""

import dataclasses
import random

import jax
import jax.numpy as jnp
import numpy as np

import network
import read_names
from batches import input_arrays
from words import LONGEST, Window, window, word_pieces

WINDOWS = (48, 96, 160, LONGEST)  # lengths in pieces, chosen by chance: a text may be a line or a page
BATCH, STEP = 8, 32  # windows together; their length is filled up to a multiple


@dataclasses.dataclass
class TaggedSentence:
    scheme: int
    words: list
    tags: list      # numbers; -1 is unknown
    states: object  # of each word that fits into its window, a row: the states of its first and its last piece


@dataclasses.dataclass
class TaggedWindow:
    scheme: int
    sentences: list  # (words, tags)
    window: Window


def windows(documents, folder, generator):
    """Of (scheme, document): whole sentences, as many as fit into windows of different lengths."""
    for scheme, document in documents:
        made = lambda own: TaggedWindow(read_names.SCHEMES.index(scheme), own,
                                        window([word for words, _ in own for word in words], folder))
        own, pieces, longest = [], 1, generator.choice(WINDOWS)
        for words, tags in document:
            more = sum(len(word_pieces(word, folder)) for word in words)
            if own and pieces + more + 1 > longest:
                yield made(own)
                own, pieces, longest = [], 1, generator.choice(WINDOWS)
            own.append((words, tags))
            pieces += more
        if own:
            yield made(own)


def sentences_of(tagged, states):
    begin = 0
    for words, tags in tagged.sentences:
        fits = slice(begin, begin + len(words))
        own = np.concatenate([states[tagged.window.first[fits]], states[tagged.window.last[fits]]], 1)
        yield TaggedSentence(tagged.scheme, words, [read_names.number_of(tag) for tag in tags], own)
        begin += len(words)


def read(parameters, lower, documents, folder, seed):
    """All sentences of the documents with their states."""
    run = jax.jit(lambda *inputs: network.encode(parameters, *inputs, lower).astype(jnp.float16))
    ordered = sorted(windows(documents, folder, random.Random(seed)), key=lambda tagged: len(tagged.window))
    for at in range(0, len(ordered), BATCH):
        own = ordered[at:at + BATCH]
        length = -(-len(own[-1].window) // STEP) * STEP
        for tagged, states in zip(own, np.asarray(run(*input_arrays(own, length, BATCH)))):
            yield from sentences_of(tagged, states)
