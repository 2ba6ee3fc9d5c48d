# SPDX-License-Identifier: Apache-2.0
"""Other people's names in snippets: what is replaced, and where everything stands then."""

import random
import re
import unittest

from renamed_snippets import Pools, drawn_names, identity_of, renamed_row, replaced

POOLS = Pools(["Anna Berg", "Clara Lund", "Nils van Dyk", "Madonna"])

# text, names in place of others, what it becomes
TEXTS = [
    ("Berg met Lund.", {"Berg": "Hansen"}, "Hansen met Lund."),
    ("Berg met Lund.", {"Berg": "Li", "Lund": "Christensen"}, "Li met Christensen."),
    ("Berg's firm is Berg & Co.", {"Berg": "Dyk"}, "Dyk's firm is Dyk & Co."),
    ("Bergen is no Berg", {"Berg": "Dyk"}, "Bergen is no Dyk"),
    ("Zoë ∑ Berg", {"Zoë": "Anaïs", "Berg": "Ek"}, "Anaïs ∑ Ek"),
    ("Nobody", {}, "Nobody"),
]


def row_of(text, pronoun, a, b):
    row = {"ID": "x-1", "Text": text, "A": a, "B": b, "Pronoun": pronoun}
    return {**row, **{f"{side}-offset": str(text.index(row[side])) for side in ("Pronoun", "A", "B")}}


class Replaced(unittest.TestCase):
    def test_texts(self):
        for text, drawn, expected in TEXTS:
            with self.subTest(text=text):
                self.assertEqual(replaced(text, drawn)[0], expected)

    def test_other_words_keep_their_offsets(self):
        for text, drawn, _ in TEXTS:
            new, moved = replaced(text, drawn)
            for begin, letter in enumerate(text):
                inside = any(text.startswith(word, begin - back) for word in drawn for back in range(len(word)))
                if not inside and letter != " ":
                    self.assertEqual(new[moved(begin)], letter, text)


class Drawn(unittest.TestCase):
    def test_given_names_keep_their_gender(self):
        for seed in range(20):
            drawn = drawn_names("Anna Berg", [(0, 9)], POOLS, random.Random(seed))
            self.assertIn(drawn["Anna"], POOLS.given["female"])
            self.assertIn(drawn["Berg"], POOLS.surnames)

    def test_no_two_are_drawn_alike(self):
        for seed in range(20):
            drawn = drawn_names("Berg Lund", [(0, 4), (5, 9)], POOLS, random.Random(seed))
            self.assertEqual(len(set(drawn.values())), 2)
            self.assertNotEqual(drawn["Berg"], "Berg")

    def test_initials_and_particles_stay(self):
        self.assertEqual(set(drawn_names("J. van Dyk", [(0, 10)], POOLS, random.Random(1))), {"Dyk"})

    def test_one_seed_is_one_draw(self):
        draw = lambda seed: drawn_names("Anna Berg met Clara Lund", [(0, 9), (14, 24)], POOLS, random.Random(seed))
        self.assertEqual(draw(3), draw(3))
        self.assertNotEqual(draw(3), draw(4))


class Row(unittest.TestCase):
    def test_the_program_keeps_the_identity(self):
        """It writes "_" for what is no letter, digit, "-" or "_": with "~" no document was found again."""
        self.assertRegex(identity_of({"ID": "development-7"}, 2), re.compile(r"^[A-Za-z0-9_-]+$"))
        self.assertNotEqual(identity_of({"ID": "development-7"}, 2), identity_of({"ID": "development-7"}, 1))

    def test_names_and_pronoun_stand_where_the_row_says(self):
        row = row_of("Anna Berg met Clara Lund before she moved. Berg left.", "she", "Anna Berg", "Clara Lund")
        for seed in range(10):
            new = renamed_row(row, [(43, 47)], POOLS, random.Random(seed))
            for side in ("A", "B", "Pronoun"):
                begin = int(new[f"{side}-offset"])
                self.assertEqual(new["Text"][begin:begin + len(new[side])], new[side])
            self.assertEqual(new["Pronoun"], "she")
            self.assertNotEqual(new["A"], row["A"])
            self.assertIn(f"{new['A'].split()[1]} left.", new["Text"])


if __name__ == "__main__":
    unittest.main()
