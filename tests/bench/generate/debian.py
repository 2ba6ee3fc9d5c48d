# SPDX-License-Identifier: Apache-2.0
"""Writes real data that any Debian machine has as N-Triples to standard output.

Usage: debian.py [--wordnet FOLDER]

The packages that apt knows (`apt-cache dumpavail`) with their versions, sizes, texts, tags and relations, and
WordNet when the package `wordnet-base` is installed (`apt-get install wordnet-base`) or FOLDER has its files.
Nothing is downloaded. The number of triples goes to standard error; it differs with the machine's package lists.
"""

import argparse
import pathlib
import re
import subprocess
import sys

TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
XSD = "http://www.w3.org/2001/XMLSchema#"
RELATIONS = {"Pre-Depends": "preDepends", "Depends": "depends", "Recommends": "recommends",
             "Suggests": "suggests", "Enhances": "enhances", "Breaks": "breaks",
             "Conflicts": "conflicts", "Replaces": "replaces", "Provides": "provides"}
TEXTS = {"Version": "version", "Description": "description", "Homepage": "homepage",
         "Filename": "filename", "MD5sum": "md5"}
THINGS = {"Section": "section", "Priority": "priority", "Architecture": "architecture",
          "Source": "source", "Maintainer": "maintainer", "Multi-Arch": "multiArch"}
NUMBERS = {"Installed-Size": "installedSize", "Size": "size"}
PARTS_OF_SPEECH = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
POINTERS = {"@": "hypernym", "@i": "instanceHypernym", "~": "hyponym", "#m": "memberHolonym",
            "#p": "partHolonym", "%m": "memberMeronym", "%p": "partMeronym", "!": "antonym",
            "&": "similarTo", "*": "entailment", ">": "cause", "+": "derivation", "^": "seeAlso"}


def debian(name):
    return f"<urn:debian:{name}>"


def thing(kind, name):
    return f"<urn:debian:{kind}:{re.sub(r'[^A-Za-z0-9.+~@_-]', '_', name)}>"


def wordnet(name):
    return f"<urn:wordnet:{name}>"


def text(value):
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def number(value):
    return f'"{value}"^^<{XSD}integer>'


def records(lines):
    """Paragraphs of `Field: value` with continued lines."""
    record, field = {}, None
    for line in lines:
        line = line.rstrip("\n")
        if not line:
            if record:
                yield record
            record, field = {}, None
        elif line[0] in " \t":
            record[field] += "\n" + line.strip()
        else:
            field, _, value = line.partition(":")
            record[field] = value.strip()
    if record:
        yield record


def related(value):
    """The names in a relation field: versions, architectures and restrictions left out."""
    for item in re.split(r"[,|]", value):
        name = re.sub(r"[:(\[<].*", "", item.strip()).strip()
        if name:
            yield name


def package(record):
    subject = thing("package", record["Package"])
    yield subject, TYPE, debian("Package")
    yield subject, LABEL, text(record["Package"])
    for field, value in record.items():
        if field in RELATIONS:
            for name in related(value):
                yield subject, debian(RELATIONS[field]), thing("package", name)
        elif field in TEXTS:
            yield subject, debian(TEXTS[field]), text(value)
        elif field in NUMBERS:
            yield subject, debian(NUMBERS[field]), number(int(value))
        elif field in THINGS:
            yield subject, debian(THINGS[field]), thing(THINGS[field], value)
        elif field == "Tag":
            for tag in re.split(r"[,\s]+", value):
                if tag:
                    yield subject, debian("tag"), thing("tag", tag)


def synset(part, line):
    """A line of a data file (wndb(5WN)): offset, file, type, words in hexadecimal, pointers, gloss."""
    fields, _, gloss = line.partition("|")
    fields = fields.split()
    subject = wordnet(f"synset:{PARTS_OF_SPEECH[part]}{fields[0]}")
    yield subject, TYPE, wordnet(part.capitalize() + "Synset")
    yield subject, wordnet("gloss"), text(gloss.strip())
    words = int(fields[3], 16)
    for word in fields[4:4 + 2 * words:2]:
        word = re.sub(r"\(.*\)$", "", word)
        yield subject, wordnet("word"), thing("word", word).replace("debian", "wordnet")
        yield subject, LABEL, text(word.replace("_", " "))
    at = 4 + 2 * words
    for first in range(at + 1, at + 1 + 4 * int(fields[at]), 4):
        symbol, offset, kind = fields[first:first + 3]
        if symbol in POINTERS:
            kind = "a" if kind == "s" else kind
            yield subject, wordnet(POINTERS[symbol]), wordnet(f"synset:{kind}{offset}")


def triples(folder):
    listing = subprocess.run(["apt-cache", "dumpavail"], stdout=subprocess.PIPE, check=True, text=True)
    for record in records(listing.stdout.splitlines()):
        yield from package(record)
    for part in PARTS_OF_SPEECH:
        path = folder / f"data.{part}"
        if path.exists():
            for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
                if not line.startswith("  "):
                    yield from synset(part, line)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--wordnet", default="/usr/share/wordnet", type=pathlib.Path)
    count = 0
    for count, triple in enumerate(triples(parser.parse_args().wordnet), 1):
        sys.stdout.write(" ".join(triple) + " .\n")
    print(f"{count} triples", file=sys.stderr)


main()
