#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Queries of many rows by several threads: random patterns, filters, groups and orders over 150,000 triples give the same
rows with 2 and 4 threads as with one. Built for ThreadSanitizer: a report of it is a fall (--sanitized).
"""

import random

from campaign import Fell, campaign_main

THINGS = 50_000
BASE = "?s <urn:v> ?v . ?s <urn:name> ?n"
MORE = ("", "?s <urn:next> ?o", "?s <urn:next> ?o . ?o <urn:v> ?w", "?s <urn:next>/<urn:next>/<urn:name> ?m",
        "OPTIONAL { ?s <urn:rare> ?r }", "MINUS { ?s <urn:v> 5 }", "FILTER EXISTS { ?s <urn:rare> ?e }",
        "?s <urn:next> ?o . ?o <urn:next> ?s")
FILTERS = ("", "FILTER(?v > 500)", 'FILTER(REGEX(?n, "7"))', "FILTER(STRLEN(?n) > 8)")
FORMS = ("SELECT ?s ?v ?n {{ {} }} ORDER BY ?v ?s ?n LIMIT 1000", "SELECT ?s ?n {{ {} }} ORDER BY DESC(?n) ?s LIMIT 20",
         "SELECT DISTINCT ?n ?v {{ {} }}", "SELECT ?n (COUNT(*) AS ?c) (SUM(?v) AS ?t) {{ {} }} GROUP BY ?n",
         "SELECT (COUNT(*) AS ?c) (COUNT(DISTINCT ?n) AS ?d) (MAX(?v) AS ?x) {{ {} }}", "SELECT ?s (UCASE(?n) AS ?u) ?v {{ {} }}",
         "SELECT ?v (MIN(?n) AS ?m) {{ {} }} GROUP BY ?v HAVING(COUNT(*) > 60) ORDER BY DESC(?m)")


def triples():
    numbers = random.Random(THINGS)
    for i in range(THINGS):
        yield f"<urn:t{i}> <urn:next> <urn:t{numbers.randrange(THINGS)}> ."
        yield f"<urn:t{i}> <urn:v> {numbers.randrange(1000)} ."
        yield f'<urn:t{i}> <urn:name> "name {numbers.randrange(THINGS)}" .'
        if i % 100 == 0:
            yield f"<urn:t{i}> <urn:rare> {i} ."


def query_of(numbers):
    parts = [BASE, numbers.choice(MORE), numbers.choice(FILTERS)]
    return numbers.choice(FORMS).format(" . ".join(part for part in parts if part))


def rows_of(campaign, kb, threads, query):
    done = campaign.dossier("query", kb, "--threads", threads, "--format", "tsv", "-e", query)
    if done.status != 0:
        raise Fell(f"--threads {threads} '{query}': {done.summary()}")
    return sorted(done.out.splitlines())


def attack(campaign):
    kb = campaign.scratch / "kb"
    source = campaign.scratch / "things.ttl"
    source.write_text("\n".join(triples()) + "\n", "utf-8")
    campaign.succeed("load", kb, source, "--quiet")
    for trial in campaign.trials():
        with trial:
            query = query_of(trial.random)
            alone = rows_of(campaign, kb, 1, query)
            for threads in (2, 4):
                if rows_of(campaign, kb, threads, query) != alone:
                    raise Fell(f"--threads {threads} gives other rows than one thread: '{query}'")


if __name__ == "__main__":
    campaign_main(attack, __doc__, rounds=20)
