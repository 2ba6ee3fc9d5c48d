# SPDX-License-Identifier: Apache-2.0
# Sourced by examples/quickstart.sh and tests/run.sh: makes a fresh Debian 12 machine able to build.
# Shell functions only; sourcing it does nothing.

say() { printf '==> %s\n' "$*"; }

# install_missing KIND...: installs the packages of cmake/packages.txt of these kinds that are not there.
install_missing() {
  local root kind package missing=()
  root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
  for kind in "$@"; do
    for package in $(sed -n "s/^$kind: //p" "$root/cmake/packages.txt"); do
      [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
        missing+=("$package")
    done
  done
  if [ ${#missing[@]} -eq 0 ]; then
    say "packages: all there"
    return
  fi
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
      echo "error: need root to install: apt-get install ${missing[*]}" >&2
      return 1
    }
    as_root=(sudo)
  fi
  say "installing: ${missing[*]}"
  "${as_root[@]}" apt-get -qq update
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq install -y --no-install-recommends "${missing[@]}" >/dev/null
}

# build_preset PRESET TARGET...: configures and builds with a preset of CMakePresets.json.
build_preset() {
  local preset=$1 root
  shift
  root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
  say "building ($preset)"
  (cd "$root" && cmake --preset "$preset" >/dev/null && cmake --build --preset "$preset" --target "$@")
}
