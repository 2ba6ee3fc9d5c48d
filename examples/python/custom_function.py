# SPDX-License-Identifier: Apache-2.0
"""Finds names that sound alike, by a function written in Python.

Usage: custom_function.py DB NAME
"""

import sys

import dossier

SOUNDS = {letter: digit for digit, letters in enumerate(["bfpv", "cgjkqsxz", "dt", "l", "mn", "r"], 1)
          for letter in letters}


def soundex(text):
    """The code of a name; None, an error of the expression, for a text without letters."""
    letters = [letter for letter in text.lower() if letter.isascii() and letter.isalpha()]
    if not letters:
        return None
    code, last = letters[0].upper(), SOUNDS.get(letters[0])
    for letter in letters[1:]:
        sound = SOUNDS.get(letter)
        if sound is not None and sound != last:
            code += str(sound)
        if letter not in "hw":
            last = sound
    return (code + "000")[:4]


if len(sys.argv) != 3:
    sys.exit(__doc__)
with dossier.KnowledgeBase(sys.argv[1], create=False) as kb:
    kb.register_function("urn:example:soundex", soundex)
    for row in kb.query("""
            SELECT DISTINCT ?name { ?entity rdfs:label ?name
              FILTER(<urn:example:soundex>(?name) = <urn:example:soundex>($given)) }
            ORDER BY ?name""", {"given": sys.argv[2]}):
        print(row.name)
