# SPDX-License-Identifier: Apache-2.0
"""export_model.py PARAMETERS FOLDER FILE

Writes parameters that train.py made as the model file of extract/encoder/reading_model.h, which train_names.py
completes. FOLDER is that of base_model.py."""

import pickle
import sys

import base_model
import heads
import model_file
from read_relations import PROPERTIES


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    parameters_path, folder, path = sys.argv[1:]
    with open(parameters_path, "rb") as file:
        parameters = pickle.load(file)
    vocabulary = base_model.vocabulary(folder)
    sections = model_file.encoder_sections(parameters, vocabulary, base_model.HEADS, parameters["lower"])
    sections += model_file.head_sections(parameters["heads"], heads.DISTANCES, PROPERTIES)
    model_file.write(path, sections)


if __name__ == "__main__":
    main()
