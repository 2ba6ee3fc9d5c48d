# SPDX-License-Identifier: Apache-2.0
"""What the tests of the module share."""

import pathlib

import pytest

import dossier

PEOPLE = """
@prefix x: <urn:x:> .
x:ada rdfs:label "Ada Brandt" ; x:age 41 ; x:visit x:lund , x:oslo .
x:ben rdfs:label "Ben Osei" ; x:age 29 ; x:visit x:lund .
x:lund rdfs:label "Lund" .
x:oslo rdfs:label "Oslo"@no .
"""


@pytest.fixture
def kb(tmp_path):
    """An empty knowledge base."""
    with dossier.KnowledgeBase(tmp_path / "kb") as opened:
        yield opened


@pytest.fixture
def people(kb):
    """A knowledge base with a few people and places."""
    prefix = "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    kb.load_text(prefix + PEOPLE, "ttl")
    return kb


@pytest.fixture
def endless():
    """A query that does not end by itself."""
    numbers = "VALUES ?{0} {{ {1} }}".format
    digits = " ".join(str(i) for i in range(100))
    return ("SELECT (COUNT(*) AS ?n) { "
            + " ".join(numbers(name, digits) for name in "abcdef") + " FILTER(?a + ?b + ?c + ?d + ?e + ?f < 0) }")


@pytest.fixture
def corpus():
    """The example documents."""
    return sorted((pathlib.Path(__file__).parents[2] / "examples/corpus").glob("*.txt"))
