# SPDX-License-Identifier: Apache-2.0
"""Random queries over random graphs, compared with pyoxigraph, an engine by other people.

differential_test --answers makes the cases and answers them, over the union of all graphs and over
the default graph alone; pyoxigraph answers the same queries over the same quads. Rows are compared
as multisets, with all blank nodes taken as equal and decimals by value. Cases that a known
deviation touches are not compared; the end of the output says how many there were. Exit status 77
if pyoxigraph is not installed.
"""

import collections
import decimal
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "attack"))

from campaign import Fell, Skipped, campaign_main  # noqa: E402

# Where pyoxigraph differs: a name, and a pattern that is searched in the data and the query. The
# naive evaluator agrees with us on each. Two more are in deviation().
DEVIATIONS = [
    ("SERVICE, for want of an endpoint", re.compile(r"SERVICE")),
    # It drops the duplicates of a path's alternatives, in negated sets with "^", too; section 18.5
    # (Alternative) is a union.
    ("alternatives of a path", re.compile(r" \| ")),
    # A constant that is no node of the graph does not match itself; section 18.5 (ZeroLengthPath).
    ("path of no length at a constant",
     re.compile(r"(?m)^\s*<.*[>)][*?].*$|^.*[>)][*?].* [^?\s]\S* \.$")),
    # It orders strings of the same language, and "<=" and ">=" hold for equal terms of any kind.
    ("order of terms without one", re.compile(r"(?s) [<>]= |@en.* [<>] | [<>] .*@en")),
    # It takes a "$" without a digit literally; in F&O (5.6.3) it is an error.
    ("wrong replacement", re.compile(r'"\$"')),
    # It gives nothing where every value is an error; section 18.5.1.2 counts none.
    ("COUNT of an expression", re.compile(r"COUNT\((DISTINCT )?[^*?D]|COUNT\(DISTINCT [^*?]")),
    # It drops rows where a literal stands for the subject or the predicate.
    ("triple term inside EXISTS", re.compile(r"(?s)EXISTS.*<<\(")),
]

BLOCK = 100  # cases of one process
DECIMAL = re.compile(r'"([^"]*)"\^\^<http://www.w3.org/2001/XMLSchema#decimal>')
BLANK = re.compile(r"_:[A-Za-z0-9]+")


GRAPH = re.compile(r"GRAPH \?(\w+) \{")


def bodies(query, opening):
    """What stands between the braces behind each match of `opening`."""
    for match in opening.finditer(query):
        depth, end = 1, match.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(query[end], 0)
            end += 1
        yield match, query[match.end():end - 1]


def has_inner_exists(query):
    """EXISTS in a group inside of the query's own."""
    depth = 0
    for token in re.finditer(r"[{}]|EXISTS", query):
        if token[0] == "EXISTS" and depth > 1:
            return True
        depth += {"{": 1, "}": -1}.get(token[0], 0)
    return False


def deviation(data, query):
    # pyoxigraph lets EXISTS see variables of the groups around its own.
    if has_inner_exists(query):
        return "EXISTS in an inner group"
    for match, body in bodies(query, GRAPH):
        # pyoxigraph has the variable bound while it evaluates the pattern.
        if re.search(rf"\?{match[1]}\b", body):
            return "GRAPH whose pattern has its variable"
        # It evaluates what touches no triple once, not in each graph.
        if re.search(r"OPTIONAL|VALUES|BIND|SELECT|UNION|MINUS|[>)][*?]", body) or not body.strip():
            return "GRAPH with parts that touch no triple"
    return next((name for name, pattern in DEVIATIONS if pattern.search(data + query)), None)


def comparable(term):
    def by_value(match):
        return f"{decimal.Decimal(match[1]).normalize():f} (decimal)"

    return BLANK.sub("_:", DECIMAL.sub(by_value, term))


class OwnError(Exception):
    """pyoxigraph has no answer."""


