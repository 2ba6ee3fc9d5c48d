# SPDX-License-Identifier: Apache-2.0
"""Quads of two ways to read the same documents, compared up to the IRIs of things."""

import collections
import re
import subprocess

QUAD = re.compile(r'<<\(.*\)>>|<[^<>"{}|^`\\\x00-\x20]*>|_:[A-Za-z0-9_.-]*[A-Za-z0-9_-]|"(?:[^"\\]|\\.)*"'
                  r'(?:@[A-Za-z0-9-]+|\^\^<[^>]*>)?')
ENTITY = re.compile(r"<urn:dossier:entity:[^>]*>")
LABELS = ("<http://www.w3.org/2000/01/rdf-schema#label>", "<http://www.w3.org/2004/02/skos/core#altLabel>")
# Where a document was read from, and what only a knowledge base of several has.
NOT_COMPARED = ("<urn:dossier:vocabulary:sourceFile>", "<urn:dossier:vocabulary:sameTextAs>")


def run(*command, **options):
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, **options)
    if done.returncode != 0:
        raise AssertionError(f"{command[:4]}: status {done.returncode}: {done.stderr[-1500:]}")
    return done


def machine_quads(program, folder, base):
    done = subprocess.run([program, "ingest", base, ".", "--recursive", "--quiet"], cwd=folder, capture_output=True,
                          text=True, check=False)
    if done.returncode not in (0, 1):
        raise AssertionError(done.stderr)
    return [tuple(QUAD.findall(line)) for line in run(program, "dump", base).stdout.splitlines()]


def comparable(quads):
    """Quads whose entities are the names that documents give them; blank nodes are one."""
    names = collections.defaultdict(set)
    for s, p, o, g in quads:
        if p in LABELS and ENTITY.fullmatch(s):
            names[s].add((g, o))
    told = {entity: f"<entity {hash(frozenset(found))}>" for entity, found in names.items()}

    def plain(term):
        return re.sub(r"_:\S+", "_:", ENTITY.sub(lambda m: told.get(m[0], m[0]), term))

    return (collections.Counter(tuple(map(plain, quad)) for quad in quads if quad[1] not in NOT_COMPARED),
            {frozenset(found) for found in names.values()})


def require_equal(machine, spark_quads, what):
    ours, our_entities = machine
    theirs, their_entities = comparable(spark_quads)
    if our_entities != their_entities:
        apart = our_entities ^ their_entities
        shown = [sorted(found)[:4] for found in list(apart)[:6]]
        raise AssertionError(f"{what}: {len(apart)} entities are others, such as {shown}")
    only_here, only_there = ours - theirs, theirs - ours
    if only_here or only_there:
        raise AssertionError(f"{what}: {sum(only_here.values())} quads only on one machine, "
                             f"{sum(only_there.values())} only on Spark, such as "
                             f"{list(only_here)[:3]} {list(only_there)[:3]}")
    print(f"{what}: {sum(ours.values())} quads and {len(our_entities)} entities are the same")
