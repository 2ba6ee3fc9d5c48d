# SPDX-License-Identifier: Apache-2.0
"""Random documents in RDF/XML, with what they mean."""

from rdf_terms import NIL, RDF, Document, Terms
from rdf_turtle_terms import BASES, REFERENCES, resolve

NAMESPACES = {"e": "http://e/ns/", "f": "http://e/n#", "é": "urn:n:"}
NAMES = ["a", "p", "é", "a.b", "a-b", "_x"]
IDS = ["a", "b1", "é", "x.y"]
IRIS = ["http://e/a", "http://e/b?q=1&r=2", "http://e/é", "urn:x:1", "http://e/a#f"]
PIECES = ["a", "é", "😀", " ", '"', "'", "\n", "\t", "<", ">", "&", "]]>", "&amp;", "\\", "\u0085"]
ITS = "http://www.w3.org/2005/11/its"
TYPES = ["http://e/type", "http://www.w3.org/2001/XMLSchema#integer"]


class Xml(Terms):
    def __init__(self, random, rdf12=True):
        super().__init__(random, rdf12)
        self.base = self.random.choice(BASES)
        self.language = self.direction = None
        self.version_1_2 = rdf12 and self.chance(0.5)
        self.ids = set()

    # ---- Text ----
    def text(self):
        return "".join(self.random.choice(PIECES) for _ in range(self.random.randrange(5)))

    def escaped(self, text, quote=None):
        out = ""
        for c in text:
            if c in "<&>" or c == quote or (quote and c in "\n\t"):
                names = {"<": "&lt;", "&": "&amp;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}
                out += names[c] if c in names and self.chance(0.7) else f"&#{ord(c)};"
            else:
                out += f"&#x{ord(c):X};" if self.chance(0.1) else c
        return out

    def character_data(self, text):
        if text and "]]>" not in text and self.chance(0.2):
            return f"<![CDATA[{text}]]>"
        return self.escaped(text) + self.random.choice(["", "", "<!-- c -->", "<?i x?>"])

    def attribute(self, name, value):
        quote = self.random.choice("\"'")
        return f"{self.gap()}{name}={quote}{self.escaped(value, quote)}{quote}"

    def gap(self):
        return self.random.choice([" ", " ", "\n", "\t", "  "])

    def between(self):
        return self.random.choice(["", "\n", " ", "<!-- <a b='c'> -->", "\r\n"])

    # ---- Documents ----
    def document(self, format):
        given_base = self.base
        nodes = [self.node(2)[0] for _ in range(self.random.randrange(4))]
        attributes = self.attribute("xmlns:rdf", RDF)
        attributes += "".join(self.attribute("xmlns:" + p, iri) for p, iri in NAMESPACES.items())
        if self.version_1_2:
            self.features.add("version")
            attributes += self.attribute("rdf:version", "1.2") + self.attribute("xmlns:its", ITS) + \
                self.attribute("its:version", "2.0")
        elif self.chance(0.2):
            attributes += self.attribute("rdf:version", "1.1")
        head = self.random.choice(["", '<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF-8"?>\n<!-- c -->'])
        text = f"{head}<rdf:RDF{attributes}>{self.between()}" + \
            "".join(node + self.between() for node in nodes) + "</rdf:RDF>\n"
        return Document(format, given_base, text, self.quads, self.features)

    def element(self, name, attributes, content):
        if content == "" and self.chance(0.5):
            return f"<{name}{attributes}/>"
        return f"<{name}{attributes}>{content}</{name}{self.random.choice(['', ' '])}>"

    def scoped(self, make):
        """The element that make() gives, perhaps with a language or base for what it contains."""
        before = self.base, self.language, self.direction
        attributes = ""
        if self.chance(0.1):
            self.language = self.random.choice(["en", "de-AT", None])
            attributes += self.attribute("xml:lang", self.language or "")
            if not self.language:
                self.features.add("empty xml:lang")
        if self.chance(0.1):
            reference = self.random.choice(BASES + ["x/y", "/z#f"])
            attributes += self.attribute("xml:base", reference)
            if reference not in BASES:
                self.features.add("relative xml:base")
            self.base = resolve(self.base, reference).split("#")[0]
        if self.version_1_2 and self.chance(0.1):
            self.direction = self.random.choice(["ltr", "rtl"])
            self.features.add("its:dir")
            attributes += self.attribute("its:dir", self.direction)
        made = make(attributes)
        self.base, self.language, self.direction = before
        return made

    # ---- Terms ----
    def name(self):
        prefix = self.random.choice(sorted(NAMESPACES))
        local = self.random.choice(NAMES)
        return f"{prefix}:{local}", ("iri", NAMESPACES[prefix] + local)

    def reference(self):
        """An IRI as written in an attribute, and what it means."""
        text = self.random.choice(IRIS + REFERENCES)
        return text, ("iri", text if text in IRIS else resolve(self.base, text))

    def string(self, text):
        return ("literal", text, None, self.language, self.direction if self.language else None)

    def identity(self):
        """The attributes that name a node, and the node."""
        kind = self.random.randrange(4)
        if kind == 0:
            return "", self.fresh()
        if kind == 1:
            label = self.random.choice(IDS)
            return self.attribute("rdf:nodeID", label), ("node", "l" + label.encode().hex())
        if kind == 2:
            attribute, term = self.new_id()
            if term:
                return attribute, term
        text, term = self.reference()
        return self.attribute("rdf:about", text), term

    def new_id(self):
        """An rdf:ID that is not yet used; none if there is none."""
        name = self.random.choice(IDS)
        iri = resolve(self.base, "#" + name)
        if iri in self.ids:
            return "", None
        self.ids.add(iri)
        return self.attribute("rdf:ID", name), ("iri", iri)

    def property_attributes(self, subject):
        out = {}
        while self.chance(0.25):
            name, predicate = self.name()
            if name not in out:
                text = self.text()
                out[name] = self.attribute(name, text)
                self.say(subject, predicate, self.string(text))
        return "".join(out.values())

    # ---- Elements ----
    def node(self, depth):
        return self.scoped(lambda scope: self.scoped_node(depth, scope))

    def scoped_node(self, depth, scope):
        identity, subject = self.identity()
        name = "rdf:Description"
        if self.chance(0.3):
            name, type = self.name()
            self.say(subject, ("iri", RDF + "type"), type)
        attributes = identity + scope + self.property_attributes(subject)
        return self.element(name, attributes, self.properties(subject, depth)), subject

    def properties(self, subject, depth):
        members = 0
        out = self.between() if self.chance(0.5) else ""
        for _ in range(self.random.randrange(4)):
            name, predicate = self.name()
            if self.chance(0.1):
                members += 1
                name, predicate = "rdf:li", ("iri", f"{RDF}_{members}")
            out += self.scoped(lambda scope: self.property(name, subject, predicate, depth, scope))
            out += self.between()
        return out

    def property(self, name, subject, predicate, depth, scope):
        kinds = [self.literal_property, self.typed_property, self.resource_property, self.empty_property,
                 self.xml_property]
        if self.version_1_2:
            kinds.append(self.triple_property)
        if depth:
            kinds += [self.nested_property, self.parsed_resource, self.parsed_collection]
        attributes, content, object = self.random.choice(kinds)(depth - 1)
        self.say(subject, predicate, object)
        if self.chance(0.1):
            attribute, statement = self.new_id()
            if statement:
                attributes += attribute
                parts = {"type": ("iri", RDF + "Statement"), "subject": subject, "predicate": predicate,
                         "object": object}
                for local, term in parts.items():
                    self.say(statement, ("iri", RDF + local), term)
        if self.rdf12 and self.chance(0.1):
            self.features.add("annotation in RDF/XML")
            text, reifier = self.reference()
            attributes += self.attribute("rdf:annotation", text)
            self.say(reifier, ("iri", RDF + "reifies"), ("triple", subject, predicate, object))
        return self.element(name, attributes + scope, content)

    def literal_property(self, _):
        text = self.text()
        return "", self.character_data(text), self.string(text)

    def typed_property(self, _):
        text, type = self.text(), self.random.choice(TYPES)
        return self.attribute("rdf:datatype", type), self.character_data(text), ("literal", text, type, None, None)

    def xml_property(self, _):
        self.features.add("XML literal")
        text = self.text()
        canonical = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return self.attribute("rdf:parseType", "Literal"), self.escaped(text), \
            ("literal", canonical, RDF + "XMLLiteral", None, None)

    def triple_property(self, _):
        self.features.add("triple term")
        identity, subject = self.reference()
        name, predicate = self.name()
        text = self.text()
        inner = self.element(name, "", self.character_data(text))
        content = self.element("rdf:Description", self.attribute("rdf:about", identity), inner)
        return self.attribute("rdf:parseType", "Triple"), self.between() + content, \
            ("triple", subject, predicate, self.string(text))

    def resource_property(self, _):
        if self.chance(0.3):
            label = self.random.choice(IDS)
            return self.attribute("rdf:nodeID", label), "", ("node", "l" + label.encode().hex())
        text, term = self.reference()
        return self.attribute("rdf:resource", text), "", term

    def empty_property(self, _):
        node = self.fresh()
        attributes = self.property_attributes(node)
        return (attributes, "", node) if attributes else ("", "", self.string(""))

    def nested_property(self, depth):
        text, node = self.node(depth)
        return "", self.between() + text + self.between(), node

    def parsed_resource(self, depth):
        node = self.fresh()
        return self.attribute("rdf:parseType", "Resource"), self.properties(node, depth), node

    def parsed_collection(self, depth):
        items = [self.node(depth) for _ in range(self.random.randrange(4))]
        head = NIL
        for _, item in reversed(items):
            node = self.fresh()
            self.say(node, ("iri", RDF + "first"), item)
            self.say(node, ("iri", RDF + "rest"), head)
            head = node
        content = "".join(text + self.between() for text, _ in items)
        return self.attribute("rdf:parseType", "Collection"), self.between() + content, head
