// SPDX-License-Identifier: Apache-2.0
// The text index of a transaction: what is committed, and its own texts on top.
#include <algorithm>

#include "storage/scan/text_reading.h"
#include "storage/transaction/transaction.h"

namespace dossier::storage {

// A text that is erased stays in the index until compact(): no quad leads to it.
NewTexts Transaction::new_texts(const std::vector<Change>& changes) const {
  const IndexedPredicates predicates = indexed_predicates(*this, state_->text);
  std::vector<TermId> literals;
  for (const Change& change : changes) {
    const IdQuad quad = to_quad(Permutation::spo, change.key);
    if (change.present && predicates.has_text(quad)) literals.push_back(quad.object);
  }
  std::sort(literals.begin(), literals.end());
  literals.erase(std::unique(literals.begin(), literals.end()), literals.end());
  const auto below = make_text_index(state_);
  return index_texts(*this, literals, current_->base_forms(), *below,
                     [&](TermId id) { return new_terms_.is_new(id); });
}

void Transaction::put_texts(Batch& batch, State& next, const std::vector<Change>& changes) const {
  const NewTexts texts = new_texts(changes);
  if (texts.layer.empty()) return;
  put_layer(batch, texts.layer);
  next.text.texts += texts.texts;
  next.text.words += texts.words;
  batch.put(Family::meta, kTextKey, encode_text_info(next.text));
}

std::unique_ptr<const TextIndex> Transaction::text_index() const {
  apply_pending();
  const NewTexts texts = new_texts(changes_.sorted());
  TextInfo info = state_->text;
  info.texts += texts.texts;
  info.words += texts.words;
  return std::make_unique<LayeredIndex>(make_text_index(state_), texts.layer, std::move(info));
}

}  // namespace dossier::storage
