# SPDX-License-Identifier: Apache-2.0
"""Words as the encoder reads them: pieces of the vocabulary and shapes, as extract/encoder/ makes them."""

import dataclasses
import functools
import pathlib

from tokenizers import Tokenizer

SHAPES = ("lower", "capital", "upper", "mixed", "letter", "digits", "number", "sign")
LONGEST = 256  # pieces of a window, [CLS] and [SEP] among them


@functools.cache
def tokenizer(folder):
    made = Tokenizer.from_file(str(pathlib.Path(folder) / "all-minilm-l6-v2-tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def shape_of(word):
    """As shape_of() of extract/encoder/encoder.cc."""
    letters = sum(c.isalpha() for c in word)
    upper = sum(c.isupper() for c in word)
    lower = sum(c.islower() for c in word)
    digits = sum(c.isdigit() for c in word)
    if letters == 0:
        return SHAPES.index("number" if digits else "sign")
    if digits:
        return SHAPES.index("digits")
    if upper == 0:
        return SHAPES.index("lower")
    if len(word) == 1:
        return SHAPES.index("letter")
    if lower == 0:
        return SHAPES.index("upper")
    return SHAPES.index("capital" if upper == 1 and word[0].isupper() else "mixed")


@dataclasses.dataclass
class Window:
    """Some words in their order, cut off behind LONGEST pieces."""
    words: list
    pieces: list   # their numbers, with [CLS] and [SEP]
    shapes: list   # of each piece
    first: list    # of each word that fits: its first piece
    last: list

    def __len__(self):
        return len(self.pieces)

    @property
    def count(self):
        """How many words fit."""
        return len(self.first)

    def span(self, begin, end):
        """First and last piece of the words from `begin` to before `end`; none if they do not fit."""
        return (self.first[begin], self.last[end - 1]) if end <= self.count else None


def window(words, folder):
    made = tokenizer(folder)
    pieces, shapes, first, last = [made.token_to_id("[CLS]")], [0], [], []
    for word in words:
        own = word_pieces(word, folder)
        if len(pieces) + len(own) >= LONGEST:
            break
        first.append(len(pieces))
        last.append(len(pieces) + len(own) - 1)
        pieces += own
        shapes += [shape_of(word)] * len(own)
    return Window(words, pieces + [made.token_to_id("[SEP]")], shapes + [0], first, last)


@functools.lru_cache(1 << 17)
def word_pieces(word, folder):
    """At least one, so that each word has a state."""
    made = tokenizer(folder)
    return made.encode(word, add_special_tokens=False).ids or [made.token_to_id("[UNK]")]
