#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Every figure of reading, one after the other. The public data must lie in the shared folder.
# Usage: tests/eval/all.sh [BUILD [SHARED]]
set -euo pipefail
root="$(cd "$(dirname "$0")/../.." && pwd)"
build="${1:-$root/build/release}"
shared="${2:-$root/../shared}"
eval="$root/tests/eval"
dossier="$build/dossier"

show() {
  printf '\n== %s\n' "$1"
  shift
  "$@"
}

show "trees, tags, names: EWT and GUM, development parts" \
  "$build/tests/eval/ud_eval" "$shared/ud/en_ewt-ud-dev.conllu" "$shared/ud/en_gum_ccby-ud-dev.conllu"
show "names: Universal NER, EWT development part" python3 "$eval/names.py" "$dossier" "$shared/names/uner-ewt-dev.iob2"
show "names: wikigold" python3 "$eval/names.py" "$dossier" "$shared/names/wikigold.conll"
show "links of mentions: GUM, development part" "$build/tests/eval/coref_eval" "$shared/ud/en_gum_ccby-ud-dev.conllu"
show "chains of mentions: GUM, development part" python3 "$eval/coref.py" "$dossier" "$shared/ud/en_gum_ccby-ud-dev.conllu"
show "pronouns: GAP, development part" python3 "$eval/gap.py" "$dossier" "$shared/gap/gap-development.tsv"
for fold in 1 2 3; do
  show "facts about people and companies: KnowledgeNet, fold $fold" \
    python3 "$eval/knowledgenet.py" "$dossier" "$shared/knowledgenet/fold$fold.jsonl"
done
show "relations in statements of ministries and armies: re3d" \
  python3 "$eval/re3d.py" "$dossier" "$shared/re3d/centcom" "$shared/re3d/uk_government"
show "open facts and annotated transcripts" "$eval/facts_eval.sh" "$build"
show "facts of the example documents" python3 "$eval/gold_eval.py" "$root" "$build"
