# SPDX-License-Identifier: Apache-2.0
"""Random documents in Turtle and TriG, with what they mean."""

from rdf_terms import NIL, RDF, Document
from rdf_turtle_terms import BASES, NAMESPACES, PREFIXES, TurtleTerms, resolve


class Turtle(TurtleTerms):
    # ---- Documents ----
    def document(self, format):
        if self.chance(0.5):
            self.base = self.random.choice(BASES)
        given_base = self.base
        statements = [self.declare_prefix() for _ in range(self.random.randrange(3))]
        for _ in range(self.random.randrange(1, 6)):
            kind = self.random.randrange(10)
            if kind == 0:
                statements.append(self.directive())
            elif format == "trig" and kind < 5:
                statements.append(self.block())
            else:
                statements.append(self.triples() + self.perhaps() + ".")
        text = self.perhaps() + "".join(one + self.gap() for one in statements)
        if self.chance(0.05):
            text = "\ufeff" + text
            self.features.add("byte order mark")
        return Document(format, given_base, text, self.quads, self.features)

    def directive(self):
        kind = self.random.randrange(3 if self.rdf12 else 2)
        if kind == 0:
            return self.declare_prefix()
        if kind == 1:
            self.base = self.random.choice(BASES)
            text = f"<{self.base}>"
            return f"@base{self.gap()}{text}{self.perhaps()}." if self.chance(0.5) else f"bAse{self.gap()}{text}"
        self.features.add("version")
        return self.random.choice(['VERSION "1.2"', "version '1.2'", '@version "1.2" .'])

    def declare_prefix(self):
        name = self.random.choice(PREFIXES)
        iri = self.random.choice(NAMESPACES)
        text = self.spelled_iri(iri)
        if self.base != "-" and self.chance(0.2):
            text, iri = "<rel/>", resolve(self.base, "rel/")
        self.prefixes[name] = iri
        if self.chance(0.5):
            return f"@prefix{self.gap()}{name}:{self.perhaps()}{text}{self.perhaps()}."
        return f"{self.random.choice(['PREFIX', 'prefix'])}{self.gap()}{name}:{self.perhaps()}{text}"

    def block(self):
        """A graph of TriG."""
        name = ""
        kind = self.random.randrange(4)
        if kind > 0:
            name, self.graph = self.node_or_iri()
            name = (f"GRAPH{self.gap()}" if kind == 1 else "") + name + self.gap()
        statements = [self.triples() for _ in range(self.random.randrange(4))]
        inside = (self.perhaps() + "." + self.gap()).join(statements)
        if statements and self.chance(0.5):
            inside += self.perhaps() + "."
        self.graph = None
        return f"{name}{{{self.gap()}{inside}{self.gap()}}}"

    # ---- Triples ----
    def triples(self):
        kind = self.random.randrange(10 if self.rdf12 else 9)
        if kind < 6:
            text, subject = self.node_or_iri()
        elif kind < 8:
            text, subject = self.collection(2)
        else:
            text, subject = self.property_list(2) if kind == 8 else self.reified(2)
            if self.chance(0.2):
                if text.startswith("<<"):
                    self.features.add("reified triple alone")
                return text
        return text + self.gap() + self.predicates(subject, 2)

    def predicates(self, subject, depth):
        """A predicateObjectList."""
        out = []
        for _ in range(1 if self.chance(0.7) else self.random.randrange(1, 4)):
            verb, predicate = self.verb()
            objects = [self.annotated(subject, predicate, depth)
                       for _ in range(1 if self.chance(0.7) else self.random.randrange(1, 4))]
            out.append(verb + self.gap() + f"{self.perhaps()},{self.perhaps()}".join(objects))
        text = f"{self.perhaps()};{self.perhaps()}".join(out)
        return text + self.random.choice(["", "", "", " ;", ";;", " ; ; "])

    def annotated(self, subject, predicate, depth):
        text, object = self.object(depth)
        self.say(subject, predicate, object, self.graph)
        triple = ("triple", subject, predicate, object)
        reifier = None
        named = False
        while self.rdf12 and depth and self.chance(0.15):
            self.features.add("annotation")
            if self.chance(0.5):
                name, reifier = self.reifier_name()
                self.reify(reifier, triple)
                named = True
                text += self.gap() + "~" + name
            else:
                if reifier is None:
                    if named:
                        self.features.add("annotation block after that of a reifier")
                    reifier = self.fresh()
                    self.reify(reifier, triple)
                text += self.spaced("", "{|", self.predicates(reifier, depth - 1), "|}")
                reifier = None
        return text

    def reify(self, reifier, triple):
        self.say(reifier, ("iri", RDF + "reifies"), triple, self.graph)

    def reifier_name(self):
        if self.chance(0.4):
            return self.gap(), self.fresh()
        name, term = self.node_or_iri()
        if name.startswith("["):
            self.features.add("[] as a reifier")
        return self.perhaps() + name, term

    # ---- Nested terms ----
    def object(self, depth, inside_term=False):
        """inside_term: of a triple term or reified triple."""
        kinds = ["iri", "node", "literal", "literal"]
        if depth and not inside_term:
            kinds += ["collection", "properties"]
        if depth and self.rdf12:
            kinds += ["triple"] + (["reified"] if inside_term != "triple" else [])
        return {"iri": self.iri, "node": self.node, "literal": lambda: self.spelled_literal(inside_term),
                "collection": lambda: self.collection(depth - 1),
                "properties": lambda: self.property_list(depth - 1),
                "triple": lambda: self.triple_term(depth - 1),
                "reified": lambda: self.reified(depth - 1)}[self.random.choice(kinds)]()

    def collection(self, depth):
        items = [self.object(depth) for _ in range(self.random.randrange(4))]
        head = last = None
        for _, item in items:
            node = self.fresh()
            if last:
                self.say(last, ("iri", RDF + "rest"), node, self.graph)
            head = head or node
            self.say(node, ("iri", RDF + "first"), item, self.graph)
            last = node
        if last:
            self.say(last, ("iri", RDF + "rest"), NIL, self.graph)
        text = self.gap().join(text for text, _ in items)
        return f"({self.perhaps()}{text}{self.perhaps()})", head or NIL

    def property_list(self, depth):
        node = self.fresh()
        return f"[{self.perhaps()}{self.predicates(node, depth)}{self.perhaps()}]", node

    def triple_term(self, depth):
        self.features.add("triple term")
        subject, verb, object = self.node_or_iri(), self.verb(), self.object(depth, "triple")
        text = self.spaced("<<(", subject[0], verb[0], object[0], ")>>")
        return text, ("triple", subject[1], verb[1], object[1])

    def reified(self, depth):
        self.features.add("reified triple")
        subject = self.reified(depth - 1) if depth > 0 and self.chance(0.2) else self.node_or_iri()
        verb, object = self.verb(), self.object(max(depth, 0), "reified")
        name, reifier = self.reifier_name() if self.chance(0.5) else ("", None)
        mark = f"{self.gap()}~{name}" if reifier else ""
        reifier = reifier or self.fresh()
        self.reify(reifier, ("triple", subject[1], verb[1], object[1]))
        return self.spaced("<<", subject[0], verb[0], object[0]) + mark + self.gap() + ">>", reifier
