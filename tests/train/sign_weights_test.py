# SPDX-License-Identifier: Apache-2.0
"""Weights of signs: those that choices were made by are found again."""

import sys
import unittest

try:
    import numpy as np
except ImportError:
    print("skipped: numpy is not installed")
    sys.exit(77)

from sign_weights import count_right, fit, probabilities

TRUE = np.array([1.5, -1.0, 0.0])


def choices(count, seed=1, options=4):
    generator = np.random.default_rng(seed)
    for _ in range(count):
        offsets, signs = generator.normal(size=options), generator.integers(0, 2, (options, 3)).astype(float)
        chosen = generator.choice(options, p=probabilities(offsets + signs @ TRUE))
        yield offsets, signs, np.arange(options) == chosen


class Weights(unittest.TestCase):
    def test_found_again(self):
        np.testing.assert_allclose(fit(list(choices(3000))), TRUE, atol=0.15)

    def test_gain_on_others(self):
        others = list(choices(500, seed=2))
        self.assertGreater(count_right(others, fit(list(choices(500)))), count_right(others, np.zeros(3)))

    def test_a_narrow_prior_draws_to_zero(self):
        own = list(choices(50))
        self.assertLess(np.abs(fit(own, prior=0.1)).sum(), np.abs(fit(own)).sum())

    def test_any_of_the_right_ones_will_do(self):
        signs = np.eye(3)
        weights = fit([(np.zeros(3), signs, np.array([True, True, False]))] * 50)
        self.assertAlmostEqual(weights[0], weights[1])
        self.assertGreater(weights[0], weights[2])


if __name__ == "__main__":
    unittest.main()
