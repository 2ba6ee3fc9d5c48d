#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs both commands of the README on a fresh Debian 12, in a chroot made by debootstrap: as root, who gets the
# missing packages installed, and as an ordinary user without sudo.
#
# Usage: tests/bare/run.sh [--ccache DIR] [--quickstart-only] [--keep] [CTEST_ARGUMENT...]   (as root)
#   --ccache DIR       start with a copy of this compiler cache, which must have been filled with the settings
#                      compiler_check=content and hash_dir=false; without it, everything is compiled once for each user
#   --quickstart-only  leave out tests/run.sh
#   --keep             keep the chroot and print where it is
# CTEST_ARGUMENTs go to tests/run.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."
. cmake/prepare.sh
. tests/bare/chroot.sh

usage() {
  sed -n 's/^# \{0,1\}//; 2,12p' "$0"
  exit 2
}
cache= keep= quickstart_only=
while [ $# -gt 0 ]; do
  case $1 in
    --ccache) cache=$(realpath "${2:?--ccache needs a folder}"); shift 2 ;;
    --quickstart-only) quickstart_only=1; shift ;;
    --keep) keep=1; shift ;;
    --help) usage ;;
    *) break ;;
  esac
done
ctest_arguments=("$@")
make_chroot
copy_tree /root
copy_tree /home/user
chroot "$root" chown -R user: /home/user/dossier

# both WHO USER HOME: the README's commands must succeed.
both() {
  say "$1: ./examples/quickstart.sh"
  time as "$2" "$3" ./examples/quickstart.sh
  [ -n "$quickstart_only" ] && return
  say "$1: ./tests/run.sh"
  time as "$2" "$3" ./tests/run.sh "${ctest_arguments[@]}"
}

# refused COMMAND: without packages the user is told what to install, and nothing else happens.
refused() {
  say "ordinary user, packages missing: $1"
  if as user:user /home/user "$1" >"$root/refused" 2>&1; then
    echo "error: $1 succeeded without packages" >&2
    exit 1
  fi
  cat "$root/refused"
  grep -q "apt-get install .*cmake" "$root/refused"
}

refused ./examples/quickstart.sh
refused ./tests/run.sh
both root root:root /root
both "ordinary user" user:user /home/user
say "bare: both commands work for root and for an ordinary user"
