# SPDX-License-Identifier: Apache-2.0
"""Headless Chromium on the pages of `dossier serve`, and the views that its tests open."""

import pathlib
import shutil
import subprocess
import time

from served import skip, use_system_python

use_system_python("selenium")

from selenium import webdriver  # noqa: E402
from selenium.webdriver.chrome.options import Options  # noqa: E402
from selenium.webdriver.chrome.service import Service  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402

CORPUS = pathlib.Path(__file__).resolve().parents[2] / "examples"
HOSTILE = """<img src=x onerror="document.title='taken'"> & <script>document.title='taken'</script>

BERGEN, 2 June 2024 - Daniel Ouma was born in Mombasa. Ingrid <b>Solvang</b> met "Anna </script> Berg" in Oslo. \
Daniel Ouma was born in Kisumu.
"""
VIEWS = {
    "start": "/", "documents": "/documents", "document": "/document?id=urn:dossier:document:news-lake-deal&at=4",
    "hostile": "/document?id=urn:dossier:document:hostile", "entities": "/entities?kind=person",
    "entity": "/entity?id=Lake+Basin+Commission", "facts": "/facts?status=planned",
    "graph": "/graph?id=Lake+Basin+Commission", "path": "/path?from=Amara+Nduka&to=Henrik+Dahl",
    "timeline": "/timeline?id=Lake+Basin+Commission", "conflicts": "/conflicts", "search": "/search?q=lake",
    "ask": "/search?q=Who+met+Joseph+Mwangi%3F",
    "query": "/query?query=SELECT+%3Fwho+%3Fwhom+%7B+%3Ff+rdf:reifies+%3C%3C(+%3Fwho+r:meet+%3Fwhom+)%3E%3E+%7D",
    "saved": "/query?name=statements-about&p.topic=Lake+Basin+Commission",
    "review": "/review",
    "why": "/why?subject=urn:dossier:entity:Henrik_Dahl",
}
SIZES = {"wide": (1280, 800), "narrow": (390, 844)}


def need_chromium():
    if not shutil.which("chromium") or not shutil.which("chromedriver"):
        skip("there is no chromium or no chromedriver")


def example_base(dossier, place):
    """A knowledge base of the example documents, a hostile one and the example queries."""
    kb = place / "kb"
    (place / "hostile.txt").write_text(HOSTILE)
    subprocess.run([dossier, "ingest", kb, CORPUS / "corpus", place / "hostile.txt", "--quiet"], check=True)
    for query in sorted((CORPUS / "queries").glob("*.rq")):
        subprocess.run([dossier, "save", kb, query.stem, "-f", query], check=True, capture_output=True)
    return kb


class Browser:
    def __init__(self, origin, size, scheme):
        options = Options()
        options.binary_location = shutil.which("chromium")
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                         "--hide-scrollbars"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)
        self.origin, self.width = origin, size[0]
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size[0] < 500})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": scheme}]})

    def open(self, address):
        self.driver.get(self.origin + address)
        self.wait()

    def open_as_editor(self, token):
        """The first page asks for the token and keeps it."""
        self.driver.get(self.origin + "/?token=" + token)
        self.wait()

    def wait(self):
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            if self.script("const m = document.querySelector('main'); return m && m.dataset.ready === 'yes' && "
                           "!document.querySelector('[aria-busy=true]')"):
                time.sleep(0.05)
                return
            time.sleep(0.02)
        raise RuntimeError(f"{self.driver.current_url} is not ready")

    def until(self, what):
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            if what():
                return True
            time.sleep(0.03)
        return False

    def press(self, button):
        """Also below what the window shows."""
        self.driver.execute_script("arguments[0].click()", button)

    def script(self, text):
        return self.driver.execute_script(text)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def text(self):
        """Of the main part, hidden or not; of whichever page is there now."""
        return self.script("const m = document.querySelector('main'); return m ? m.textContent : ''")

    def log(self):
        return [entry["message"] for entry in self.driver.get_log("browser")]
