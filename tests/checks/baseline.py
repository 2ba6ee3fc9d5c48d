# SPDX-License-Identifier: Apache-2.0
"""Lists of what is not yet as it should be, which may only shrink.

A list is a text file: comments after '#', then a line "NUMBER KEY" for each exception. A number that
grew and a key that is not listed are problems. Numbers that fell are reported; `--update` lowers
them in the file. It never raises a number and never adds a line.
"""


def read(path):
    allowed = {}
    for line in path.read_text().splitlines():
        if line and not line.startswith("#"):
            number, key = line.split(" ", 1)
            allowed[key] = int(number)
    return allowed


def compare(path, found, what):
    """The problems of `found` (key to number) against the list; `what` formats a problem."""
    allowed = read(path)
    return [what(key, number, allowed.get(key, 0)) for key, number in sorted(found.items())
            if number > allowed.get(key, 0)]


def slack(path, found):
    """Keys whose number could be lowered or whose line could go."""
    return [key for key, number in read(path).items() if found.get(key, 0) < number]


def lower(path, found):
    lines = []
    for line in path.read_text().splitlines():
        if line and not line.startswith("#"):
            number, key = line.split(" ", 1)
            now = min(int(number), found.get(key, 0))
            if now == 0:
                continue
            line = f"{now} {key}"
        lines.append(line)
    path.write_text("\n".join(lines) + "\n")


def judge(path, found, what, update):
    """Compares, reports slack, lowers the list if asked; returns the problems."""
    for key in slack(path, found):
        if not update:
            print(f"{path.name}: lower '{key}' with --update")
    if update:
        lower(path, found)
    return compare(path, found, what)
