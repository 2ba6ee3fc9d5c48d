#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The shell in a real terminal, through tmux: editing, completion, Ctrl-C, history, narrow windows.

Ends with status 77 (skipped) where tmux is missing.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SKIPPED = 77
PATIENCE = 20  # seconds until a screen that does not come is a failure


class Terminal:
    """A tmux server of our own with one window that runs a command."""

    def __init__(self, folder, environment, width, height):
        self.base = ["tmux", "-S", str(Path(folder) / "tmux"), "-f", "/dev/null"]
        self.environment = environment
        self.run("new-session", "-d", "-x", str(width), "-y", str(height), "bash --norc")
        self.run("set-option", "-g", "status", "off")

    def run(self, *arguments):
        done = subprocess.run(self.base + list(arguments), env=self.environment, check=True,
                              capture_output=True, text=True)
        return done.stdout

    def type(self, text):
        # tmux takes a semicolon at the end of a word for its own.
        self.run("send-keys", "-l", text[:-1] + "\\;" if text.endswith(";") else text)

    def key(self, *names):
        self.run("send-keys", *names)

    def enter(self, text):
        self.type(text)
        self.key("Enter")

    def screen(self):
        return [line.rstrip() for line in self.run("capture-pane", "-p").rstrip("\n").split("\n")]

    def close(self):
        self.run("kill-server")


class Failure(Exception):
    pass


def wait_for(terminal, what, condition):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if condition(terminal.screen()):
            return
        time.sleep(0.05)
    raise Failure(f"{what} did not come; the screen shows\n" + "\n".join(terminal.screen()))


def wait_line(terminal, text):
    wait_for(terminal, f"the line {text!r}", lambda lines: text in lines)


def wait_part(terminal, text):
    wait_for(terminal, f"a line with {text!r}", lambda lines: any(text in line for line in lines))


def wait_last(terminal, text):
    wait_for(terminal, f"{text!r} as the last line",
             lambda lines: [line for line in lines if line][-1:] == [text])


def clear(terminal):
    terminal.key("C-l")
    wait_for(terminal, "an empty screen", lambda lines: len([line for line in lines if line]) == 1)


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
    terminal.enter("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . "
                   "?m ?n2 ?o . ?p ?q ?r . ?s ?t ?u FILTER(STR(?a) > STR(?s)) };")
    time.sleep(1)
    terminal.key("C-c")
    wait_part(terminal, "interrupted")
    wait_last(terminal, "kb>")


def test_interrupt_drops_a_line(terminal):
    clear(terminal)
    terminal.enter("SELECT ?x {")
    terminal.type("?x ?y")
    terminal.key("C-c")
    wait_last(terminal, "kb>")
    terminal.enter("ASK {};")
    wait_line(terminal, "yes")


def test_narrow_window(terminal):
    terminal.run("resize-window", "-x", "40", "-y", "20")
    clear(terminal)
    terminal.enter('SELECT ("a rather long text that a narrow window cannot show" AS ?x) {};')
    wait_part(terminal, "a rather long text that a narrow window…"[:39])
    lines = terminal.screen()
    if not any(line.endswith("…") for line in lines):
        raise Failure("no cell was cut:\n" + "\n".join(lines))
    terminal.run("resize-window", "-x", "90", "-y", "40")


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
         test_interrupt_stops_a_query, test_interrupt_drops_a_line, test_narrow_window,
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
        terminal = Terminal(folder, environment, 90, 40)
        try:
            for test in TESTS:
                test(terminal)
                print(f"{test.__name__}: as expected")
        except Failure as failure:
            print(f"{test.__name__}: {failure}")
            return 1
        finally:
            terminal.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
