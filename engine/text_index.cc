// SPDX-License-Identifier: Apache-2.0
#include "dossier/text_index.h"

#include "dossier/dossier.h"
#include "storage/store.h"

namespace dossier {

TextIndexState text_index_state(const KnowledgeBase& kb) {
  const auto index = storage::text_index_of(*kb.store().snapshot());
  const storage::TextInfo& info = index->info();
  return {info.complete, info.texts, info.predicates};
}

void index_text(KnowledgeBase& kb, const TextIndexOptions& options) {
  kb.store().index_text(options);
}

}  // namespace dossier
