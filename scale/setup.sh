#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs what the jobs need on one machine: Java 17 of Debian (as root, where it is missing) and, from PyPI into a
# virtual environment, pyspark, pyarrow and duckdb.
#
# Usage: scale/setup.sh [FOLDER]     FOLDER of the environment; default: ./sparkenv
set -eu
folder=${1:-sparkenv}
if ! java -version 2>&1 | grep -q 'version "17'; then
  if [ "$(id -u)" -eq 0 ]; then
    apt-get -qq update
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends openjdk-17-jre-headless
  else
    echo "error: Java 17 is missing. As root, run: apt-get install openjdk-17-jre-headless" >&2
    exit 1
  fi
fi
python3 -m venv "$folder"
"$folder/bin/pip" install --quiet 'pyspark==3.5.*' 'pyarrow>=14' 'duckdb>=1.3'
echo "ready: $folder/bin/spark-submit, $folder/bin/python"
