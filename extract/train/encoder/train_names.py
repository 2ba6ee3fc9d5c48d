# SPDX-License-Identifier: Apache-2.0
"""Trains the head that reads names, on the states of an encoder that stays as it is.

Needs numpy, tokenizers, jax and optax. MODEL is a file of export_model.py; what is written to OUT is the same model
with this head. One run is one seed."""

import argparse
import pathlib

import jax
import jax.numpy as jnp
import numpy as np
import optax

import model_file
import name_states
import read_names
from measure import print_name_figures, tags_of, viterbi
from parts import part_of
from read_names import SCHEMES, TAGS

HIDDEN, BATCH, DROPOUT, RATE, DECAY = 256, 512, 0.2, 1e-3, 0.01
UNER = SCHEMES.index("uner")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--base", required=True, help="the folder of base_model.py, whose tokenizer is used")
    parser.add_argument("--shared", required=True, type=pathlib.Path, help="the folder with the data")
    parser.add_argument("--gold-names", required=True, help="the program dossier_gold_names")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep-out", type=int, metavar="PART", help="leave a part of UNER, to measure with")
    return parser.parse_args()


def features(sentence):
    """Of each word: its first and last piece, the word before it and the one behind it."""
    states = sentence.states
    first = states[:, :states.shape[1] // 2]
    nothing = np.zeros_like(first[:1])
    return np.concatenate([states, np.concatenate([nothing, first[:-1]]), np.concatenate([first[1:], nothing])], 1)


def new_head(generator, width):
    dense = lambda rows, columns: jnp.asarray(generator.standard_normal((rows, columns)) / np.sqrt(rows), jnp.float32)
    outputs = len(SCHEMES) * len(TAGS)
    return {"hidden": dense(width, HIDDEN), "bias": jnp.zeros(HIDDEN), "out": dense(HIDDEN, outputs),
            "out_bias": jnp.zeros(outputs)}


def scores_of(head, rows):
    """[N, schemes, tags]"""
    hidden = jax.nn.gelu(rows.astype(jnp.float32) @ head["hidden"] + head["bias"], approximate=False)
    return (hidden @ head["out"] + head["out_bias"]).reshape(-1, len(SCHEMES), len(TAGS))


def loss_of(head, rows, tags, schemes, key):
    kept = jax.random.bernoulli(key, 1 - DROPOUT, rows.shape) / (1 - DROPOUT)
    scores = jnp.take_along_axis(scores_of(head, rows * kept.astype(rows.dtype)), schemes[:, None, None], 1)[:, 0]
    return -jnp.take_along_axis(jax.nn.log_softmax(scores), tags[:, None], -1).mean()


def train(sentences, options):
    rows = np.concatenate([features(s) for s in sentences])
    tags = np.concatenate([s.tags[:len(s.states)] for s in sentences]).astype(np.int32)
    schemes = np.concatenate([[s.scheme] * len(s.states) for s in sentences]).astype(np.int32)
    known = np.flatnonzero(tags >= 0)
    generator = np.random.default_rng(options.seed)
    steps = options.epochs * (len(known) // BATCH)
    rate = optax.warmup_cosine_decay_schedule(0, RATE, steps // 20, steps, RATE / 100)
    optimizer = optax.adamw(rate, weight_decay=DECAY)
    head = new_head(generator, rows.shape[1])
    state, key, number = optimizer.init(head), jax.random.key(options.seed), 0

    @jax.jit
    def step(head, state, *inputs):
        loss, gradient = jax.value_and_grad(loss_of)(head, *inputs)
        updates, state = optimizer.update(gradient, state, head)
        return optax.apply_updates(head, updates), state, loss

    for epoch in range(options.epochs):
        order = generator.permutation(known)
        for at in range(0, len(order) - BATCH + 1, BATCH):
            own = order[at:at + BATCH]
            number += 1
            head, state, loss = step(head, state, rows[own], tags[own], schemes[own], jax.random.fold_in(key, number))
        print("epoch", epoch + 1, "loss", round(float(loss), 4), flush=True)
    return head


def mixed_scores(head, sentence, weights):
    """The sum of the logarithms of the probabilities by each scheme."""
    read = np.asarray(jax.nn.log_softmax(scores_of(head, features(sentence)), -1))
    return sum(weight * read[:, SCHEMES.index(scheme)] for scheme, weight in weights.items())


def main():
    options = arguments()
    sections = model_file.sections_of(options.model)
    parameters, lower = model_file.encoder_parameters(sections)
    parameters = jax.tree.map(jnp.asarray, parameters)
    is_kept = lambda s: options.keep_out is not None and s.scheme == UNER and part_of(" ".join(s.words)) == options.keep_out
    sentences = [s for s in name_states.read(parameters, lower, read_names.documents(options.shared, options.gold_names),
                                             options.base, options.seed) if len(s.states) > 0]
    print(len(sentences), "sentences", flush=True)
    head = train([s for s in sentences if not is_kept(s)], options)
    print_name_figures((tags_of(viterbi(mixed_scores(head, s, read_names.WEIGHTS))), tags_of(s.tags[:len(s.states)]))
                       for s in sentences if is_kept(s))
    names = model_file.name_sections(head, read_names.program_tags(), SCHEMES, read_names.WEIGHTS)
    model_file.write(options.out, model_file.without_names(sections) + names)


if __name__ == "__main__":
    main()
