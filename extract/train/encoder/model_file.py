# SPDX-License-Identifier: Apache-2.0
"""Writes the model file of an encoder, and of what reads its states. The format is told in extract/encoder/encoder_file.h
and reading_model.h."""

import struct
import zlib

import numpy as np

MAGIC = b"DOSSMODL"
VERSION = 1
KIND = b"ENCO"
ALIGNMENT = 64
LANES, GROUP = 16, 4  # of a panel


def string_table(strings):
    encoded = [s.encode() for s in strings]
    offsets = np.concatenate([[0], np.cumsum([len(s) for s in encoded])]).astype("<u4")
    return struct.pack("<I", len(encoded)) + offsets.tobytes() + b"".join(encoded)


def to_8_bits(weights):
    """Rows of weights as whole numbers of at most 127, and a scale for each row."""
    scales = np.maximum(np.abs(weights).max(1), 1e-12) / 127
    return np.rint(weights / scales[:, None]).astype(np.int8), scales.astype("<f4")


def panels(weights):
    """Weights (n x k, a row for each column of the product) in the order the kernels read them."""
    n, k = weights.shape
    assert n % LANES == 0 and k % GROUP == 0
    return weights.reshape(n // LANES, LANES, k // GROUP, GROUP).transpose(0, 2, 1, 3)


def matrix(weights, biases):
    """Of a product x @ weights + biases."""
    numbers, scales = to_8_bits(np.asarray(weights).T)
    return panels(numbers).tobytes() + scales.tobytes() + floats(biases)


def floats(*arrays):
    return b"".join(np.ascontiguousarray(a, "<f4").tobytes() for a in arrays)


def container(sections):
    table_end = 24 + 16 * len(sections)
    table, body, at = b"", b"", table_end
    for section in sections:
        filler = -at % ALIGNMENT
        body += bytes(filler) + section
        table += struct.pack("<QQ", at + filler, len(section))
        at += filler + len(section)
    rest = struct.pack("<I", len(sections)) + table + body
    return MAGIC + struct.pack("<I", VERSION) + KIND + struct.pack("<I", zlib.crc32(rest)) + rest


def encoder_sections(parameters, vocabulary, heads, shapes_layer):
    """`parameters` as base_model.load() returns them."""
    layers = parameters["layers"]
    embeddings = parameters["embeddings"]
    positions, width = embeddings["positions"].shape
    inner = layers[0]["up"].shape[1]
    shapes = embeddings["shapes"]
    words, word_scales = to_8_bits(np.asarray(parameters["words"]))
    sections = [
        struct.pack("<7I", len(layers), width, heads, inner, positions, len(shapes), shapes_layer),
        string_table(vocabulary),
        words.tobytes(),
        word_scales.tobytes(),
        floats(embeddings["positions"], shapes, embeddings["scale"], embeddings["shift"]),
    ]
    for layer in layers:
        sections += [matrix(layer[name], layer[name + "_bias"])
                     for name in ("project", "attended", "up", "down")]
        sections.append(floats(layer["scale1"], layer["shift1"], layer["scale2"], layer["shift2"]))
    return sections


def pair_sections(head):
    """Of a head as heads.new_pair() makes it: what is added and what is multiplied beside each other."""
    bias = np.asarray(head["bias"])
    left = np.concatenate([head["a"], head["product_a"]], 1)
    right = np.concatenate([head["b"], head["product_b"]], 1)
    return [
        matrix(left, np.concatenate([bias, np.zeros_like(bias)])),
        matrix(right, np.zeros(right.shape[1], np.float32)),
        floats(head["distance"], head["out"], head["out_bias"]),
    ]


def name_sections(head, tags, schemes, weights):
    """`weights` maps the schemes that are used to their part in the sum."""
    columns = [schemes.index(scheme) * len(tags) + tag for scheme in weights for tag in range(len(tags))]
    filler = -len(columns) % LANES
    out, bias = np.asarray(head["out"])[:, columns], np.asarray(head["out_bias"])[columns]
    return [
        string_table(tags),
        np.array(list(weights.values()), "<f4").tobytes(),
        struct.pack("<I", head["bias"].shape[0]),
        matrix(head["hidden"], head["bias"]),
        matrix(np.pad(out, ((0, 0), (0, filler))), np.pad(bias, (0, filler))),
    ]


def head_sections(heads, bounds, properties):
    return [
        struct.pack("<I", len(heads["links"]["bias"])),
        np.array(bounds, "<i4").tobytes(),
        *pair_sections(heads["links"]),
        floats(heads["links"]["none"]),
        string_table(properties),
        *pair_sections(heads["relations"]),
    ]


HEADS_BEFORE_NAMES = 10  # sections of head_sections()


def without_names(sections):
    return sections[:encoder_end(sections) + HEADS_BEFORE_NAMES]


def sections_of(path):
    """Those of a file that write() made."""
    with open(path, "rb") as file:
        data = file.read()
    count = struct.unpack_from("<I", data, 20)[0]
    places = [struct.unpack_from("<QQ", data, 24 + 16 * i) for i in range(count)]
    return [data[at:at + size] for at, size in places]


def plain_matrix(section, rows, columns):
    """The weights and biases of matrix(), but for the rounding."""
    size = rows * columns
    packed = np.frombuffer(section, np.int8, size).reshape(columns // LANES, rows // GROUP, LANES, GROUP)
    numbers = packed.transpose(0, 2, 1, 3).reshape(columns, rows).astype(np.float32)
    scales, biases = np.frombuffer(section, "<f4", 2 * columns, size).reshape(2, columns)
    return np.ascontiguousarray((numbers * scales[:, None]).T), biases


def encoder_end(sections):
    """The first section behind the encoder's."""
    return 5 + 5 * struct.unpack_from("<I", sections[0])[0]


def encoder_parameters(sections):
    """The inverse of encoder_sections(): the parameters, and the layer of the shapes."""
    layers, width, _, inner, positions, shapes, shapes_layer = struct.unpack("<7I", sections[0])
    numbers = np.frombuffer(sections[2], np.int8).reshape(-1, width).astype(np.float32)
    rows = np.frombuffer(sections[4], "<f4").reshape(-1, width)
    parameters = {
        "words": numbers * np.frombuffer(sections[3], "<f4")[:, None],
        "embeddings": {"positions": rows[:positions], "shapes": rows[positions:positions + shapes],
                       "scale": rows[positions + shapes], "shift": rows[positions + shapes + 1]},
        "layers": [],
    }
    sizes = {"project": (width, 3 * width), "attended": (width, width), "up": (width, inner), "down": (inner, width)}
    for number in range(layers):
        own, layer = sections[5 + 5 * number:10 + 5 * number], {}
        for (name, (k, n)), section in zip(sizes.items(), own):
            layer[name], layer[name + "_bias"] = plain_matrix(section, k, n)
        layer["scale1"], layer["shift1"], layer["scale2"], layer["shift2"] = np.frombuffer(own[4], "<f4").reshape(4, width)
        parameters["layers"].append(layer)
    return parameters, shapes_layer


def write(path, sections):
    with open(path, "wb") as file:
        file.write(container(sections))
