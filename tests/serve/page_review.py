# SPDX-License-Identifier: Apache-2.0
"""Names, facts and the review queue, corrected on the page: parts of page_test.py."""


def rename(browser, checks):
    browser.open("/entity?id=Henrik+Dahl")
    browser.one("details.corrections summary").click()
    field = browser.one("details.corrections input[name=name]")
    field.clear()
    field.send_keys("Henrik J. Dahl", "\n")
    checks.true("renamed", browser.until(lambda: "called Henrik J. Dahl" in browser.text()))
    browser.wait()
    browser.one("details.corrections summary").click()
    browser.press(browser.all("details.corrections form button")[-1])
    checks.true("has its name again", browser.until(lambda: "Henrik J. Dahl" not in browser.text() and "Henrik Dahl" in browser.text()))


def review(browser, checks, document):
    """A fact is rejected from the document, and from the queue; each is undone."""
    browser.open(document)
    browser.press(browser.one("button.small"))
    checks.true("rejected in its document", browser.until(lambda: "Rejected." in browser.text()))
    browser.open("/review")
    checks.true("it is among the decisions", "rejected a fact of" in browser.text())
    browser.press(browser.one("#decided ~ ol button"))
    checks.true("and undone", browser.until(lambda: "rejected a fact of" not in browser.text()))
    browser.open("/review?kind=conflict")
    checks.true("the queue has the two places of birth", "Mombasa" in browser.text() and "Kisumu" in browser.text())
    titles = lambda: browser.script("return [...document.querySelectorAll('ul.pairs h3')].map((one) => one.textContent)")
    before = titles()
    browser.press(browser.all(".choices button")[0])
    checks.true("accepted", browser.until(lambda: "Done." in browser.text()))
    browser.open("/review?kind=conflict")
    checks.true("decided is not asked again", before[0] not in titles())
    browser.press(browser.one("#decided ~ ol button"))
    checks.true("undone", browser.until(lambda: titles() == before))
    browser.press(browser.all(".choices button")[-1])
    checks.true("declined", browser.until(lambda: "Declined." in browser.text()))
