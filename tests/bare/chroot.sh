# SPDX-License-Identifier: Apache-2.0
# Sourced by the scripts here: a fresh Debian 12 in a chroot made by debootstrap, in $root, that goes away in the end.
# Shell functions only. They read $cache (a compiler cache to start with, or empty) and $keep (not empty: the chroot
# stays, and where it is is printed).

# make_chroot: needs root.
make_chroot() {
  [ "$(id -u)" -eq 0 ] || { echo "error: debootstrap and chroot need root" >&2; return 1; }
  command -v debootstrap >/dev/null ||
    { echo "error: debootstrap is missing: apt-get install debootstrap" >&2; return 1; }
  root=$(mktemp -d /var/tmp/dossier-bare.XXXXXX)
  chmod 755 "$root"
  trap clean_up EXIT
  say "making a Debian 12 (minbase) in $root"
  debootstrap --variant=minbase bookworm "$root" >"$root.log" 2>&1 || { cat "$root.log"; return 1; }
  rm -f "$root.log"
  mount -t proc proc "$root/proc"
  mount --bind /dev "$root/dev"
  mount -t devpts -o ptmxmode=666 devpts "$root/dev/pts"
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  rm -f "$root/etc/apt/sources.list"
  cp -r /etc/apt/. "$root/etc/apt/"
  chroot "$root" useradd --create-home user
  choose_settings
}

clean_up() {
  for mounted in proc dev/pts dev; do
    ! mountpoint -q "$root/$mounted" || umount --lazy "$root/$mounted"
  done
  if [ -n "$keep" ]; then echo "kept: $root"; else rm -rf --one-file-system "$root"; fi
}

# choose_settings: the environment of what runs there. The locale is part of what ccache compares, so it is the
# caller's; how the caller reaches package indexes and trusts their certificates is, too.
choose_settings() {
  local name
  settings=()
  for name in LANG LC_ALL http_proxy https_proxy no_proxy PIP_INDEX_URL; do
    [ -z "${!name+set}" ] || settings+=("$name=${!name}")
  done
  if [ -n "${PIP_CERT-}" ]; then
    cp "$PIP_CERT" "$root/etc/callers-certificates.pem"
    settings+=(PIP_CERT=/etc/callers-certificates.pem)
  fi
  if [ -n "$cache" ]; then
    cp -r "$cache" "$root/ccache"
    chmod -R a+rwX "$root/ccache"
    settings+=(CCACHE_DIR=/ccache CCACHE_NOHASHDIR=1 CCACHE_UMASK=000 CCACHE_COMPILERCHECK=content)
  fi
}

# copy_tree HOME: a clone with the files of the working tree that git knows or would add.
copy_tree() {
  git clone -q --depth 1 "file://$PWD" "$root$1/dossier"
  git ls-files -z --cached --others --exclude-standard |
    xargs -0 sh -c 'for f; do [ -e "$f" ] && printf "%s\0" "$f"; done; true' sh |
    tar --null -T - -c | tar -x --no-same-owner -C "$root$1/dossier"
}

# as USER HOME COMMAND...: runs in the chroot, in the project's folder, without a terminal.
as() {
  local user=$1 home=$2
  shift 2
  chroot --userspec="$user" "$root" env -i HOME="$home" USER="$user" PATH=/usr/sbin:/usr/bin:/sbin:/bin \
    CCACHE_BASEDIR="$home/dossier" "${settings[@]}" sh -c 'cd && cd dossier && exec "$@"' sh "$@" </dev/null
}
