# SPDX-License-Identifier: Apache-2.0
"""What reads the encoder's states: names (tags of words), links (a pronoun and what it means), relations (pairs of
mentions), and what each loses. A mention is the states of its first and its last piece."""

import jax
import jax.numpy as jnp
import numpy as np

from read_names import SCHEMES, TAGS
from read_relations import PROPERTIES

HIDDEN = 192
DISTANCES = (-128, -64, -40, -24, -14, -8, -4, -2, 0, 2, 4, 8, 14, 24, 40, 64, 128)  # in pieces: bounds of buckets
BEGINS, INSIDE = 1, 2  # labels of the tagger of mentions; 0 is outside


def dense(random, rows, columns):
    return (random.standard_normal((rows, columns)) / np.sqrt(rows)).astype(np.float32)


def new_pair(random, width, outputs):
    return {"a": dense(random, 2 * width, HIDDEN), "b": dense(random, 2 * width, HIDDEN),
            "product_a": dense(random, 2 * width, HIDDEN), "product_b": dense(random, 2 * width, HIDDEN) * 0.3,
            "distance": np.zeros((len(DISTANCES) + 1, HIDDEN), np.float32), "bias": np.zeros(HIDDEN, np.float32),
            "out": dense(random, HIDDEN, outputs), "out_bias": np.zeros(outputs, np.float32)}


def new_heads(seed, width):
    random = np.random.default_rng(seed)
    return {
        "names": {"out": dense(random, width, len(SCHEMES) * len(TAGS)),
                  "out_bias": np.zeros(len(SCHEMES) * len(TAGS), np.float32)},
        "links": {**new_pair(random, width, 1), "none": dense(random, 2 * width, 1) * 0.1},
        "relations": {**new_pair(random, width, len(PROPERTIES)),
                      "out_bias": np.full(len(PROPERTIES), -4.0, np.float32)},
        "mentions": {"out": dense(random, width, 3), "out_bias": np.zeros(3, np.float32)},
    }


def at(states, places):
    """[B, L, D] and [B, N] give [B, N, D]."""
    return jax.vmap(lambda own, rows: own[rows])(states, places)


def span_states(states, spans):
    """[B, L, D] and [B, N, 2] give [B, N, 2 D]."""
    batch, count, _ = spans.shape
    return at(states, spans.reshape(batch, 2 * count)).reshape(batch, count, 2 * states.shape[-1])


def pair_scores(head, a, b, a_first, b_first):
    """Of every a with every b: [B, P, M, outputs]."""
    bounds = jnp.array(DISTANCES)
    distance = jnp.searchsorted(bounds, a_first[:, :, None] - b_first[:, None, :])
    summed = (a @ head["a"])[:, :, None] + (b @ head["b"])[:, None] + head["distance"][distance] + head["bias"]
    product = (a @ head["product_a"])[:, :, None] * (b @ head["product_b"])[:, None]
    return jax.nn.gelu(summed + product, approximate=False) @ head["out"] + head["out_bias"]


def name_scores(heads, states, batch):
    """[B, N, tags], of the scheme of each window."""
    scores = at(states, batch["words"]) @ heads["names"]["out"] + heads["names"]["out_bias"]
    split = scores.reshape(*scores.shape[:2], len(SCHEMES), len(TAGS))
    return jnp.take_along_axis(split, batch["scheme"][:, None, None, None], 2)[:, :, 0]


def names_loss(heads, states, batch):
    scores = jax.nn.log_softmax(name_scores(heads, states, batch))
    tags, known = jnp.maximum(batch["tags"], 0), batch["tags"] >= 0
    losses = -jnp.take_along_axis(scores, tags[..., None], -1)[..., 0]
    return (losses * known).sum() / jnp.maximum(known.sum(), 1)


def link_scores(heads, states, batch):
    """[B, P, M + 1]; the last is "none of them"."""
    head = heads["links"]
    pronouns = span_states(states, jnp.stack([batch["pronouns"]] * 2, -1))
    mentions = span_states(states, batch["mentions"])
    scores = pair_scores(head, pronouns, mentions, batch["pronouns"], batch["mentions"][..., 0])[..., 0]
    return jnp.concatenate([jnp.where(batch["allowed"], scores, -1e9), pronouns @ head["none"]], -1)


def links_loss(heads, states, batch):
    """The sum over all right mentions counts (Lee and others 2017)."""
    scores = link_scores(heads, states, batch)
    right = jnp.concatenate([batch["right"], batch["none"][..., None]], -1)
    losses = jax.nn.logsumexp(scores, -1) - jax.nn.logsumexp(jnp.where(right, scores, -1e9), -1)
    known = right.any(-1)
    return (losses * known).sum() / jnp.maximum(known.sum(), 1)


def relation_scores(heads, states, batch):
    mentions = span_states(states, batch["mentions"])
    first = batch["mentions"][..., 0]
    return pair_scores(heads["relations"], mentions, mentions, first, first)


def mention_scores(heads, states, batch):
    return at(states, batch["words"]) @ heads["mentions"]["out"] + heads["mentions"]["out_bias"]


def relations_loss(heads, states, batch):
    scores, right = relation_scores(heads, states, batch), batch["related"]
    losses = jnp.where(right, jax.nn.softplus(-scores), jax.nn.softplus(scores))
    losses *= batch["pairs"][..., None] * batch["properties"][:, None, None]
    tags = jax.nn.log_softmax(mention_scores(heads, states, batch))
    tag_losses = -jnp.take_along_axis(tags, jnp.maximum(batch["tags"], 0)[..., None], -1)[..., 0] * (batch["tags"] >= 0)
    return losses.sum() / jnp.maximum(right.sum(), 8) + tag_losses.sum() / jnp.maximum((batch["tags"] >= 0).sum(), 1)


LOSSES = {"names": names_loss, "links": links_loss, "relations": relations_loss}
SCORES = {"names": name_scores, "links": link_scores, "relations": relation_scores}
