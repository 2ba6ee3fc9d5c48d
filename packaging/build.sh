#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds the Debian packages and puts them into build/package/packages. Usage: packaging/build.sh
set -euo pipefail
cd "$(dirname "$0")/.."
. cmake/prepare.sh

install_missing build python package
cmake -S . -B build/package -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX=/usr \
  -DBUILD_SHARED_LIBS=ON -DDOSSIER_PYTHON=REQUIRED -DDOSSIER_PACKAGES=ON \
  -DDOSSIER_TESTS=OFF -DDOSSIER_EXAMPLES=OFF >/dev/null
say "building: everything"
nice cmake --build build/package
say "packing"
# The times of the files: those of the last change, so that the same source gives the same bytes.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) cpack --config build/package/CPackConfig.cmake >/dev/null
ls -l build/package/packages/*.deb
