#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every view of the page, checked by the rules of axe-core for accessibility, wide and narrow, light and
dark. Skipped without axe-core (npm package axe-core, found by DOSSIER_AXE, in node_modules here or
above, or where npm installs for all).

Usage: axe_test.py DOSSIER
"""

import os
import pathlib
import shutil
import subprocess
import sys

from browser import SIZES, VIEWS, Browser, example_base, need_chromium
from served import TOKEN, Checks, scratch, serving, skip

RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ['violations']}).then(
    (found) => done(found.violations.flatMap((rule) => rule.nodes.map(
        (node) => `${rule.id}: ${rule.help}: ${node.html.slice(0, 160)} ${node.failureSummary.split('\\n').slice(1).join(' ')}`))),
    (error) => done(['axe failed: ' + error]));
"""


def axe_script():
    places = [pathlib.Path(os.environ["DOSSIER_AXE"])] if os.environ.get("DOSSIER_AXE") else []
    inside = pathlib.Path("axe-core") / "axe.min.js"
    places += [folder / "node_modules" / inside for folder in pathlib.Path(__file__).resolve().parents]
    places += [pathlib.Path("/usr/share/nodejs") / inside, pathlib.Path("/usr/share/javascript") / inside]
    if shutil.which("npm"):
        found = subprocess.run(["npm", "root", "--global"], capture_output=True, text=True, check=False)
        places.append(pathlib.Path(found.stdout.strip()) / inside)
    for place in places:
        if place.is_file():
            return place.read_text()
    skip("there is no axe-core")
    return None


def check(browser, checks, axe, name):
    browser.script(axe)
    checks.equal(name, browser.driver.execute_async_script(RUN), [])


def check_corrections(dossier, kb, checks, axe):
    """What only --edit shows."""
    with serving(dossier, kb, "--edit", "--token", TOKEN) as server:
        browser = Browser(server.origin, SIZES["wide"], "light")
        try:
            browser.open_as_editor(TOKEN)
            for name in ("entity", "review", "document", "query"):
                browser.open(VIEWS[name])
                for more in browser.all("details"):
                    browser.driver.execute_script("arguments[0].open = true", more)
                check(browser, checks, axe, f"{name}, with corrections")
        finally:
            browser.driver.quit()


def main():
    need_chromium()
    axe = axe_script()
    dossier, checks = sys.argv[1], Checks()
    with scratch() as place:
        kb = example_base(dossier, place)
        with serving(dossier, kb) as server:
            for size, scheme in (("wide", "light"), ("narrow", "light"), ("wide", "dark")):
                browser = Browser(server.origin, SIZES[size], scheme)
                try:
                    for name, address in VIEWS.items():
                        browser.open(address)
                        check(browser, checks, axe, f"{name}, {size}, {scheme}")
                finally:
                    browser.driver.quit()
        check_corrections(dossier, kb, checks, axe)
    checks.end()


main()
