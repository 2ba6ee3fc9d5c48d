#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""gap.py DOSSIER GAP.tsv

Which name a pronoun means, on the snippets of GAP (Webster and others, TACL 2018): ingests each as a document,
asks for the stored mentions, and scores them with the program beside the data. The last line is "all F1 0.xxx".
"""

import csv
import pathlib
import re
import sys

from reading_measure import base_of, score

MENTIONS = """
SELECT ?file ?begin ?end ?entity WHERE {
  ?mention a k:Mention ; k:of ?entity ; k:begin ?begin ; k:end ?end ; k:partOf/k:partOf ?document .
  ?document k:sourceFile ?file
}"""


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    dossier, data = sys.argv[1:]
    with open(data, encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    with base_of(dossier, {row["ID"]: row["Text"] for row in rows}) as base:
        mentions = [(pathlib.PurePath(file).stem, *rest) for file, *rest in base.rows(MENTIONS)]
    printed = score(data, "gap.py", mentions)
    print(printed, end="")
    print("all F1", re.search(r"^all .*F1 ([\d.]+)", printed, re.MULTILINE)[1])


if __name__ == "__main__":
    main()
