# SPDX-License-Identifier: Apache-2.0
"""No rule of a grammar derives from a rule with an action.

PEGTL runs the action of the rule it matches, not those of that rule's base classes: a rule that derives from
`collection` matches a collection, and nothing closes it. Such a rule is written as peg::seq<collection>, or
both derive from a rule without an action.

Usage: grammars.py ROOT [BUILD]
"""

import pathlib
import re
import sys

from sources import report, tracked

NAMESPACE = re.compile(r"^namespace ([\w:]+) \{", re.M)
ALIAS = re.compile(r"namespace (\w+) = ([\w:]+);")
USING = re.compile(r"using namespace (\w+);")
RULE = re.compile(r"\bstruct (\w+)\s*:\s*([\w:]+)")
# Templates that attach something to a rule by its name.
ATTACHED = re.compile(r"\bstruct (?:action|nests_at)<([\w:]+)")
LEAST_RULES, LEAST_ACTIONS = 250, 150  # fewer were found: this check no longer understands the grammars


class Grammars:
    """The rules of all grammars, as (namespace, name)."""

    def __init__(self):
        self.rules = {}  # -> (the base class as written, file and line)
        self.attached = {}  # a grammar's namespace -> names of rules with an action
        self.names = {}  # a namespace's aliases, and under "" the namespaces it uses

    def read(self, where, text):
        inside = NAMESPACE.search(text)
        if not inside:
            return
        space = inside.group(1)
        names = self.names.setdefault(space, {"": set()})
        names.update(ALIAS.findall(text))
        names[""].update("dossier::" + used for used in USING.findall(text))
        for rule in RULE.finditer(text):
            line = text.count("\n", 0, rule.start()) + 1
            self.rules[space, rule.group(1)] = (rule.group(2), f"{where}:{line}")
        for name in ATTACHED.findall(text):
            self.attached.setdefault(space, set()).add(name)

    def find(self, space, written):
        """The rule that `written` names in the namespace; None for the rules of PEGTL."""
        prefix, _, name = written.rpartition("::")
        names = self.names[space]
        spaces = [names.get(prefix, prefix)] if prefix else [space, *names[""]]
        return next(((s, name) for s in spaces if (s, name) in self.rules), None)

    def with_action(self, space):
        """The rules with an action in the grammar of this namespace; of the shared rules, in any grammar."""
        spaces = [space] if space in self.attached else self.attached
        return {self.find(s, name) for s in spaces for name in self.attached[s]}

    def problems(self):
        for (space, name), (base, where) in self.rules.items():
            actions = self.with_action(space)
            above = self.find(space, base)
            while above and above not in actions:
                above = self.find(above[0], self.rules[above][0])
            if above:
                yield (f"{where}: {name} derives from {above[1]}, whose action does not run then: "
                       f"write peg::seq<{above[1]}>")


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    grammars = Grammars()
    for path in tracked(root, ".h", ".cc"):
        text = path.read_text()
        relative = path.relative_to(root).as_posix()
        if not relative.startswith("tests/") and ("peg::" in text or "struct action" in text):
            grammars.read(relative, text)
    problems = sorted(grammars.problems())
    actions = sum(len(names) for names in grammars.attached.values())
    if len(grammars.rules) < LEAST_RULES or actions < LEAST_ACTIONS:
        problems.append(f"only {len(grammars.rules)} rules and {actions} actions found")
    return report(problems, "grammars")


sys.exit(main())
