# SPDX-License-Identifier: Apache-2.0
"""What `extract_eval pronouns` prints, read with what GAP says is right."""

import unittest

from weighed_pronouns import examples, parse

LINES = """/tmp/a-1.txt\t30:33\t0.75\tbefore=1\tfar=0\t0:9
/tmp/a-1.txt\t30:33\t0.2\tbefore=0\tfar=1\t14:24 50:54
/tmp/a-2.txt\t8:10\t0.9\tbefore=1\tfar=0\t0:4
"""


def row(name, pronoun, a, is_a, b, is_b):
    return {"ID": name, "Pronoun-offset": str(pronoun), "A": "x" * (a[1] - a[0]), "A-offset": str(a[0]),
            "A-coref": is_a, "B": "x" * (b[1] - b[0]), "B-offset": str(b[0]), "B-coref": is_b}


class Lines(unittest.TestCase):
    def test_signs_and_options(self):
        names, by_pronoun = parse(LINES)
        self.assertEqual(names, ["before", "far"])
        self.assertEqual(by_pronoun["a-1", 30], [(0.75, [1, 0], [(0, 9)]), (0.2, [0, 1], [(14, 24), (50, 54)])])

    def test_what_is_right(self):
        # what GAP says of A and of B, the options of a-1 that are right; None: nothing is told
        for a, b, expected in (("TRUE", "FALSE", [True, False]), ("FALSE", "TRUE", [False, True]),
                               ("FALSE", "FALSE", None)):
            found = dict(examples([row("a-1", 30, (5, 9), a, (50, 54), b)], parse(LINES)[1]))
            self.assertEqual(found["a-1"].right if found else None, expected)

    def test_pronouns_that_nobody_weighed_tell_nothing(self):
        rows = [row("a-1", 99, (0, 9), "TRUE", (50, 54), "FALSE"), row("a-3", 30, (0, 9), "TRUE", (50, 54), "FALSE")]
        self.assertEqual(list(examples(rows, parse(LINES)[1])), [])


if __name__ == "__main__":
    unittest.main()
