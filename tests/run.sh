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
ctest --preset release --no-tests=error --timeout 900 --output-on-failure --parallel 2 "$@"
say "all tests passed"
