# SPDX-License-Identifier: Apache-2.0
"""The code of docs/python.md runs, from the top to the bottom, in a folder of its own."""

import pathlib
import re

import pytest

GUIDE = pathlib.Path(__file__).parents[2] / "docs/python.md"
BLOCK = re.compile(r"^```python\n(.*?)^```", re.M | re.S)
NEEDS = {"to_pandas": "pandas", "import rdflib": "rdflib"}


def test_guide(tmp_path, monkeypatch, corpus):
    monkeypatch.chdir(tmp_path)
    text = GUIDE.read_text()
    for word, library in NEEDS.items():
        assert word in text
        pytest.importorskip(library)
    names = {"example": str(corpus[0])}
    for block in BLOCK.finditer(text):
        line = text.count("\n", 0, block.start()) + 1
        code = "\n" * line + block[1]
        exec(compile(code, str(GUIDE), "exec"), names)  # lines of a failure are those of the page
