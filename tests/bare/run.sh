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
[ "$(id -u)" -eq 0 ] || { echo "error: debootstrap and chroot need root" >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "error: debootstrap is missing: apt-get install debootstrap" >&2; exit 1; }

root=$(mktemp -d /var/tmp/dossier-bare.XXXXXX)
chmod 755 "$root"
clean_up() {
  for mounted in proc dev/pts dev; do
    ! mountpoint -q "$root/$mounted" || umount --lazy "$root/$mounted"
  done
  if [ -n "$keep" ]; then echo "kept: $root"; else rm -rf --one-file-system "$root"; fi
}
trap clean_up EXIT

say "making a Debian 12 (minbase) in $root"
debootstrap --variant=minbase bookworm "$root" >"$root.log" 2>&1 || { cat "$root.log"; exit 1; }
rm -f "$root.log"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mount -t devpts -o ptmxmode=666 devpts "$root/dev/pts"
cp /etc/resolv.conf "$root/etc/resolv.conf"
rm -f "$root/etc/apt/sources.list"
cp -r /etc/apt/. "$root/etc/apt/"
chroot "$root" useradd --create-home user
# The locale is part of what ccache compares, so it is the caller's.
settings=()
for name in LANG LC_ALL; do
  [ -z "${!name+set}" ] || settings+=("$name=${!name}")
done
if [ -n "$cache" ]; then
  cp -r "$cache" "$root/ccache"
  chmod -R a+rwX "$root/ccache"
  settings+=(CCACHE_DIR=/ccache CCACHE_NOHASHDIR=1 CCACHE_UMASK=000 CCACHE_COMPILERCHECK=content)
fi

# copy_tree HOME: a clone with the files of the working tree that git knows or would add.
copy_tree() {
  git clone -q --depth 1 "file://$PWD" "$root$1/dossier"
  git ls-files -z --cached --others --exclude-standard |
    xargs -0 sh -c 'for f; do [ -e "$f" ] && printf "%s\0" "$f"; done; true' sh |
    tar --null -T - -c | tar -x --no-same-owner -C "$root$1/dossier"
}
copy_tree /root
copy_tree /home/user
chroot "$root" chown -R user: /home/user/dossier

# as USER HOME COMMAND...: runs in the chroot, without a terminal.
as() {
  local user=$1 home=$2
  shift 2
  chroot --userspec="$user" "$root" env -i HOME="$home" USER="$user" PATH=/usr/sbin:/usr/bin:/sbin:/bin \
    CCACHE_BASEDIR="$home/dossier" "${settings[@]}" sh -c 'cd && cd dossier && exec "$@"' sh "$@" </dev/null
}

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
