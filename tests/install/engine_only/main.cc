// SPDX-License-Identifier: Apache-2.0
// An application that links the engine alone.
#include <dossier/dossier.h>

#include <cstdio>

int main(int, char** argv) {
  dossier::KnowledgeBase kb = dossier::KnowledgeBase::open(argv[1]);
  kb.update("INSERT DATA { e:a r:b e:c }");
  for (const dossier::Row& row : kb.query("SELECT ?o WHERE { e:a r:b ?o }"))
    std::puts(row["o"]->value().c_str());
}