class Case:
    def __init__(self, text):
        head, rest = text.split("\n", 1)
        self.seed = int(head)
        self.data, rest = rest.split("#query\n", 1)
        self.query, rest = rest.split("\n#union\n", 1)
        union, strict = rest.split("#strict\n", 1)
        self.rows = {"union": self.multiset(union), "strict": self.multiset(strict)}

    @staticmethod
    def multiset(lines):
        return collections.Counter(
            tuple(sorted(comparable(cell) for cell in line.split("\t") if cell))
            for line in lines.split("\n")[:-1])


class Cases:
    """The cases of the trials, made by some processes."""

    def __init__(self, program, seed):
        self.program = program
        self.seed = seed * 1000000
        self.known = {}
        self.next = 0

    def get(self, number):
        while number >= self.next:
            self.take_block()
        return self.known.pop(number, None)

    def take_block(self):
        command = [self.program, "--answers", str(self.seed + self.next), str(BLOCK)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
        if done.returncode != 0:
            raise Fell(f"{' '.join(command)}: exit status {done.returncode}: {done.stderr}")
        for text in done.stdout.split("#case ")[1:]:
            case = Case(text)
            self.known[case.seed - self.seed] = case
        self.next += BLOCK


def text_of(term):
    """As N-Triples; str() leaves the brackets of triple terms out."""
    if hasattr(term, "subject"):
        return f"<<( {text_of(term.subject)} {text_of(term.predicate)} {text_of(term.object)} )>>"
    return str(term)


def store_of(pyoxigraph, data, union):
    """With `union` all triples are in the default graph: pyoxigraph's own union has duplicates."""
    store = pyoxigraph.Store()
    store.load(data.encode(), pyoxigraph.RdfFormat.N_QUADS)
    if union:
        for quad in list(store):
            store.add(pyoxigraph.Quad(quad.subject, quad.predicate, quad.object))
    return store


def rows_of(store, query):
    result = store.query(query)
    names = [variable.value for variable in result.variables]
    rows = collections.Counter()
    for solution in result:
        cells = [(name, solution[name]) for name in names]
        rows[tuple(sorted(comparable(f"{name}={text_of(term)}") for name, term in cells
                          if term is not None))] += 1
    return rows


def shown(title, rows):
    lines = (f"    {count} x {' '.join(row)}" for row, count in sorted(rows.items()))
    return "\n".join([f"  {title}:", *lines])


def compare(pyoxigraph, case):
    for mode, ours in case.rows.items():
        try:
            theirs = rows_of(store_of(pyoxigraph, case.data, mode == "union"), case.query)
        except RuntimeError as error:  # "a triple term that is not a valid RDF 1.2 term"
            raise OwnError from error
        except (ValueError, SyntaxError, OSError) as error:
            raise Fell(f"seed {case.seed}: pyoxigraph refuses: {error}\n{case.query}") from error
        if ours != theirs:
            raise Fell("\n".join([f"seed {case.seed}, {mode}", case.data + "#---", case.query,
                                  shown("only here", ours - theirs),
                                  shown("only pyoxigraph", theirs - ours)]))


def attack(campaign):
    try:
        import pyoxigraph
    except ImportError as missing:
        raise Skipped("pyoxigraph is not installed") from missing
    cases = Cases(campaign.options.cases, campaign.seed)
    skipped = collections.Counter()
    compared = 0
    for trial in campaign.trials():
        with trial:
            case = cases.get(trial.number)
            reason = "open" if case is None else deviation(case.data, case.query)
            if reason:
                skipped[reason] += 1
                continue
            try:
                compared += 1
                compare(pyoxigraph, case)
            except OwnError:
                skipped["errors of pyoxigraph"] += 1
                compared -= 1
    left_out = ", ".join(f"{name} ({count})" for name, count in skipped.most_common())
    campaign.note(f"pyoxigraph {pyoxigraph.__version__}: compared {compared}; left out: {left_out}")


def add_arguments(parser):
    parser.add_argument("--cases", required=True, metavar="PATH", help="differential_test")


campaign_main(attack, __doc__, 1000, add_arguments)
