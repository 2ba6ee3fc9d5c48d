# SPDX-License-Identifier: Apache-2.0
"""Fits the weights of extract/resolve/pronoun_signs.cc, which weigh where names stand beside what the reading model makes
of a pronoun, on snippets of GAP with other people's names, and prints them as they stand there.

Needs numpy, the program and extract_eval. The same programs and the same seed give the same weights."""

import argparse
import pathlib

import numpy as np

import read_links
import renamed_snippets
import sign_weights
from parts import PARTS, part_of
from weighed_pronouns import weighed_pronouns

POWER = 0.6  # of the model's probability: 0.47 fits best, but a higher one leaves sure readings sure


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", required=True, type=pathlib.Path, help="the folder with the data")
    parser.add_argument("--dossier", required=True, help="the program")
    parser.add_argument("--extract-eval", required=True, help="the program extract_eval")
    parser.add_argument("--keep-out", type=int, default=0, metavar="PART", help="the part of GAP that is not looked at")
    parser.add_argument("--seed", type=int, default=1, help="of the other names")
    parser.add_argument("--copies", type=int, default=2, help="how often each snippet is read, with other names each time")
    parser.add_argument("--power", type=float, default=POWER, help="of the model's probability")
    parser.add_argument("--kept", action="store_true", help="measure on the part that is kept out, too")
    return parser.parse_args()


def choice_of(weighed, power):
    return power * np.log(weighed.likely), np.array(weighed.signs, float), np.array(weighed.right)


def left_out(choices):
    """How many are right by weights that their part was not fitted on; all copies of a row are in one part."""
    part = lambda name: part_of(f"left out {name.partition('_')[0]}")
    right = 0
    for number in range(PARTS):
        weights = sign_weights.fit([choice for name, choice in choices.items() if part(name) != number])
        right += sign_weights.count_right([c for name, c in choices.items() if part(name) == number], weights)
    return right


def print_figures(what, choices, weights):
    right = [sign_weights.count_right(list(choices.values()), own) for own in (np.zeros_like(weights), weights)]
    print(f"{what}: of {len(choices)} pronouns {right[0]} right without signs, {right[1]} with them")


def as_source(names, weights, power):
    numbers = ", ".join(f"{weight:.2f}F" for weight in weights)
    return (f"// {', '.join(names)}\nconstexpr float kOfModel = {power:.2f}F;\n"
            f"constexpr std::array kOfSigns{{{numbers}}};")


def main():
    options = arguments()
    rows = read_links.gap_rows(options.shared / "gap" / "gap-development.tsv")
    is_kept = lambda row: part_of(row["ID"]) == options.keep_out
    shown = renamed_snippets.renamed([row for row in rows if not is_kept(row)], options.dossier, options.seed,
                                      options.copies)
    choices_of = lambda found: {name: choice_of(weighed, options.power) for name, weighed in found.items()}
    names, found = weighed_pronouns(shown, options.extract_eval)
    choices = choices_of(found)
    weights = sign_weights.fit(list(choices.values()))
    print_figures("renamed", choices, weights)
    print(f"renamed, by weights of the other four fifths: {left_out(choices)} right")
    if options.kept:
        _, kept = weighed_pronouns([row for row in rows if is_kept(row)], options.extract_eval)
        print_figures("kept out", choices_of(kept), weights)
    print(as_source(names, weights, options.power))


if __name__ == "__main__":
    main()
