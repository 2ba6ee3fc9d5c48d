# SPDX-License-Identifier: Apache-2.0
"""The encoder in JAX, for training: the layers of extract/encoder/encoder.cc. Parameters are those of base_model.load().

The lowest layers may stay as they are (`lower` of them): their states are then computed once and kept. The
shapes of words enter above them."""

import jax
import jax.numpy as jnp

HEADS = 12


def normalize(x, scale, shift):
    centred = x - x.mean(-1, keepdims=True)
    return centred * jax.lax.rsqrt((centred * centred).mean(-1, keepdims=True) + 1e-12) * scale + shift


def attend(x, layer, bias):
    batch, length, width = x.shape
    split = (x @ layer["project"] + layer["project_bias"]).reshape(batch, length, 3 * HEADS, width // HEADS)
    queries, keys, values = jnp.split(split.transpose(0, 2, 1, 3), 3, 1)
    weights = jax.nn.softmax(queries @ keys.transpose(0, 1, 3, 2) * (width // HEADS) ** -0.5 + bias, -1)
    return (weights @ values).transpose(0, 2, 1, 3).reshape(batch, length, width)


def run_layer(x, layer, bias):
    attended = attend(x, layer, bias) @ layer["attended"] + layer["attended_bias"]
    x = normalize(x + attended, layer["scale1"], layer["shift1"])
    inner = jax.nn.gelu(x @ layer["up"] + layer["up_bias"], approximate=False)
    return normalize(x + inner @ layer["down"] + layer["down_bias"], layer["scale2"], layer["shift2"])


def run_layers(x, layers, mask):
    bias = jnp.where(mask, 0.0, -1e9)[:, None, None, :]
    for layer in layers:
        x = run_layer(x, layer, bias)
    return x


def lower_states(parameters, pieces, mask, lower):
    """States below layer `lower`."""
    embeddings = parameters["embeddings"]
    x = parameters["words"][pieces] + embeddings["positions"][: pieces.shape[1]]
    return run_layers(normalize(x, embeddings["scale"], embeddings["shift"]), parameters["layers"][:lower], mask)


def upper_states(parameters, states, shapes, mask, lower):
    """The encoder's states, from those of lower_states()."""
    x = states + parameters["embeddings"]["shapes"][shapes]
    return run_layers(x, parameters["layers"][lower:], mask)


def encode(parameters, pieces, shapes, mask, lower):
    return upper_states(parameters, lower_states(parameters, pieces, mask, lower), shapes, mask, lower)
