# SPDX-License-Identifier: Apache-2.0
"""Names and literals as Turtle and TriG spell them, and white space."""

import urllib.parse

from rdf_terms import IRIS, RDF, XSD, Terms

# Local names as written, and what they stand for. Those with "#" only after a "/".
LOCALS = [("a", "a"), ("a.b", "a.b"), ("%41b", "%41b"), (r"a\~b", "a~b"), (":x:", ":x:"), ("1", "1"),
          ("_x", "_x"), ("é", "é"), (r"a\,b\'", "a,b'"), ("", ""), ("a-", "a-"), (r"\-a", "-a"),
          ("true", "true"), (r"x\/y", "x/y"), ("a..b", "a..b"), (r"\%", None), ("a:b", "a:b")]
NAMESPACES = ["http://e/ns/", "http://e/n#", "urn:n:", "http://e/é/"]
PREFIXES = ["", "p", "a", "p.q", "é", "prefix", "GRAPH", "true"]
BASES = ["http://e.org/a/b?c#d", "http://e.org/x/", "http://e.org"]
REFERENCES = ["x", "#f", "?q", "/abs", "../up", "", "./a/./b", "//h/p", "x/y/z#f", "..", "é"]
NUMBERS = [("integer", n) for n in ["0", "1", "-05", "+7", "123456789012345678901"]] + \
          [("decimal", n) for n in ["1.5", "-.5", "+0.0", "00.10"]] + \
          [("double", n) for n in ["1e0", "-1.5E-3", ".5e+2", "1.e5"]] + \
          [("boolean", n) for n in ["true", "false"]]
CANONICAL = {"0", "1", "123456789012345678901", "1.5", "true", "false"}


def resolve(base, reference):
    if reference == "":
        return base.split("#")[0]
    if reference.startswith("?"):
        return base.split("?")[0].split("#")[0] + reference
    return urllib.parse.urljoin(base, reference)


class TurtleTerms(Terms):
    def __init__(self, random, rdf12=True):
        super().__init__(random, rdf12)
        self.base = "-"
        self.prefixes = {}
        self.graph = None

    # ---- White space ----
    def gap(self):
        kind = self.random.randrange(12)
        return {0: "\n", 1: "\t", 2: " # a comment <b> \"c\n", 3: "\r\n", 4: "  \n "}.get(kind, " ")

    def perhaps(self):
        return self.gap() if self.chance(0.6) else ""

    def spaced(self, *parts):
        return self.gap().join(parts)

    # ---- Terms ----
    def verb(self):
        return ("a", ("iri", RDF + "type")) if self.chance(0.15) else self.iri()

    def iri(self):
        kind = self.random.randrange(4)
        if kind == 0 and self.base != "-":
            reference = self.random.choice(REFERENCES)
            if self.base == "http://e.org":
                self.features.add("base without a path")
            if "#" in self.base:
                self.features.add("base with a fragment")
            if "." in reference:
                self.features.add("dot segments")
            return self.spelled_iri(reference), ("iri", resolve(self.base, reference))
        if kind > 1 and self.prefixes:
            prefix, namespace = self.random.choice(sorted(self.prefixes.items()))
            local, meaning = self.random.choice(LOCALS)
            if meaning is not None:
                return f"{prefix}:{local}", ("iri", namespace + meaning)
        iri = self.random.choice(IRIS)
        return self.spelled_iri(iri), ("iri", iri)

    def node(self):
        if self.chance(0.7):
            return self.label()
        return f"[{self.perhaps()}]", self.fresh()

    def node_or_iri(self):
        return self.node() if self.chance(0.3) else self.iri()

    def spelled_literal(self, inside_term=False):
        if self.chance(0.3):
            type, text = self.random.choice(NUMBERS)
            if text not in CANONICAL:
                self.features.add("number in another form than the canonical one")
            return text, ("literal", text, XSD + type, None, None)
        term = self.literal()
        _, text, datatype, language, direction = term
        quote = self.random.choice(['"', "'", '"""', "'''"])
        if inside_term and len(quote) == 3:
            self.features.add("long string in a triple")
        spelled = self.spelled_text(text, quote)
        if language:
            return f"{spelled}@{language}" + (f"--{direction}" if direction else ""), term
        if not datatype:
            return spelled, term
        mark = f"{spelled}^^"
        if self.chance(0.3):
            name, type = self.iri()
            return mark + name, ("literal", text, type[1], None, None)
        return mark + self.spelled_iri(datatype), term
