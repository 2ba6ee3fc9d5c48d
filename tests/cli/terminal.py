# SPDX-License-Identifier: Apache-2.0
"""A window of tmux that a test types into and looks at."""

import subprocess
import time
from pathlib import Path

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


def exit_status_of(tests, terminal):
    """Runs each in the window, until one fails, and closes it."""
    try:
        for test in tests:
            test(terminal)
            print(f"{test.__name__}: as expected")
    except Failure as failure:
        print(f"{test.__name__}: {failure}")
        return 1
    finally:
        terminal.close()
    return 0


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
