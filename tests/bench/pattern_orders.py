# SPDX-License-Identifier: Apache-2.0
"""Asks random queries of five patterns in several orders of their text: no order shall be slower than 1.3 times the
fastest one.

Usage: pattern_orders.py DOSSIER KB [--queries 40] [--orders 6] [--seed 1] [--rounds 5]

Patterns are connected and made of the base's own predicates and terms: stars, chains, cycles, constants at either
end, variables as predicates, paths of one step or more, and now and then a FILTER. Orders with the same plan take the
same time and are not measured; those with different plans are run in turn, and the least time of each counts. Queries
that take more than five seconds are left out. Prints a line for each query with several plans, and how many had one.
Ends with status 1 if some query is slower than that, by more than a millisecond.
"""

import argparse
import json
import random
import subprocess
import sys

LIMIT_MS = 5000


def ask(arguments, text, *options):
    return subprocess.run([arguments.dossier, "query", arguments.kb, "-e", text, *options], capture_output=True,
                          text=True, check=False)


def column(arguments, text):
    done = ask(arguments, text, "--format", "tsv")
    if done.returncode != 0:
        sys.exit(done.stderr)
    return [line.split("\t") for line in done.stdout.splitlines()[1:]]


def predicates(arguments):
    """Those of the base, each with a subject and some objects."""
    found = []
    for (name,) in column(arguments, "SELECT ?p { { SELECT DISTINCT ?p { ?s ?p ?o } } } ORDER BY ?p LIMIT 40"):
        ends = column(arguments, f"SELECT ?s ?o {{ ?s {name} ?o }} LIMIT 50")
        ends = [(s, o) for s, o in ends if s.startswith("<") and not o.startswith(("_:", "<<"))]
        if ends:
            found.append((name, ends))
    return found


def pattern(chance, known, variables):
    """One that shares a variable with those before."""
    name, ends = chance.choice(known)
    subject = chance.choice(variables)
    others = [v for v in variables + [f"?v{len(variables)}"] if v != subject]
    other = chance.choice(others[-2:])
    kind = chance.random()
    if kind < 0.1:
        return subject, f"{subject} {name} {chance.choice(ends)[1]} ."
    if kind < 0.15:
        return subject, f"{chance.choice(ends)[0]} {name} {subject} ."
    if kind < 0.22:
        return other, f"{subject} ?p{chance.randrange(2)} {other} ."
    if kind < 0.3:
        return other, f"{subject} {name}+ {other} ."
    if kind < 0.6:
        return other, f"{other} {name} {subject} ."
    return other, f"{subject} {name} {other} ."


def query(chance, known):
    variables, patterns = ["?v0"], []
    while len(patterns) < 5:
        variable, text = pattern(chance, known, variables)
        if text in patterns:
            continue
        patterns.append(text)
        if variable not in variables:
            variables.append(variable)
    if chance.random() < 0.3 and len(variables) > 1:
        patterns.append("FILTER(" + " != ".join(chance.sample(variables, 2)) + ")")
    return patterns


def text_of(patterns):
    return "SELECT (COUNT(*) AS ?n) { " + " ".join(patterns) + " }"


def least_times(arguments, texts):
    """By text, in turn; none when one takes too long."""
    least = {}
    for _ in range(arguments.rounds):
        for text in texts:
            done = ask(arguments, text, "--bench", "--repeat", "3", "--timeout", f"{LIMIT_MS}ms")
            if done.returncode != 0:
                return None
            least[text] = min(json.loads(done.stdout)["ms"] + [least.get(text, LIMIT_MS)])
    return least


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("dossier")
    parser.add_argument("kb")
    parser.add_argument("--queries", type=int, default=40)
    parser.add_argument("--orders", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    known = predicates(arguments)
    one_plan = several = left_out = slow = 0
    for number in range(arguments.queries):
        patterns = query(chance, known)
        by_plan = {}
        for _ in range(arguments.orders):
            text = text_of(patterns)
            plan = ask(arguments, text, "--explain")
            if plan.returncode != 0:
                sys.exit(f"{text}\n{plan.stderr}")
            by_plan.setdefault(plan.stdout, text)
            chance.shuffle(patterns)
        if len(by_plan) == 1:
            one_plan += 1
            continue
        least = least_times(arguments, list(by_plan.values()))
        if least is None:
            left_out += 1
            print(f"{number}: too long: {text_of(patterns)}")
            continue
        several += 1
        fastest, slowest = min(least.values()), max(least.values())
        if slowest > 1.3 * fastest and slowest - fastest > 1:
            slow += 1
        print(f"{number}: {len(least)} plans, {fastest:.2f} to {slowest:.2f} ms, {slowest / fastest:.2f}")
        print(f"  fastest {min(least, key=least.get)}\n  slowest {max(least, key=least.get)}")
    print(f"{one_plan} queries have one plan in all orders, {several} several, {left_out} were left out; {slow} slow")
    sys.exit(1 if slow else 0)


main()
