#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes the wheel, installs it in a virtual environment here and in a minimal Debian 12 without a compiler, and runs it
# in both. Needs root, debootstrap, the network for packages, and 2 GB in /var/tmp. Usage: packaging/check_wheel.sh
set -euo pipefail
cd "$(dirname "$0")/.."
. cmake/prepare.sh

root=$(mktemp -d /var/tmp/dossier_wheel.XXXXXX)
trap 'rm -rf "$root"' EXIT
cat >"$root/use.py" <<'PYTHON'
import importlib.metadata
import dossier
with dossier.KnowledgeBase("facts.db") as kb:
    print(kb.ingest_text("Anna Berg visited Oslo on 3 May 2021. She met Jon Dahl.", "note.txt"))
    print(kb.why("Anna Berg", "r:visit", "Oslo")[0].text)
stores = importlib.metadata.entry_points(group="rdf.plugins.store")
assert [store.value for store in stores if store.name == "Dossier"], stores
PYTHON

say "pip wheel ."
/usr/bin/python3 -m venv "$root/venv"
"$root/venv/bin/pip" wheel --quiet --no-deps --wheel-dir build/wheel .
wheel=$(ls -t build/wheel/dossier-*.whl | head -1)
ls -l "$wheel"

say "in a virtual environment"
"$root/venv/bin/pip" install --quiet --no-index "$wheel"
(cd "$root" && env -u PYTHONPATH venv/bin/python use.py)

say "in a minimal Debian 12"
debootstrap --variant=minbase --include=python3,python3-venv bookworm "$root/debian" >/dev/null
cp "$wheel" "$root/use.py" "$root/debian/root"
chroot "$root/debian" sh -euc '
  cd /root
  ! command -v gcc
  python3 -m venv venv
  venv/bin/pip install --quiet --no-index dossier-*.whl
  venv/bin/python use.py
'
say "the wheel installs and runs"
