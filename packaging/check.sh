#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Checks the packages that build.sh made: lintian without errors; installed and run in a minimal Debian 12.
# Needs root, debootstrap, lintian, the network for packages, and 2 GB in /var/tmp. Usage: packaging/check.sh
set -euo pipefail
cd "$(dirname "$0")/.."
. cmake/prepare.sh

packages=build/package/packages
say "lintian"
# Packages that are not given away need no address: set DEBFULLNAME and DEBEMAIL for build.sh.
lintian --allow-root --fail-on error --suppress-tags bogus-mail-host "$packages"/*.deb

root=$(mktemp -d /var/tmp/dossier_packages.XXXXXX)
trap 'umount -q "$root/proc" || true; rm -rf "$root"' EXIT
say "a minimal Debian 12 in $root"
debootstrap --variant=minbase bookworm "$root" >/dev/null
mount -t proc proc "$root/proc"
cp "$packages"/*.deb examples/corpus/biography-amara-nduka.txt "$root/root"

say "installing"
chroot "$root" sh -c 'apt-get -qq update && cd /root && apt-get -qq install -y --no-install-recommends ./*.deb >/dev/null'

say "running"
chroot "$root" sh -euc '
  cd /root
  dossier ingest facts.db biography-amara-nduka.txt
  dossier docs facts.db
  test -e /usr/share/man/man1/dossier.1.gz
  python3 -c "
import dossier
with dossier.KnowledgeBase(\"facts.db\", read_only=True) as kb:
    (document,) = kb.documents()
    print(document.headline, document.facts, \"facts\")
    print(kb.why(\"Amara Nduka\", limit=1)[0].text)
"
  apt-get -qq purge -y dossier libdossier0.2 libdossier-dev python3-dossier >/dev/null
  test ! -e /usr/bin/dossier
'
say "the packages install, run, and leave"
