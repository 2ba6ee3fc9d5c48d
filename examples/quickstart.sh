#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# From a fresh Debian 12 machine to answers: installs what is missing, builds, ingests examples/corpus,
# runs saved queries, shows the sentence behind a fact, then opens the REPL if there is a terminal.
# Usage: examples/quickstart.sh [KNOWLEDGE_BASE]   (default: quickstart.db, which is replaced)
set -euo pipefail
cd "$(dirname "$0")/.."
. cmake/prepare.sh

install_missing build
configure_product
build_target dossier_program
dossier=build/release/dossier
kb=${1:-quickstart.db}
[ $# -gt 0 ] || rm -rf quickstart.db

say "ingesting examples/corpus into $kb"
"$dossier" ingest "$kb" examples/corpus/*

say "saving the queries of examples/queries in the knowledge base"
for file in examples/queries/*.rq; do
  "$dossier" save "$kb" "$(basename "$file" .rq)" -f "$file" \
    --description "$(sed -n '1s/^# //p' "$file")"
done

# ask TITLE ARGUMENT...: one question and its answer.
ask() {
  say "$1"
  shift
  "$dossier" query "$kb" "$@" --format table
}
ask "Which documents are there?" documents
ask "Who holds which post?" who-leads
ask "Who met whom, and where does it say so?" who-met-whom
ask "Who signed what?" who-signed-what
ask "What was said about UNDP?" statements-about -p 'topic=UNDP'

say "Why do we believe that Amara Nduka is president of the Lake Basin Commission?"
"$dossier" why "$kb" "Amara Nduka" r:president_of "Lake Basin Commission"

say "done: the knowledge base is $kb; ask your own questions with: $dossier $kb"
if [ -t 0 ] && [ -t 1 ]; then
  exec "$dossier" "$kb"
fi
