# SPDX-License-Identifier: Apache-2.0
# Sourced by examples/quickstart.sh, tests/run.sh and tests/bare: makes a fresh Debian 12 machine able to build.
# Shell functions only; sourcing it does nothing.

say() { printf '==> %s\n' "$*"; }

# project_root: the folder of the project.
project_root() { (cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd); }

# packages_of KIND...: the packages of these kinds in cmake/packages.txt, one a line.
packages_of() {
  local kind
  for kind in "$@"; do
    sed -n "s/^$kind: //p" "$(project_root)/cmake/packages.txt" | tr -s ' ' '\n'
  done
}

# install_missing KIND...: installs the packages of these kinds that are not there. Needs root only if one is missing.
install_missing() {
  local package missing=() as_root=()
  for package in $(packages_of "$@"); do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
      missing+=("$package")
  done
  if [ ${#missing[@]} -eq 0 ]; then
    say "packages: all there"
    return
  fi
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
      echo "error: packages are missing, and installing them needs root. As root, run:" >&2
      echo "  apt-get install ${missing[*]}" >&2
      return 1
    }
    as_root=(sudo)
  fi
  say "installing: ${missing[*]}"
  "${as_root[@]}" apt-get -qq update
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq install -y --no-install-recommends "${missing[@]}" >/dev/null
}

# configure_product [CMAKE_ARGUMENT...]: configures what users run: the program and the libraries.
configure_product() {
  (cd "$(project_root)" &&
    cmake --preset release -DDOSSIER_TESTS=OFF -DDOSSIER_EXAMPLES=OFF "$@" >/dev/null)
}

# configure_all [CMAKE_ARGUMENT...]: configures everything that is tested. The build folder remembers what
# configure_product switched off, so all is switched on by name.
configure_all() {
  (cd "$(project_root)" &&
    cmake --preset release -DDOSSIER_TESTS=ON -DDOSSIER_EXAMPLES=ON -DDOSSIER_PROGRAM=ON -DDOSSIER_PDF=ON \
      -DDOSSIER_NET=ON -DDOSSIER_INSTALL=ON -DDOSSIER_WERROR=ON "$@" >/dev/null)
}

# build_target TARGET...: builds in the release folder.
build_target() {
  say "building: $*"
  (cd "$(project_root)" && cmake --build --preset release --target "$@")
}
