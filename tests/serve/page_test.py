#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The page in headless Chromium: each view is opened, used and looked at, wide and narrow, light and
dark. With DOSSIER_SCREENSHOTS set to a folder, a picture of each is left there.

Usage: page_test.py DOSSIER
"""

import os
import pathlib
import sys

from browser import SIZES, VIEWS, Browser, example_base, need_chromium
from page_review import rename, review
from served import TOKEN, Checks, scratch, serving

from selenium.webdriver.common.keys import Keys

# What a screen reader needs: names of fields, buttons, links and pictures; one main heading; no
# identifier twice; a language; text that stands out from its ground (WCAG 2.1, 4.5 to 1).
ACCESSIBILITY = r"""
const faults = [];
const name = (e) => (e.getAttribute('aria-label') || e.textContent || e.title || '').trim();
for (const e of document.querySelectorAll('a[href], button, summary')) if (!name(e)) faults.push('no name: ' + e.outerHTML.slice(0, 90));
for (const e of document.querySelectorAll('input:not([type=hidden]), select, textarea'))
  if (!e.labels.length && !e.getAttribute('aria-label')) faults.push('no label: ' + e.outerHTML.slice(0, 90));
for (const e of document.querySelectorAll('svg')) if (!e.getAttribute('aria-label') && !e.getAttribute('aria-hidden')) faults.push('no name: svg');
const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
if (new Set(ids).size !== ids.length) faults.push('an identifier twice');
if (document.querySelectorAll('h1').length !== 1) faults.push(document.querySelectorAll('h1').length + ' main headings');
if (!document.documentElement.lang) faults.push('no language');
const rgb = (text) => (/rgba?\(([^)]+)\)/.exec(text) || [0, '0,0,0,0'])[1].split(/[ ,\/]+/).map(Number);
const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const ground = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
  if (c.length < 4 || c[3] > 0.9) return c; } return [255, 255, 255]; };
for (const e of document.querySelectorAll('main *, header *')) {
  const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
  if (!own || e.closest('svg, textarea, .hidden, option') || !e.offsetParent) continue;
  const color = rgb(getComputedStyle(e).color);
  if (color.length === 4 && color[3] === 0) continue;
  const [a, b] = [light(color), light(ground(e))].sort((x, y) => y - x);
  if ((a + 0.05) / (b + 0.05) < 4.45) faults.push(`contrast ${((a + 0.05) / (b + 0.05)).toFixed(2)}: ${e.tagName} ${e.className} ${e.textContent.slice(0, 30)}`);
}
return faults;
"""


# What a finger has to hit and does not stand in running text: 24 pixels at least (WCAG 2.2, 2.5.8).
TOUCHED = """
return [...document.querySelectorAll('main button, input, select, summary, header a, .export, .names a, .items > li > a, td a')]
  .filter((e) => e.offsetParent && !e.closest('.hidden, svg') && e.type !== 'checkbox')
  .map((e) => [e, e.getBoundingClientRect()]).filter(([, box]) => Math.round(box.height) < 24 || Math.round(box.width) < 24)
  .map(([e, box]) => `${e.tagName} ${e.className} ${e.textContent.slice(0, 20)} ${Math.round(box.width)}x${Math.round(box.height)}`);
