# SPDX-License-Identifier: Apache-2.0
"""Random RDF terms, what they mean (N-Quads), and how documents may spell them; N-Triples and N-Quads.

A term is a tuple: ("iri", text), ("node", label), ("literal", text, datatype or None, language or None,
direction or None), ("triple", subject, predicate, object).
"""

import dataclasses

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
NIL = ("iri", RDF + "nil")
IRIS = ["http://e/a", "http://e/b", "http://e/p", "http://e/q", "http://e/é", "http://e/a%20b", "urn:x:1",
        "http://e/?q=1&r=(2)", "http://e/a#f", "tag:e,2026:x", "http://e/~!$&'()*+,;=:@", "http://e/😀",
        "http://e", "http://e/a.b.", "mailto:a@b", "http://e/中/x", "urn:" + "long" * 40]
PIECES = ["a", "bc", "é", "😀", " ", '"', "'", "\\", "\n", "\r", "\t", "\b", "\f", "\x00", "\x01", "\x7f",
          '"""', "'''", "\u0085", "\u2028", "\ufffd", "#", "<", ">", "\\u0041", "&", "]]>", ".", "%41"]
LANGUAGES = ["en", "EN", "en-GB", "zh-Hant-TW", "FR", "de-1996", "sl-rozaj"]
DATATYPES = [XSD + "integer", XSD + "date", XSD + "boolean", XSD + "string", "http://e/type", RDF + "XMLLiteral"]
LABELS = ["b", "b1", "1", "a.b", "a-b", "é", "_x", "a..b", "B"]
ESCAPES = {"\t": "t", "\b": "b", "\n": "n", "\r": "r", "\f": "f", '"': '"', "'": "'", "\\": "\\"}


@dataclasses.dataclass
class Document:
    format: str
    base: str                # "-": none
    text: str
    quads: list              # what it means, as lines of N-Quads
    features: set            # what a reader must support


def canonical(term):
    """The term in N-Quads, with the fewest escapes."""
    kind = term[0]
    if kind == "iri":
        return f"<{term[1]}>"
    if kind == "node":
        return "_:" + term[1]
    if kind == "triple":
        return f"<<( {canonical(term[1])} {canonical(term[2])} {canonical(term[3])} )>>"
    _, text, datatype, language, direction = term
    quoted = '"' + "".join(quoted_character(c) for c in text) + '"'
    if language:
        return f"{quoted}@{language}" + (f"--{direction}" if direction else "")
    return quoted if datatype in (None, XSD + "string") else f"{quoted}^^<{datatype}>"


def quoted_character(c):
    if c in '"\\\n\r':
        return "\\" + ESCAPES[c]
    return f"\\u{ord(c):04X}" if c < " " or c == "\x7f" else c


