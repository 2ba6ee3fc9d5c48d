// SPDX-License-Identifier: Apache-2.0
// Words as rows of the network's embedding tables.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analyze/neural/batch.h"
#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/tag_features.h"
#include "extract/models/model_file.h"

namespace dossier::extract {

/// What is known of a word before the network sees it.
struct InputWord {
  TagWord word;
  std::string label;  ///< the perceptron's tag, "UPOS tab XPOS"
  std::string lemma;  ///< by that tag
};

inline constexpr std::size_t kStringSlots = 6;  ///< the first slots' rows are strings
inline constexpr std::uint32_t kUnknownRow = 0;
inline constexpr std::uint32_t kRootRow = 1;  ///< in kWordSlot
inline constexpr std::size_t kFixedRows = 2;  ///< before the first string's row

/// The string a word has in one of the slots of strings.
std::string slot_string(Slot slot, const InputWord& word);

class InputVocabulary {
 public:
  InputVocabulary() = default;
  /// Sorted strings per slot.
  explicit InputVocabulary(const std::array<StringTable, kStringSlots>& strings)
      : strings_(strings) {}

  std::array<std::size_t, kSlots> table_rows() const;

  /// The input of a sentence, root first.
  SentenceInput input(const std::vector<InputWord>& words, const Lexicon& lexicon) const;

 private:
  std::array<StringTable, kStringSlots> strings_;
};

}  // namespace dossier::extract
