# SPDX-License-Identifier: Apache-2.0
"""The encoder's states of the words of documents with tagged names, as a head on fixed states learns from them."""

import dataclasses
import random

import jax
import jax.numpy as jnp
import numpy as np

import network
import read_names
from words import LONGEST, shape_of, tokenizer, word_pieces

WINDOWS = (48, 96, 160, LONGEST)  # lengths in pieces, chosen by chance: a text may be a line or a page
BATCH, STEP = 8, 32  # windows together; their length is filled up to a multiple


@dataclasses.dataclass
class TaggedSentence:
    scheme: int
    words: list
    tags: list           # numbers; -1 is unknown
    first: list = None   # of each word that fits into its window: the first piece
    last: list = None
    states: object = None  # a row each: the states of both


class WindowOfSentences:
    def __init__(self, folder):
        self.folder = folder
        self.pieces, self.shapes, self.sentences = [tokenizer(folder).token_to_id("[CLS]")], [0], []

    def add(self, sentence):
        sentence.first, sentence.last = [], []
        for word in sentence.words:
            own = word_pieces(word, self.folder)
            if len(self.pieces) + len(own) >= LONGEST:
                break
            sentence.first.append(len(self.pieces))
            self.pieces += own
            self.shapes += [shape_of(word)] * len(own)
            sentence.last.append(len(self.pieces) - 1)
        self.sentences.append(sentence)


def windows(documents, folder, generator):
    """Of (scheme, document): whole sentences, as many as fit into windows of different lengths."""
    for scheme, document in documents:
        made, longest = WindowOfSentences(folder), generator.choice(WINDOWS)
        for words, tags in document:
            pieces = sum(len(word_pieces(word, folder)) for word in words)
            if made.sentences and len(made.pieces) + pieces + 1 > longest:
                yield made
                made, longest = WindowOfSentences(folder), generator.choice(WINDOWS)
            numbers = [read_names.number_of(tag) for tag in tags]
            made.add(TaggedSentence(read_names.SCHEMES.index(scheme), words, numbers))
        if made.sentences:
            yield made


def read(parameters, lower, documents, folder, seed):
    """All sentences of the documents with their states."""
    run = jax.jit(lambda *inputs: network.encode(parameters, *inputs, lower).astype(jnp.float16))
    end = tokenizer(folder).token_to_id("[SEP]")
    ordered = sorted(windows(documents, folder, random.Random(seed)), key=lambda window: len(window.pieces))
    for at in range(0, len(ordered), BATCH):
        own = ordered[at:at + BATCH]
        states = np.asarray(run(*padded(own, end)))
        for row, window in zip(states, own):
            for sentence in window.sentences:
                sentence.states = np.concatenate([row[sentence.first], row[sentence.last]], 1)
                yield sentence


def padded(own, end):
    length = -(-max(len(window.pieces) + 1 for window in own) // STEP) * STEP
    pieces, shapes = np.zeros((BATCH, length), np.int32), np.zeros((BATCH, length), np.int32)
    mask = np.zeros((BATCH, length), bool)
    mask[:, 0] = True
    for i, window in enumerate(own):
        count = len(window.pieces) + 1
        pieces[i, :count] = [*window.pieces, end]
        shapes[i, :count] = [*window.shapes, 0]
        mask[i, :count] = True
    return pieces, shapes, mask
