# SPDX-License-Identifier: Apache-2.0
"""Trains the encoder with its heads: names, links of pronouns, and relations together.

Needs numpy, onnx, tokenizers, jax and optax, the folder of base_model.py, and the program, whose words and names the
examples have. One run is one seed: the same command gives the same model on the same machine."""

import argparse
import pathlib
import pickle
import random
import time

import jax
import jax.numpy as jnp
import numpy as np
import optax

import base_model
import examples
import heads
import measure
import network
from batches import ARRAYS, batch_size, batches, input_arrays

WARM_UP, LAST_RATE = 0.06, 0.02  # of the steps; of the highest rate
DROPOUT = 0.1
PIECES = 1536  # of a batch
SAVED_EVERY = 200  # steps


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path, help="parameters are written here")
    parser.add_argument("--base", required=True, help="the folder with the pre-trained encoder")
    parser.add_argument("--shared", required=True, type=pathlib.Path, help="the folder with the data")
    parser.add_argument("--dossier", required=True, help="the program")
    parser.add_argument("--gold-names", required=True, help="the program dossier_gold_names")
    parser.add_argument("--lower", type=int, default=3, help="layers that stay as they are")
    parser.add_argument("--epochs", default="names=2,links=3,relations=5", metavar="TASK=N,...")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--heads-rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=1e9, help="stop then")
    parser.add_argument("--from", dest="start", type=pathlib.Path, help="go on from these parameters")
    parser.add_argument("--keep-out", type=int, metavar="PART",
                        help="leave a part of GAP, UNER and fold 3 of KnowledgeNet to measure with")
    parser.add_argument("--whole-fold", action="store_true", help="with --keep-out: leave all of fold 3")
    parser.add_argument("--renamed", type=int, default=0, metavar="N", help="learn snippets of GAP with N other sets of names, too")
    return parser.parse_args()


def all_examples(options):
    """Per task: examples to train on, examples kept out."""
    shared, folder, part = options.shared, options.base, options.keep_out
    return {
        "names": examples.name_examples(shared, folder, options.gold_names, part),
        "links": examples.link_examples(shared, folder, options.dossier, part, options.renamed),
        "relations": examples.relation_examples(shared, folder, options.dossier, part, options.whole_fold),
    }


def keep_lower_states(parameters, items, lower):
    """Computes the states of the layers that stay once for all epochs."""
    run = jax.jit(lambda pieces, mask: network.lower_states(parameters, pieces, mask, lower).astype(jnp.float16))
    for length, own in batches(items, None, 4 * PIECES):
        pieces, _, mask = input_arrays(own, length, batch_size(length, 4 * PIECES))
        states = np.asarray(run(pieces, mask))
        for i, item in enumerate(own):
            item.lower = states[i, :len(item.window)].copy()


def lower_arrays(items, length, size, width):
    states = np.zeros((size, length, width), np.float16)
    for i, item in enumerate(items):
        states[i, :len(item.lower)] = item.lower
    return states


def plan_of(data, epochs, generator):
    """(task, length, items) of all steps, tasks mixed by chance."""
    plan = []
    for task, (items, _) in data.items():
        for _ in range(epochs.get(task, 0)):
            plan += [(task, length, own) for length, own in batches(items, generator, PIECES)]
    generator.shuffle(plan)
    return plan


def labels_of(parameters, lower):
    """Which part of the parameters learns at which rate."""
    def label(path, _):
        top = path[0].key
        if top == "heads" or path[-1].key == "shapes":
            return "heads"
        fixed = top in ("words", "embeddings") or path[1].idx < lower
        return "fixed" if fixed else "encoder"
    return jax.tree_util.tree_map_with_path(label, parameters)


def optimizer_of(parameters, options, steps):
    def rate(highest):
        return optax.warmup_cosine_decay_schedule(0, highest, max(1, int(steps * WARM_UP)), steps, highest * LAST_RATE)
    parts = {"heads": optax.adamw(rate(options.heads_rate), weight_decay=0.01),
             "encoder": optax.adamw(rate(options.rate), weight_decay=0.01), "fixed": optax.set_to_zero()}
    return optax.chain(optax.clip_by_global_norm(1.0),
                       optax.multi_transform(parts, labels_of(parameters, options.lower)))


def step_of(task, optimizer, lower):
    def loss_of(parameters, states, shapes, mask, batch, key):
        read = network.upper_states(parameters, states.astype(jnp.float32), shapes, mask, lower)
        kept = jax.random.bernoulli(key, 1 - DROPOUT, read.shape) / (1 - DROPOUT)
        return heads.LOSSES[task](parameters["heads"], read * kept, batch)

    def step(parameters, state, *inputs):
        loss, gradient = jax.value_and_grad(loss_of)(parameters, *inputs)
        updates, state = optimizer.update(gradient, state, parameters)
        return optax.apply_updates(parameters, updates), state, loss
    return jax.jit(step, donate_argnums=(0, 1))


def save(options, parameters, words):
    whole = {**jax.tree.map(np.asarray, parameters), "words": np.asarray(words), "lower": options.lower}
    with open(options.out, "wb") as file:
        pickle.dump(whole, file)


def start_of(options):
    if options.start is not None:
        with open(options.start, "rb") as file:
            return {name: part for name, part in pickle.load(file).items() if name != "lower"}
    base = base_model.load(options.base)
    return {**base, "heads": heads.new_heads(options.seed, base["words"].shape[1])}


def train(options, data, parameters):
    words = parameters.pop("words")
    generator = random.Random(options.seed)
    epochs = {task: int(count) for task, _, count in (part.partition("=") for part in options.epochs.split(","))}
    plan = plan_of(data, epochs, generator)
    optimizer = optimizer_of(parameters, options, len(plan))
    state = optimizer.init(parameters)
    steps = {task: step_of(task, optimizer, options.lower) for task in data}
    key = jax.random.key(options.seed, impl="unsafe_rbg")
    losses, start = {task: [] for task in data}, time.monotonic()
    print(len(plan), "steps", flush=True)
    for number, (task, length, items) in enumerate(plan, 1):
        size = batch_size(length, PIECES)
        _, shapes, mask = input_arrays(items, length, size)
        states = lower_arrays(items, length, size, words.shape[1])
        parameters, state, loss = steps[task](parameters, state, states, shapes, mask, ARRAYS[task](items, length, size),
                                              jax.random.fold_in(key, number))
        losses[task].append(float(loss))
        minutes = (time.monotonic() - start) / 60
        if number % 50 == 0:
            print(number, f"{minutes:.1f} min", {t: round(float(np.mean(l[-40:])), 3) for t, l in losses.items() if l}, flush=True)
        if number % SAVED_EVERY == 0:
            save(options, parameters, words)
        if minutes > options.minutes:
            break
    save(options, parameters, words)
    return {**parameters, "words": words}


def main():
    options = arguments()
    parameters = jax.tree.map(jnp.asarray, start_of(options))
    data = all_examples(options)
    print({task: (len(items), len(kept)) for task, (items, kept) in data.items()}, flush=True)
    keep_lower_states(parameters, [item for items, _ in data.values() for item in items], options.lower)
    parameters = train(options, data, parameters)
    if options.keep_out is not None:
        measure.print_all(parameters, {task: kept for task, (_, kept) in data.items()}, options)


if __name__ == "__main__":
    main()
