#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Configures with packages hidden: what a configuration does not need must not stop it.
set -euo pipefail
cd "$(dirname "$0")/../.."
. cmake/prepare.sh
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

# The CMake packages that the lines test:, train: and check: of cmake/packages.txt bring.
tests_only=(Catch2 benchmark Python3 Git SQLite3)
for name in $(grep -rhoP --include=CMakeLists.txt 'find_package\(\K\w+' tests extract/train | sort -u); do
  [[ " ${tests_only[*]} Dossier " == *" $name "* ]] || {
    echo "tests use the package $name: add it to tests_only in tests/bare/configure_test.sh"
    failed=1
  }
done

# hidden NAME...: the arguments that hide packages from CMake.
hidden() { printf -- '-DCMAKE_DISABLE_FIND_PACKAGE_%s=ON\n' "$@"; }

# expect OUTCOME CONFIGURE NAME HIDDEN... -- ARGUMENT...: configures in a scratch folder.
expect() {
  local outcome=$1 configure=$2 name=$3 hide=() found=passes
  shift 3
  while [ "$1" != -- ]; do
    hide+=("$1")
    shift
  done
  shift
  "$configure" -B "$scratch/$name" $(hidden "${hide[@]}") "$@" >"$scratch/log" 2>&1 || found=fails
  if [ "$found" = "$outcome" ]; then
    echo "ok: $name $outcome"
  else
    echo "$name should have been one that $outcome; it $found:"
    cat "$scratch/log"
    failed=1
  fi
}

expect passes configure_product "quickstart without the packages of the tests" "${tests_only[@]}" --
expect fails configure_all "tests without Catch2" Catch2 --
expect passes configure_product "libraries without CLI11" "${tests_only[@]}" CLI11 -- -DDOSSIER_PROGRAM=OFF
expect fails configure_product "program without CLI11" CLI11 --
expect passes configure_product "product without libcurl" "${tests_only[@]}" CURL -- -DDOSSIER_NET=OFF
expect fails configure_product "network access without libcurl" CURL --

# A folder that was configured without tests gets them from configure_all, and running the tests of one that has none
# is no success.
tests_of() { ctest --test-dir "$scratch/both" -N | sed -n 's/^Total Tests: //p'; }
configure_product -B "$scratch/both"
if ctest --test-dir "$scratch/both" --no-tests=error >"$scratch/log" 2>&1; then
  echo "ctest without tests should fail:"
  cat "$scratch/log"
  failed=1
fi
configure_all -B "$scratch/both"
[ "$(tests_of)" -gt 100 ] || { echo "configure_all leaves $(tests_of) tests after configure_product"; failed=1; }
grep -q -- '^ctest .*--no-tests=error' tests/run.sh || { echo "tests/run.sh takes no tests for a success"; failed=1; }
exit $failed
