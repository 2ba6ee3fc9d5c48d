# SPDX-License-Identifier: Apache-2.0
"""Reads the annotations of tests/eval/gold; the README there describes them."""

import re
import sys

ARTICLES = {"a", "an", "the"}
MODALITIES = {"possible", "necessary", "planned", "expected", "hoped", "conditional", "asked", "alleged"}


def words_of(text):
    """The words of a name in lower case, without articles."""
    words = re.findall(r"[^\W_]+(?:[,.'’][^\W_]+)*", text.lower())
    return [word for word in words if word not in ARTICLES]


def alternatives(text):
    return [part.strip() for part in text.split(" / ")]


class Fact:
    def __init__(self, line, fields, is_role):
        self.line, self.is_role = line, is_role
        self.subjects, self.relations, self.objects = map(alternatives, fields[:3])
        self.negative = self.passive = False
        self.modalities = {""}
        self.time = self.place = self.by = None
        for flag in fields[3].split() if len(fields) > 3 else []:
            self.read_flag(flag)

    def read_flag(self, flag):
        key, _, value = flag.partition("=")
        if flag == "not":
            self.negative = True
        elif flag == "passive":
            self.passive = True
        elif set(flag.split("/")) <= MODALITIES:
            self.modalities = set(flag.split("/"))
        elif key in ("time", "place", "by") and value:
            setattr(self, key, value.replace("_", " "))
        else:
            raise ValueError(f"unknown flag '{flag}'")


class Document:
    """The annotations of one document: metadata, entities (line, class, names) and facts."""

    def __init__(self, path):
        self.file = path.stem
        self.metadata, self.entities, self.facts = {}, [], []
        for number, line in enumerate(path.read_text().splitlines(), 1):
            try:
                self.read(line)
            except ValueError as error:
                sys.exit(f"{path}:{number}: {error}")

    def read(self, line):
        kind, _, rest = line.partition(" ")
        if kind in ("date", "place", "author"):
            self.metadata[kind] = rest
        elif kind == "entity":
            wanted, _, names = rest.partition(" ")
            self.entities.append((line, wanted, alternatives(names)))
        elif kind in ("role", "fact"):
            fields = [field.strip() for field in rest.split(" | ")]
            if len(fields) not in (3, 4):
                raise ValueError("expected SUBJECT | RELATION | OBJECT | FLAGS")
            self.facts.append(Fact(line, fields, kind == "role"))
        elif line:
            raise ValueError(f"unknown line '{kind}'")
