#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The way of a stranger with Python, timed: on a fresh Debian 12, in a chroot made by debootstrap, the packages, a clone,
# `pip install .` in a virtual environment, and the first sentence that says a fact.
#
# Usage: tests/bare/stranger.sh [--ccache DIR] [--keep]   (as root)
#   --ccache DIR  start with a copy of this compiler cache, which must have been filled with the settings
#                 compiler_check=content and hash_dir=false; without it, everything is compiled
#   --keep        keep the chroot and print where it is
set -euo pipefail
cd "$(dirname "$0")/../.."
. cmake/prepare.sh
. tests/bare/chroot.sh

cache= keep=
while [ $# -gt 0 ]; do
  case $1 in
    --ccache) cache=$(realpath "${2:?--ccache needs a folder}"); shift 2 ;;
    --keep) keep=1; shift ;;
    *) sed -n 's/^# \{0,1\}//; 2,11p' "$0"; exit 2 ;;
  esac
done
make_chroot

# step NAME COMMAND...: runs it, and keeps how long it took, and how much processor time.
table=()
step() {
  local name=$1 TIMEFORMAT='%1R | %1U'
  shift
  say "$name"
  { time "$@" 2>&3; } 3>&2 2>"$root/step"
  table+=("| $name | $(cat "$root/step") |")
}

packages() {
  # shellcheck disable=SC2046  # one word a package
  chroot "$root" env DEBIAN_FRONTEND=noninteractive sh -c 'apt-get -qq update &&
    apt-get -qq install -y --no-install-recommends "$@" >/dev/null' sh $(packages_of build python) python3-venv git
}

fetch() {
  copy_tree /home/user
  chroot "$root" chown -R user: /home/user/dossier
}

install() {
  as user:user /home/user python3 -m venv venv
  as user:user /home/user venv/bin/pip install --quiet .
}

first_evidence() {
  as user:user /home/user venv/bin/python -c '
import dossier
with dossier.KnowledgeBase("/home/user/facts.db") as kb:
    kb.ingest("examples/corpus/biography-amara-nduka.txt")
    print(kb.why("Amara Nduka", "r:president_of")[0].text)'
}

step "apt-get install (packages of cmake/packages.txt)" packages
step "the source" fetch
step "pip install ." install
step "ingest a document, first evidence" first_evidence
echo
echo "| step | seconds | of processor time |"
echo "| --- | --- | --- |"
printf '%s\n' "${table[@]}"
