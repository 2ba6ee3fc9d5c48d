#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The shell in a real terminal, through tmux: editing, completion, Ctrl-C, history, narrow windows.

Ends with status 77 (skipped) where tmux is missing.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from terminal import Failure, Terminal, clear, exit_status_of, wait_for, wait_last, wait_line, wait_part

SKIPPED = 77


def start(terminal):
    terminal.enter("clear; dossier kb; echo left with $?")
    wait_part(terminal, "dossier ")
    wait_last(terminal, "kb>")


def test_query_over_lines(terminal):
    start(terminal)
    terminal.enter("SELECT ?who")
    wait_last(terminal, "  >")
    terminal.enter("WHERE { ?who a schema:Person ;")
    terminal.enter("  r:visit e:Oslo } ORDER BY ?who;")
    wait_line(terminal, "Ada Brandt")
    wait_line(terminal, "Ben Okoro")
    wait_part(terminal, "2 rows in ")
    wait_last(terminal, "kb>")


def test_empty_line_ends_a_query(terminal):
    terminal.enter("ASK { e:Ada_Brandt r:visit e:Oslo }")
    terminal.key("Enter")
    wait_line(terminal, "yes")
    wait_last(terminal, "kb>")


def test_error_points_into_the_text(terminal):
    clear(terminal)
    terminal.enter("SELECT ?x WHERE { ?x r:visit };")
    wait_part(terminal, "error: 1:")
    wait_part(terminal, "^")
    wait_last(terminal, "kb>")


def test_empty_result_helps(terminal):
    terminal.enter("SELECT * { ?x r:visits ?y };")
    wait_part(terminal, "0 rows")
    wait_line(terminal, "r:visits is not in this knowledge base; did you mean r:visit?")


def test_completion(terminal):
    clear(terminal)
    terminal.type("sele")
    terminal.key("Tab")
    wait_last(terminal, "kb> SELECT")
    terminal.type("* { e:ben")
    terminal.key("Tab")
    wait_last(terminal, "kb> SELECT * { e:Ben_Okoro")
    terminal.type("r:ag")
    terminal.key("Tab")
    terminal.type("?age };")
    wait_last(terminal, "kb> SELECT * { e:Ben_Okoro r:age ?age };")
    terminal.key("Enter")
    wait_part(terminal, " 44")
    wait_last(terminal, "kb>")
    terminal.type(".ab")
    terminal.key("Tab")
    terminal.type("Ada")
    terminal.key("Tab")
    wait_last(terminal, "kb> .about Ada Brandt")
    terminal.key("Enter")
    wait_line(terminal, "Ada Brandt  e:Ada_Brandt")
    clear(terminal)
    terminal.type(".s")
    terminal.key("Tab")
    wait_part(terminal, ".saved")
    wait_part(terminal, ".schema")
    terminal.key("C-u")


def test_history_goes_back(terminal):
    clear(terminal)
    terminal.key("Up", "Up")
    wait_last(terminal, "kb> SELECT * { e:Ben_Okoro r:age ?age };")
    terminal.key("C-u")
    wait_last(terminal, "kb>")


def test_recalled_query_with_a_comment(terminal):
    clear(terminal)
    terminal.enter("ASK { # is there anything?")
    wait_last(terminal, "  >")
    terminal.enter("?s ?p ?o };")
    wait_line(terminal, "yes")
    wait_last(terminal, "kb>")
    clear(terminal)
    terminal.key("Up", "Enter")
    wait_line(terminal, "yes")
    wait_last(terminal, "kb>")


def test_unicode_typed(terminal):
    clear(terminal)
    terminal.enter('SELECT ("Zoë 東京" AS ?x) {};')
    wait_line(terminal, "Zoë 東京")
    wait_last(terminal, "kb>")


def test_interrupt_stops_a_query(terminal):
    clear(terminal)
    terminal.enter("SELECT (COUNT(?u) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . "
                   "?m ?n2 ?o . ?p ?q ?r . ?s ?t ?u FILTER(STR(?a) > STR(?s)) };")
    time.sleep(1)
    terminal.key("C-c")
    wait_part(terminal, "interrupted")
    wait_last(terminal, "kb>")


def test_interrupt_stops_a_script_and_says_so_once(terminal):
    clear(terminal)
    Path("long.rq").write_text(
        "SELECT (COUNT(?u) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o . ?p ?q ?r . "
        "?s ?t ?u FILTER(STR(?a) > STR(?s)) };\n")
    terminal.enter(".read long.rq")
    time.sleep(1)
    terminal.key("C-c")
    wait_part(terminal, "interrupted")
    wait_last(terminal, "kb>")
    said = "\n".join(terminal.screen()).count("interrupted")
    if said != 1:
        raise Failure(f"interrupted is said {said} times")


def test_interrupt_drops_a_line(terminal):
    clear(terminal)
    terminal.enter("SELECT ?x {")
    terminal.type("?x ?y")
    terminal.key("C-c")
    wait_last(terminal, "kb>")
    terminal.enter("ASK {};")
    wait_line(terminal, "yes")


