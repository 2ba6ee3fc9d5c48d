#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes the reference of the programming interface in FOLDER (build/reference) with Doxygen. Every warning is an error.
# Usage: docs/reference.sh [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."
folder="${1:-build/reference}"
command -v doxygen >/dev/null || {
  echo "skipped: doxygen is not installed (apt-get install doxygen)" >&2
  exit 77
}
mkdir -p "$folder"
{
  cat docs/Doxyfile
  echo "OUTPUT_DIRECTORY = \"$folder\""
} | doxygen -
echo "$folder/html/index.html"
