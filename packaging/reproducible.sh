#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds the packages twice, in two folders with names of different lengths, and compares every byte.
#
# Usage: packaging/reproducible.sh [--ccache]
#   --ccache  allow the compiler cache, which makes the second build quick and the comparison of objects void: what
#             is linked, generated and packed is compared all the same
# What git has is built. Each build takes 2 GB in /var/tmp (TMPDIR).
set -euo pipefail
cd "$(dirname "$0")/.."
. cmake/prepare.sh

case ${1:-} in
  '') export CCACHE_DISABLE=1 ;;
  --ccache) ;;
  *) sed -n 's/^# \{0,1\}//; 3,8p' "$0"; exit 2 ;;
esac
root=$(mktemp -d "${TMPDIR:-/var/tmp}/dossier_twice.XXXXXX")
trap 'rm -rf "$root"' EXIT

# build FOLDER: the packages of a clone there.
build() {
  say "building in $1"
  git clone -q --depth 1 "file://$PWD" "$1"
  (cd "$1" && packaging/build.sh >"$root/log" 2>&1) || { tail -50 "$root/log"; return 1; }
}

build "$root/one"
build "$root/another-folder/two"
differing=0
for package in "$root"/one/build/package/packages/*.deb; do
  other=$root/another-folder/two/build/package/packages/$(basename "$package")
  if cmp "$package" "$other"; then
    sha256sum "$package" | sed "s|$root/one/build/package/packages/||"
  else
    differing=1
    for half in one other; do
      deb=$package
      [ $half = one ] || deb=$other
      mkdir -p "$root/unpacked/$half"
      dpkg-deb --raw-extract "$deb" "$root/unpacked/$half/$(basename "$package" .deb)"
    done
    diff -rq "$root/unpacked/one" "$root/unpacked/other" || true
  fi
done
[ $differing = 0 ] || { echo "error: the two builds differ" >&2; exit 1; }
say "the two builds are the same, byte for byte"