def test_colours_while_typing(terminal):
    clear(terminal)
    terminal.type('selet ?who { ?who r:visit "x" } # why')
    wait_last(terminal, 'kb> selet ?who { ?who r:visit "x" } # why')
    for _ in range(len('t ?who { ?who r:visit "x" } # why')):
        terminal.key("Left")
    terminal.type("c")
    wait_last(terminal, 'kb> select ?who { ?who r:visit "x" } # why')
    colours = {"select": 35, "?who": 33, "r:visit": 36, '"x"': 32}

    def is_coloured(_):
        shown = terminal.run("capture-pane", "-e", "-p")
        return all(re.search(rf"\x1b\[[\d;]*{code}m(\x1b\[[\d;]*m)*{re.escape(word)}", shown)
                   for word, code in colours.items())

    wait_for(terminal, "words in their colours", is_coloured)
    terminal.key("C-c")
    wait_last(terminal, "kb>")


def test_narrow_window(terminal):
    terminal.run("resize-window", "-x", "40", "-y", "20")
    clear(terminal)
    terminal.enter('SELECT ("a rather long text that a narrow window cannot show" AS ?x) {};')
    wait_part(terminal, "a rather long text that a narrow window…"[:39])
    lines = terminal.screen()
    if not any(line.endswith("…") for line in lines):
        raise Failure("no cell was cut:\n" + "\n".join(lines))
    terminal.run("resize-window", "-x", "90", "-y", "40")


def test_long_cells_wrap(terminal):
    terminal.run("resize-window", "-x", "40", "-y", "20")
    clear(terminal)
    terminal.enter(".mode wrapped")
    terminal.enter('SELECT ("a rather long text that a narrow window cannot show" AS ?x) {};')
    wait_part(terminal, "a rather long text that a narrow window")
    wait_line(terminal, "cannot show")
    terminal.enter(".mode table")
    terminal.run("resize-window", "-x", "90", "-y", "40")
    clear(terminal)


def test_review_asks(terminal):
    clear(terminal)
    terminal.enter('INSERT DATA { e:A_Brandt rdfs:label "A. Brandt" ; a schema:Person };')
    terminal.enter(".review duplicates")
    wait_part(terminal, "merge A. Brandt into Ada Brandt?")
    wait_last(terminal, "  y, n, s (skip), u (undo), q:")
    terminal.enter("what")
    wait_line(terminal, "write y to do it, n to decline it for good, s to leave it")
    terminal.enter("y")
    wait_part(terminal, "merged e:A_Brandt into e:Ada_Brandt (decision 1)")
    wait_part(terminal, "merge Georgia (place) into Georgia (country)?")
    terminal.enter("q")
    wait_last(terminal, "kb>")
    clear(terminal)
    terminal.enter(".review undo")
    wait_part(terminal, "reverted decision 1")
    terminal.enter(".review duplicates")
    wait_last(terminal, "  y, n, s (skip), u (undo), q:")
    terminal.enter("n")
    wait_part(terminal, "declined proposal d")
    terminal.enter("q")
    wait_last(terminal, "kb>")


def test_nothing_but_quit_ends_it(terminal):
    clear(terminal)
    terminal.enter("SELECT * {")
    wait_last(terminal, "  >")
    terminal.key("C-c")
    wait_last(terminal, "kb>")
    terminal.enter(".quit")
    wait_part(terminal, "left with 0")


def test_history_is_kept(terminal):
    start(terminal)
    terminal.key("Up")
    wait_last(terminal, "kb> .quit")
    terminal.key("C-u")
    terminal.key("C-d")
    wait_part(terminal, "left with 0")


def test_second_interrupt_leaves(terminal):
    start(terminal)
    terminal.key("C-c")
    wait_line(terminal, "Ctrl-C again or .quit leaves")
    wait_last(terminal, "kb>")
    terminal.key("C-c")
    wait_part(terminal, "left with 130")


TESTS = [test_query_over_lines, test_empty_line_ends_a_query, test_error_points_into_the_text,
         test_empty_result_helps, test_completion, test_history_goes_back,
         test_recalled_query_with_a_comment, test_unicode_typed,
         test_interrupt_stops_a_query, test_interrupt_stops_a_script_and_says_so_once,
         test_interrupt_drops_a_line, test_colours_while_typing,
         test_narrow_window, test_long_cells_wrap, test_review_asks,
         test_nothing_but_quit_ends_it, test_history_is_kept, test_second_interrupt_leaves]


def main():
    if shutil.which("tmux") is None:
        print("skipped: tmux is not installed")
        return SKIPPED
    program = Path(sys.argv[1]).resolve()
    data = Path(__file__).parent / "data" / "people.ttl"
    with tempfile.TemporaryDirectory(prefix="dossier-tty-",
                                     ignore_cleanup_errors=True) as folder:
        programs = Path(folder) / "bin"
        programs.mkdir()
        (programs / "dossier").symlink_to(program)
        environment = {"PATH": f"{programs}:{os.environ['PATH']}", "HOME": folder,
                       "LC_ALL": "C.UTF-8", "PS1": "$ ", "TERM": "xterm-256color"}
        subprocess.run(["dossier", "load", "--quiet", "kb", str(data)], cwd=folder,
                       env=environment, check=True)
        os.chdir(folder)
        return exit_status_of(TESTS, Terminal(folder, environment, 90, 40))


if __name__ == "__main__":
    sys.exit(main())
