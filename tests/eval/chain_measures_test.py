# SPDX-License-Identifier: Apache-2.0
"""The measures of chains on cases that can be worked out by hand."""

import unittest

from chain_measures import b3, best_assignment, ceafe, conll, muc


def chains(text):
    """"abc de": the chains {a, b, c} and {d, e}."""
    return [set(word) for word in text.split()]


# gold, read: right and all of MUC, B3, CEAFe, seen from the gold chains
CASES = [
    ("abc de", "abc de", (3, 3), (5, 5), (2, 2)),
    ("abc", "", (0, 2), (0, 3), (0, 1)),
    ("", "abc", (0, 0), (0, 0), (0, 0)),
    # One chain read as two: one link is missing; of the chain each mention sees two thirds, or a third.
    ("abc", "ab", (1, 2), (4 / 3, 3), (4 / 5, 1)),
    # Two chains read as one: all links are there.
    ("ab cd", "abcd", (2, 2), (4, 4), (2 / 3, 2)),
]


class ChainMeasures(unittest.TestCase):
    def test_cases(self):
        for gold, read, *expected in CASES:
            for measure, (right, total) in zip((muc, b3, ceafe), expected):
                with self.subTest(gold=gold, read=read, measure=measure.__name__):
                    found = measure(chains(gold), chains(read))
                    self.assertAlmostEqual(found[0], right)
                    self.assertEqual(found[1], total)

    def test_the_best_assignment_is_no_greedy_one(self):
        self.assertAlmostEqual(best_assignment([[0.9, 0.8], [0.8, 0.1]]), 1.6)
        self.assertAlmostEqual(best_assignment([[0.5, 0.2, 0.4]]), 0.5)
        self.assertAlmostEqual(best_assignment([]), 0)

    def test_counts_are_summed_over_documents(self):
        pairs = [(chains("ab"), chains("ab")), (chains("abc"), chains(""))]
        figures = {name: rest for name, *rest in conll(pairs)}
        self.assertAlmostEqual(figures["MUC"][0], 1)
        self.assertAlmostEqual(figures["MUC"][1], 1 / 3)
        self.assertAlmostEqual(figures["CEAFe"][1], 1 / 2)


if __name__ == "__main__":
    unittest.main()
