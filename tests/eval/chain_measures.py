# SPDX-License-Identifier: Apache-2.0
"""How far chains of mentions agree: MUC, B3 and CEAFe, over the documents of (gold chains, read chains). A chain is a
set of mentions; each mention stands in one chain at most."""


def muc(gold, read):
    """(right, all) links of the gold chains: as many as it takes to join the parts that the read chains make of them."""
    own = {mention: number for number, chain in enumerate(read) for mention in chain}
    right = total = 0
    for chain in gold:
        parts = len({own[m] for m in chain if m in own}) + sum(m not in own for m in chain)
        right += len(chain) - parts
        total += len(chain) - 1
    return right, total


def b3(gold, read):
    """Of each gold mention, the part of its chain that its read chain has."""
    own = {mention: chain for chain in read for mention in chain}
    right = sum(len(chain & own.get(mention, set())) / len(chain) for chain in gold for mention in chain)
    return right, sum(len(chain) for chain in gold)


def similarity(a, b):
    return 2 * len(a & b) / (len(a) + len(b))


def best_assignment(weights):
    """The largest sum of weights in which each row and each column has one partner at most: the Hungarian method
    (Kuhn 1955) with potentials, over a square of costs."""
    size = max(len(weights), max((len(row) for row in weights), default=0))
    cost = [[-(weights[i][j] if i < len(weights) and j < len(weights[i]) else 0) for j in range(size)]
            for i in range(size)]
    rows, columns, partner = [0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        augment(cost, rows, columns, partner, row, size)
    return -sum(cost[partner[j] - 1][j - 1] for j in range(1, size + 1))


def augment(cost, rows, columns, partner, row, size):
    """Finds a partner for one more row, along the cheapest path of exchanges. Column 0 stands for none."""
    partner[0], column = row, 0
    least, before, done = [float("inf")] * (size + 1), [0] * (size + 1), [False] * (size + 1)
    while partner[column] != 0:
        done[column] = True
        own, step, following = partner[column], float("inf"), 0
        for j in range(1, size + 1):
            if done[j]:
                continue
            reduced = cost[own - 1][j - 1] - rows[own] - columns[j]
            if reduced < least[j]:
                least[j], before[j] = reduced, column
            if least[j] < step:
                step, following = least[j], j
        for j in range(size + 1):
            if done[j]:
                rows[partner[j]] += step
                columns[j] -= step
            else:
                least[j] -= step
        column = following
    while column:
        partner[column], column = partner[before[column]], before[column]


def ceafe(gold, read):
    """The similarity of the chains that go together best."""
    return best_assignment([[similarity(a, b) for b in read] for a in gold]), len(gold)


def f1_of(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def conll(documents):
    """Yields (name, precision, recall, F1) of each measure, and last their mean."""
    means = []
    for name, measure in (("MUC", muc), ("B3", b3), ("CEAFe", ceafe)):
        found = [measure(gold, read) for gold, read in documents]
        said = [measure(read, gold) for gold, read in documents]
        ratio = lambda counts: sum(right for right, _ in counts) / max(1e-9, sum(total for _, total in counts))
        precision, recall = ratio(said), ratio(found)
        means.append((precision, recall, f1_of(precision, recall)))
        yield name, *means[-1]
    yield "CoNLL", *(sum(column) / len(means) for column in zip(*means))
