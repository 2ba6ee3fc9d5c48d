# SPDX-License-Identifier: Apache-2.0
"""A plugin of pytest: of RDFLib's own tests, runs those of each store for the store "Dossier"."""

import pytest
import rdflib.plugin
import rdflib.store

# Tests of RDFLib that cannot pass here, and why.
SKIPPED = {
    "testGuessFormatForParse": "fetches pages from the network",
}


def pytest_configure(config):
    rdflib.plugin.register("Dossier", rdflib.store.Store, "dossier.rdflib_store", "DossierStore")


def pytest_collection_modifyitems(config, items):
    chosen = [item for item in items if getattr(item.cls, "store", None) == "Dossier"]
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen
    for item in items:
        if item.name in SKIPPED:
            item.add_marker(pytest.mark.skip(reason=SKIPPED[item.name]))
