#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The figures of the facts as tables; see facts_eval.py for what is measured.
# Usage: tests/eval/facts_eval.sh [BUILD] [--details] [--minimum FILE]
set -euo pipefail
root="$(cd "$(dirname "$0")/../.." && pwd)"
build="$root/build/release"
if [[ $# -gt 0 && $1 != --* ]]; then
  build="$1"
  shift
fi
exec python3 "$root/tests/eval/facts_eval.py" "$root" "$build" "$@"
