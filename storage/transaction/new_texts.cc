// SPDX-License-Identifier: Apache-2.0
#include "storage/transaction/new_texts.h"

#include <algorithm>
#include <span>

#include "storage/scan/text_reading.h"

namespace dossier::storage {

NewTexts index_texts(const QuadSource& source, const std::vector<TermId>& literals,
                     const BaseForms& forms, const TextIndex& below,
                     const std::function<bool(TermId)>& is_new) {
  constexpr std::size_t kAtOnce = 1024;
  NewTexts out;
  std::vector<Term> terms(kAtOnce);
  for (std::size_t at = 0; at < literals.size(); at += kAtOnce) {
    const auto ids = std::span(literals).subspan(at, std::min(kAtOnce, literals.size() - at));
    source.terms(ids, std::span(terms).first(ids.size()));
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const std::string& text = terms[i].value();
      const auto known = forms.find(text);
      const std::span<const WordBase> bases =
          known == forms.end() ? std::span<const WordBase>() : known->second;
      const std::size_t words = out.layer.add(ids[i], text, bases);
      if (words == 0 || (!is_new(ids[i]) && has_text(below, ids[i], text))) continue;
      ++out.texts;
      out.words += words;
    }
  }
  return out;
}

}  // namespace dossier::storage
