#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""An analyst's 27 questions over the transcripts, done on the page in headless Chromium as a person does
them: typed into the search box, clicked, chosen. The page then has to say what is expected. Prints the keys.

Usage: questions_test.py DOSSIER
Needs the shared folder (DOSSIER_SHARED, default ../shared).
"""

import os
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "eval"))

from browser import SIZES, Browser, need_chromium  # noqa: E402
from keystrokes import keys  # noqa: E402
from served import Checks, scratch, serving, skip  # noqa: E402

from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402

# What can be pressed and is called so: exactly, else with a number behind it ("planned 17").
FIND = """
const wanted = arguments[0];
const all = [...document.querySelectorAll('a, button, summary')].filter((e) => e.offsetParent || e.closest('svg'));
const text = (e) => e.textContent.trim();
return all.find((e) => text(e) === wanted) || all.find((e) => text(e).replace(/ [\d,]+$/, '') === wanted);
"""
FIELD = """
const label = [...document.querySelectorAll('main label')].find((e) => e.firstChild.textContent.trim() === arguments[0]);
return label && label.querySelector('input, select');
"""
SET_DATE = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', {bubbles: true}))"


STALE = "document.querySelector('main').dataset.ready = 'old'"


def press(browser, name):
    element = browser.driver.execute_script(FIND, name)
    if element is None:
        raise LookupError(f"nothing is called {name!r}")
    browser.script(STALE)
    browser.press(element)
    browser.wait()


def choose(browser, option):
    """Some lists lead on at once, others wait for the button."""
    before = browser.driver.current_url
    browser.script(STALE)
    option.click()
    deadline = time.monotonic() + 1
    while browser.driver.current_url == before:
        if time.monotonic() > deadline:
            browser.script("document.querySelector('main').dataset.ready = 'yes'")
            return
        time.sleep(0.02)


def fill(browser, name, value):
    field = browser.driver.execute_script(FIELD, name)
    if field is None:
        raise LookupError(f"no field is called {name!r}")
    if field.tag_name == "select":
        option = next((one for one in field.find_elements(By.TAG_NAME, "option")
                       if re.sub(r" \(\d+\)$", "", one.text) == value), None)
        if option is None:
            raise LookupError(f"{name!r} has no choice {value!r}")
        choose(browser, option)
    elif field.get_attribute("type") == "date":
        browser.driver.execute_script(SET_DATE, field, value)
    else:
        field.send_keys(value)
    browser.wait()


def do(browser, steps):
    browser.open("/")
    for clicked, typed in re.findall(r"\[([^\]]*)\]|([^\[]+)", steps):
        name, equals, value = clicked.partition("=")
        if typed:
            browser.script(STALE)
            browser.one("#q").send_keys(typed, Keys.ENTER)
            browser.wait()
        elif equals:
            fill(browser, name, value)
        else:
            press(browser, clicked)


def main():
    need_chromium()
    shared = pathlib.Path(os.environ.get("DOSSIER_SHARED", ROOT.parent / "shared"))
    documents = sorted((shared / "corpus").glob("*.txt"))
    if not documents:
        skip(f"there are no transcripts in {shared}")
    lines = (ROOT / "tests" / "eval" / "keystrokes.tsv").read_text().splitlines()
    rows = [line.split("\t") for line in lines if line and line[0] != "#"]
    dossier, checks = sys.argv[1], Checks()
    with scratch() as place:
        kb = place / "kb"
        subprocess.run([dossier, "ingest", kb, "--quiet", *documents], check=True)
        with serving(dossier, kb) as server:
            browser = Browser(server.origin, SIZES["wide"], "light")
            try:
                for question, _, steps, _, expected in rows:
                    try:
                        do(browser, steps)
                    except LookupError as error:
                        checks.true(question, False, f"{error} on {browser.driver.current_url}")
                        continue
                    shown = " ".join(browser.text().split())
                    for part in filter(None, expected.split("; ")):
                        checks.true(f"{question}: {part}", part in shown, shown[:300])
                    checks.equal(f"{question}: log", browser.log(), [])
            finally:
                browser.driver.quit()
    print(f"{len(rows)} questions, {sum(keys(row[2]) for row in rows)} keys")
    checks.end()


main()
