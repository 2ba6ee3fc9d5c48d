#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The tests of the Python module with AddressSanitizer and UndefinedBehaviorSanitizer in the module itself; the libraries
# are those of the build tree. (A build with DOSSIER_SANITIZE=address has them everywhere, and takes an hour.)
#
# Usage: tests/python/asan.sh [BUILD] [FILE...]   (default: build/release, all files)
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build/release}
shift || true
[ $# -gt 0 ] || set -- tests/python/test_*.py
cmake --build "$build" --target dossier_python_asan
python=$(sed -n 's/^_\?Python_EXECUTABLE:[A-Z]*=//p' "$build/CMakeCache.txt" | head -1)
failed=()
for file in "$@"; do
  "${python:-/usr/bin/python3}" tests/python/run.py "$PWD/$build/python_asan" address "$file" || failed+=("$file")
done
[ ${#failed[@]} -eq 0 ] || { echo "error: these failed: ${failed[*]}" >&2; exit 1; }
