// SPDX-License-Identifier: Apache-2.0
#include "extract/analyze/neural/batch.h"

namespace dossier::extract {

BatchLayout::BatchLayout(const std::vector<std::size_t>& lengths) {
  std::size_t rows = 0;
  std::size_t active = lengths.size();
  for (std::size_t step = 0;; ++step) {
    while (active > 0 && lengths[active - 1] <= step) --active;
    if (active == 0) break;
    starts_.push_back(rows);
    rows += active;
  }
  mirror_.resize(rows);
  for (std::size_t sentence = 0; sentence < lengths.size(); ++sentence) {
    for (std::size_t word = 0; word < lengths[sentence]; ++word) {
      mirror_[row(sentence, word)] = row(sentence, lengths[sentence] - 1 - word);
    }
  }
}

}  // namespace dossier::extract