"""


def look(browser, checks, folder, mode):
    """Every view: nothing in the log, nothing beyond the edge, readable, with content."""
    for name, address in VIEWS.items():
        browser.open(address)
        what = f"{name}, {mode}"
        checks.equal(f"{what}: log", browser.log(), [])
        checks.equal(f"{what}: problem", [e.text for e in browser.all(".problem")], [])
        checks.true(f"{what}: heading", browser.one("h1").text != "")
        checks.true(f"{what}: within the edge", browser.script("return document.documentElement.scrollWidth") <= browser.width)
        checks.equal(f"{what}: accessible", browser.script(ACCESSIBILITY), [])
        if browser.width < 500:
            checks.equal(f"{what}: large enough for fingers", browser.script(TOUCHED), [])
        if folder:
            browser.driver.save_screenshot(str(folder / f"{name}-{mode}.png"))


def use(browser, checks):
    """Clicks and keys."""
    browser.open(VIEWS["document"])
    checks.equal("the chosen sentence", browser.one(".chosen").get_attribute("id"), "s4")
    checks.true("its facts", len(browser.all(".panel .card")) >= 2)
    browser.one("#s3 button").click()
    checks.true("a click chooses", "at=3" in browser.driver.current_url)
    browser.one("body").send_keys("j")
    checks.equal("a key goes on", browser.one(".chosen").get_attribute("id"), "s4")
    browser.one("#s1 a.organization").click()
    browser.wait()
    checks.equal("a name leads to its card", browser.one("h1").text, "Lake Basin Commission")
    browser.one("body").send_keys("/")
    browser.driver.switch_to.active_element.send_keys("Nyando", Keys.ENTER)
    browser.wait()
    checks.true("the search", "/search?q=Nyando" in browser.driver.current_url and len(browser.all("mark")) > 0)
    browser.open(VIEWS["ask"])
    checks.true("a question is answered", "Henrik Dahl" in browser.one(".cards").text, browser.one("main").text)
    browser.one("form[action='/ask'] input[name=q]").send_keys("Where?", Keys.ENTER)
    browser.wait()
    checks.true("and one after it", "Nairobi" in browser.one(".cards").text and "In full: where did Henrik Dahl meet" in browser.one("main").text,
                browser.one("main").text)
    browser.open("/facts")
    all_rows = browser.one("p.quiet").text
    next(e for e in browser.all(".chip") if e.text.startswith("denied")).click()
    browser.wait()
    checks.true("a facet narrows", browser.one("p.quiet").text != all_rows and "status=denied" in browser.driver.current_url)
    browser.open(VIEWS["timeline"])
    first = browser.one(".times li")
    checks.equal("an open time says so", first.find_element("css selector", ".date").text, "since 1998")
    bar = first.find_element("css selector", ".bar").get_attribute("width")
    checks.true("and its bar goes on", float(bar) > 150, bar)
    browser.open(VIEWS["why"])
    checks.equal("what several facts have in common", browser.one("h1").text, "What is said of Henrik Dahl")
    browser.open("/path?from=Nduka&to=Dahl")
    checks.equal("a part of a name is enough", browser.one("h1").text, "Amara Nduka → Henrik Dahl")
    browser.open("/entity?id=Daniel+Ouma")
    marks = browser.all(".card a.tag")
    checks.equal("contradicted values are marked", [(e.text, e.get_attribute("href").endswith("/conflicts")) for e in marks], [("contradicted", True)] * 2)
    browser.open("/facts?about=urn:dossier:entity:Kisumu_Pump_Works")
    rows = len(browser.all("tbody tr"))
    checks.true("repeated facts are left out", "left out" in browser.text())
    browser.open("/facts?about=urn:dossier:entity:Kisumu_Pump_Works&fold=0")
    checks.true("and can be seen", len(browser.all("tbody tr")) > rows)
    browser.open("/search?q=lake")
    checks.true("descriptions stand behind a click", "things that are described so" in browser.text() or "thing that is described so" in browser.text())
    browser.open(VIEWS["graph"])
    nodes = len(browser.all(".node"))
    browser.script("document.querySelector('.node.person').dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))")
    checks.true("a name expands", browser.until(lambda: len(browser.all(".node")) > nodes))
    browser.open("/query")
    area = browser.one("#sparql")
    browser.script("const a = document.getElementById('sparql'); a.value = ''; a.dispatchEvent(new Event('input'))")
    area.send_keys("SEL")
    checks.true("completion", browser.until(lambda: [e.text for e in browser.all(".proposals li")] == ["SELECT"]))
    area.send_keys(Keys.ENTER, " ?f { ?f a k:Fact } LIMIT 3", Keys.CONTROL, Keys.ENTER)
    checks.true("the rows", browser.until(lambda: len(browser.all("tbody tr")) == 3))
    browser.open("/query?query=SELECT+*+%7B")
    checks.true("a mistake is shown where it is", browser.until(lambda: browser.all(".problem pre")))
    browser.open(VIEWS["saved"])
    checks.true("a saved query as a form", browser.until(lambda: browser.all("tbody tr")) and browser.all("form input"))


def narrow(browser, checks):
    browser.open(VIEWS["facts"])
    width = browser.script("return document.querySelector('td.evidence').getBoundingClientRect().width")
    checks.true("a sentence has the width of the window", width > 300, width)


def hostile(browser, checks):
    browser.open(VIEWS["hostile"])
    checks.true("markup of documents is text", browser.driver.title.startswith("<img") and not browser.all("main img, main b, main script"))


def corrections(dossier, kb, checks):
    with serving(dossier, kb, "--edit", "--token", TOKEN) as server:
        browser = Browser(server.origin, SIZES["wide"], "light")
        try:
            browser.driver.get(server.origin + "/entity?id=Amara+Nduka")
            field = browser.one("input[type=password]")
            field.send_keys(TOKEN, Keys.ENTER)
            browser.wait()
            checks.true("the token leaves the address", TOKEN not in browser.driver.current_url)
            browser.open("/entity?id=Amara+Nduka")
            browser.one("details.corrections summary").click()
            browser.one("input[name=gone]").send_keys("Henrik Dahl")
            browser.one("details.corrections form button").click()
            checks.true("merged", browser.until(lambda: "merged Henrik Dahl" in browser.text()))
            browser.wait()
            browser.one("details.corrections summary").click()
            browser.all("details.corrections form button")[-1].click()
            checks.true("undone", browser.until(lambda: "Amara Nduka" in browser.text() and "merged" not in browser.text()))
            rename(browser, checks)
            review(browser, checks, VIEWS["hostile"])
        finally:
            browser.driver.quit()


def main():
    need_chromium()
    dossier, checks = sys.argv[1], Checks()
    folder = os.environ.get("DOSSIER_SCREENSHOTS")
    folder = pathlib.Path(folder) if folder else None
    with scratch() as place:
        kb = example_base(dossier, place)
        with serving(dossier, kb) as server:
            for size, scheme in (("wide", "light"), ("narrow", "light"), ("wide", "dark"), ("narrow", "dark")):
                browser = Browser(server.origin, SIZES[size], scheme)
                try:
                    look(browser, checks, folder, f"{size}-{scheme}")
                    if (size, scheme) == ("wide", "light"):
                        use(browser, checks)
                        hostile(browser, checks)
                    if (size, scheme) == ("narrow", "light"):
                        narrow(browser, checks)
                finally:
                    browser.driver.quit()
        corrections(dossier, kb, checks)
    checks.end()


main()
