#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Everything quickstart.sh does, then all tests: installs what is missing, builds, runs the examples,
# the checks of form and every test. Usage: tests/run.sh [CTEST_ARGUMENT...]
set -euo pipefail
cd "$(dirname "$0")/.."
. cmake/prepare.sh

install_missing build python test check
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
./examples/quickstart.sh "$scratch/quickstart.db" </dev/null
configure_all
build_target all
say "running all tests"
# What failed tests print stands last, also where only the end of the output is kept.
results=build/release/Testing/Temporary
ctest --preset release --no-tests=error --timeout 900 --parallel 2 "$@" || {
  status=$?
  while IFS=: read -r _ name; do
    say "what $name printed:"
    awk -v name="$name" '$2 == "Testing:" {on = $3 == name} on' "$results/LastTest.log" |
      tail -n 60
  done <"$results/LastTestsFailed.log"
  exit "$status"
}
say "all tests passed"
