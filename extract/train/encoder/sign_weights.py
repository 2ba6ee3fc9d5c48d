# SPDX-License-Identifier: Apache-2.0
"""Weights of signs beside what the model makes of the options of a choice: conditional logistic regression. What a choice is:
(offsets, signs, right), arrays with a row for each option."""

import numpy as np

STEPS = 60
PRIOR = 1.0  # how wide: the weights are drawn to 0 by their squares over twice its square


def probabilities(scores, among=None):
    raised = np.exp(scores - scores.max()) * (1 if among is None else among)
    return raised / raised.sum()


def covariance(signs, shares):
    centred = signs - shares @ signs
    return centred.T @ (centred * shares[:, None])


def fit(choices, prior=PRIOR):
    """Maximises the probability that a right option is chosen. The steps are Newton's with the curvature of the sum over
    all options, which is at least the true one, so each step gains."""
    count = choices[0][1].shape[1]
    weights = np.zeros(count)
    for _ in range(STEPS):
        gradient, curvature = -weights / prior ** 2, np.eye(count) / prior ** 2
        for offsets, signs, right in choices:
            scores = offsets + signs @ weights
            all_of_them = probabilities(scores)
            gradient += (probabilities(scores, right) - all_of_them) @ signs
            curvature += covariance(signs, all_of_them)
        weights += np.linalg.solve(curvature, gradient)
    return weights


def count_right(choices, weights):
    """How often the option with the highest sum is right."""
    return sum(bool(right[int((offsets + signs @ weights).argmax())]) for offsets, signs, right in choices)