class Terms:
    """Random terms, and quads made of them, for one document."""

    def __init__(self, random, rdf12=True):
        self.random = random
        self.rdf12 = rdf12
        self.quads = []
        self.features = set()
        self.fresh_nodes = 0

    def chance(self, probability):
        return self.random.random() < probability

    def say(self, subject, predicate, object, graph=None):
        terms = [subject, predicate, object] + ([graph] if graph else [])
        self.quads.append(" ".join(map(canonical, terms)) + " .")

    def fresh(self):
        self.fresh_nodes += 1
        return ("node", f"a{self.fresh_nodes}")

    def label(self):
        """A label as written, and the node it means."""
        label = self.random.choice(LABELS)
        if not label.isascii():
            self.features.add("non-ASCII label")
        return "_:" + label, ("node", "l" + label.encode().hex())

    def text(self):
        return "".join(self.random.choice(PIECES) for _ in range(self.random.randrange(5)))

    def literal(self):
        kind = self.random.randrange(4)
        if kind < 2:
            return ("literal", self.text(), None, None, None)
        if kind == 2:
            return ("literal", self.text(), self.random.choice(DATATYPES), None, None)
        direction = self.random.choice(["ltr", "rtl"]) if self.rdf12 and self.chance(0.3) else None
        if direction:
            self.features.add("base direction")
        return ("literal", self.text(), None, self.random.choice(LANGUAGES), direction)

    def unicode_escape(self, c):
        code = ord(c)
        digits = f"{code:04x}" if self.chance(0.5) else f"{code:04X}"
        return f"\\u{digits}" if code < 0x10000 and self.chance(0.7) else "\\U" + digits.rjust(8, "0")

    def spelled_iri(self, iri):
        """As an IRIREF, some characters escaped."""
        escaped = self.random.choice([0, 0, 0.1, 0.5])
        return "<" + "".join(
            self.unicode_escape(c) if self.chance(escaped if c.isalpha() else 0) else c for c in iri) + ">"

    def spelled_text(self, text, quote='"'):
        """Between quotes, of one or three characters."""
        is_long = len(quote) == 3
        escaped = self.random.choice([0, 0.1, 1])
        out, run = "", 0  # run: quote characters before this one
        for at, c in enumerate(text):
            is_quote = c == quote[0]
            must = c in "\\\x00" or (not is_long and (is_quote or c in "\n\r"))
            must = must or (is_quote and (run == 2 or at + 1 == len(text)))
            if must or self.chance(escaped):
                short = c in ESCAPES and self.chance(0.7)
                out += "\\" + ESCAPES[c] if short else self.unicode_escape(c)
                run = 0
            else:
                if c == "\r":
                    self.features.add("carriage return in a string")
                out += c
                run = run + 1 if is_quote else 0
        return quote + out + quote


class Lines(Terms):
    """N-Triples (format "nt") and N-Quads ("nq")."""

    def document(self, format):
        lines = [self.line(format) for _ in range(self.random.randrange(1, 8))]
        if self.rdf12 and self.chance(0.1):
            lines.insert(0, 'VERSION "1.2"')
            self.features.add("version in lines")
        ends = self.random.choice(["\n", "\r\n", "\r", "\n\n"])
        text = ends.join(lines) + self.random.choice(["", ends])
        if self.chance(0.05):
            text = "\ufeff" + text
            self.features.add("byte order mark")
        return Document(format, "-", text, self.quads, self.features)

    def gap(self, least=0):
        return self.random.choice([" ", " ", "\t", "  "]) if self.chance(0.8) else " " * least

    def line(self, format):
        comment = self.random.choice(["", "", "# x", "#<a> \"b\" ."])
        if self.chance(0.1):
            return self.gap() + comment
        subject, predicate, object = self.subject(), self.iri(), self.object(2)
        graph = self.subject() if format == "nq" and self.chance(0.6) else None
        self.say(subject[1], predicate[1], object[1], graph[1] if graph else None)
        parts = [part[0] for part in (subject, predicate, object, graph) if part]
        return self.gap() + self.joined(parts) + self.gap(1) + "." + self.gap() + comment

    def joined(self, parts):
        # A label needs something after it; IRIs and quotes do not.
        out = parts[0]
        for part in parts[1:]:
            gap = self.gap(0 if out[-1] in '>"' else 1)
            if not gap:
                self.features.add("terms without space")
            out += gap + part
        return out

    def iri(self):
        iri = self.random.choice(IRIS)
        return self.spelled_iri(iri), ("iri", iri)

    def subject(self):
        return self.label() if self.chance(0.3) else self.iri()

    def object(self, depth):
        kind = self.random.randrange(5 if self.rdf12 and depth else 4)
        if kind < 2:
            return self.subject()
        if kind == 4:
            self.features.add("triple term")
            parts = self.subject(), self.iri(), self.object(depth - 1)
            text = self.joined([part[0] for part in parts])
            return f"<<({self.gap()}{text}{self.gap(1)})>>", ("triple", *(part[1] for part in parts))
        term = self.literal()
        _, text, datatype, language, direction = term
        spelled = self.spelled_text(text)
        if language:
            return f"{spelled}@{language}" + (f"--{direction}" if direction else ""), term
        return spelled + (f"^^{self.spelled_iri(datatype)}" if datatype else ""), term
