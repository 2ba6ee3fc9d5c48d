#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Writes the man page and the completion for shells, as they are installed. Usage: write.sh PROGRAM FOLDER
set -eu
mkdir -p "$2"
"$1" manual >"$2/dossier.1"
gzip -9nc "$2/dossier.1" >"$2/dossier.1.gz"
"$1" completion bash >"$2/dossier"
"$1" completion zsh >"$2/_dossier"
