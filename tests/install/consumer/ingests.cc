// SPDX-License-Identifier: Apache-2.0
// An application as a user would write it against an installed Dossier.
#include <dossier/dossier.h>
#include <dossier/evidence.h>
#include <dossier/ingest.h>

#include <cstdio>

int main(int, char** argv) {
  dossier::KnowledgeBase kb = dossier::KnowledgeBase::open(argv[1]);
  dossier::ingest(kb, argv[2]);
  for (const dossier::Row& row : kb.query("SELECT ?h WHERE { ?d schema:headline ?h }"))
    std::puts(row["h"]->value().c_str());
}
