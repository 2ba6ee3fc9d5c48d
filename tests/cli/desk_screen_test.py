#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the prompt shows and who has the keyboard, in a real terminal through tmux: pagers, contradictions in
words, words that begin nothing, colours.

Ends with status 77 (skipped) where tmux is missing.
"""

import sys

from desk_window import run_in_window, says, start
from terminal import Failure, clear, wait_last, wait_part


def test_it_starts(terminal):
    start(terminal)


def test_pager_of_one_result(terminal):
    """The program that reads a result has the keyboard only while it shows that."""
    for command in (".once |less", ".output |less"):
        says(terminal, ".output")
        clear(terminal)
        terminal.enter(command)
        wait_last(terminal, "kb [|less]>")
        terminal.enter("SELECT ?where { ?any r:visit ?where };")
        wait_last(terminal, "(END)")
        wait_part(terminal, "Oslo")
        terminal.key("q")
        wait_last(terminal, "kb>" if command.startswith(".once") else "kb [|less]>")
    says(terminal, ".output")


def test_contradictions_are_told_in_words(terminal):
    says(terminal, ".conflicts", "two numbers: fire in Hamar killed 17 people | fire in Hamar killed 12 people",
         "two values: Carl Lund birth date 1961 | Carl Lund birth date 1963", "2 conflicts")
    terminal.enter(".quit")
    wait_part(terminal, "left with 0")
    terminal.enter("clear; dossier conflicts kb; echo left with $?")
    wait_part(terminal, "two numbers: fire in Hamar killed 17 people | fire in Hamar killed 12 people")
    wait_part(terminal, "left with 0")
    start(terminal)


def test_lone_words(terminal):
    says(terminal, "exot", "error: nothing begins with exot; did you mean exit?")
    says(terminal, "help", ".output [FILE | |COMMAND]", "by the exact name of one thing")
    clear(terminal)
    terminal.enter("select")
    terminal.enter("* { ?any r:visit ?where };")
    wait_part(terminal, "Oslo")
    wait_last(terminal, "kb>")


def colours_of(terminal, variables):
    """What the terminal is told while the prompt starts, a query is typed and answered, and one is refused."""
    terminal.enter(f"clear; {variables} dossier kb; echo left with $?")
    wait_last(terminal, "kb>")
    terminal.enter("SELECT ?where { ?any r:visit ?where };")
    wait_part(terminal, "1 row")
    terminal.enter(".nonsense")
    wait_part(terminal, "there is no command .nonsense")
    shown = terminal.run("capture-pane", "-e", "-p")
    terminal.enter(".quit")
    wait_part(terminal, "left with 0")
    return shown


def test_colours_are_left_out_where_nobody_wants_them(terminal):
    terminal.enter(".quit")
    wait_part(terminal, "left with 0")
    if "\x1b[" not in colours_of(terminal, ""):
        raise Failure("a query has no colours")
    for variables in ("NO_COLOR=1", "TERM=dumb"):
        if "\x1b[" in colours_of(terminal, variables):
            raise Failure(f"with {variables} there are colours")
    start(terminal)


TESTS = [test_it_starts, test_pager_of_one_result, test_contradictions_are_told_in_words, test_lone_words,
         test_colours_are_left_out_where_nobody_wants_them]


if __name__ == "__main__":
    sys.exit(run_in_window(TESTS))
