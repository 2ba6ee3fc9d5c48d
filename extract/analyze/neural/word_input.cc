// SPDX-License-Identifier: Apache-2.0
#include "extract/analyze/neural/word_input.h"

#include <algorithm>

#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::uint32_t kNounClasses = 27;
constexpr std::uint32_t kWordNetRows = kNounClasses + 7;
constexpr std::uint32_t kGazetteerRows = 3 * kNameKinds;  // a whole name, its first word, others

void add_word_net(const InputWord& word, const Lexicon& lexicon, std::vector<FeatureRow>& rows) {
  const auto add = [&rows](std::uint32_t row) { rows.push_back({kWordNetSlot, row}); };
  const WordInfo info = lexicon.word(to_lower(word.lemma));
  if (info.noun_class != NounClass::none) add(static_cast<std::uint32_t>(info.noun_class));
  if (info.noun) add(kNounClasses);
  if (info.verb) add(kNounClasses + 1);
  if (info.adjective) add(kNounClasses + 2);
  if (info.adverb) add(kNounClasses + 3);
  if (!info.known()) add(kNounClasses + 4);
  if (!lexicon.irregular('v', word.word.lower).empty()) add(kNounClasses + 5);
  if (!lexicon.irregular('n', word.word.lower).empty()) add(kNounClasses + 6);
}

void add_kinds(std::uint32_t kinds, std::uint32_t place, std::vector<FeatureRow>& rows) {
  for (std::uint32_t kind = 0; kind < kNameKinds; ++kind) {
    if ((kinds >> kind & 1U) != 0) rows.push_back({kGazetteerSlot, place * kNameKinds + kind});
  }
}

/// The longest known name of several words that begins here.
struct LongName {
  std::size_t words = 0;
  std::uint32_t kinds = 0;
};

LongName long_name(const std::vector<InputWord>& words, std::size_t at, const Lexicon& lexicon) {
  LongName longest;
  if (!words[at].word.capital) return longest;
  std::string text = words[at].word.form;
  for (std::size_t n = 1; n < Lexicon::kLongestName && at + n < words.size(); ++n) {
    text += ' ';
    text += words[at + n].word.form;
    const std::uint32_t kinds = lexicon.evidence(text);
    if (kinds != 0) longest = {n + 1, kinds};
  }
  return longest;
}

std::string_view last_bytes(const std::string& word, std::size_t count) {
  return std::string_view(word).substr(word.size() > count ? word.size() - count : 0);
}

}  // namespace

std::string slot_string(Slot slot, const InputWord& word) {
  const std::string& lower = word.word.lower;
  switch (slot) {
    case kTagSlot:
      return word.label;
    case kSuffix3Slot:
      return std::string(last_bytes(lower, 3));
    case kSuffix2Slot:
      return std::string(last_bytes(lower, 2));
    case kPrefixSlot:
      return lower.substr(0, 3);
    case kShapeSlot:
      return word.word.shape;
    default:
      return lower;
  }
}

std::array<std::size_t, kSlots> InputVocabulary::table_rows() const {
  std::array<std::size_t, kSlots> rows{};
  for (std::size_t slot = 0; slot < kStringSlots; ++slot) {
    rows[slot] = strings_[slot].size() + kFixedRows;
  }
  rows[kWordNetSlot] = kWordNetRows;
  rows[kGazetteerSlot] = kGazetteerRows;
  return rows;
}

SentenceInput InputVocabulary::input(const std::vector<InputWord>& words,
                                     const Lexicon& lexicon) const {
  SentenceInput input;
  input.rows.push_back({kWordSlot, kRootRow});
  input.ends.push_back(1);
  LongName name;
  std::size_t name_end = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::uint8_t slot = 0; slot < kStringSlots; ++slot) {
      const std::uint32_t found =
          strings_[slot].find(slot_string(static_cast<Slot>(slot), words[i]));
      const bool known = found != StringTable::kAbsent;
      input.rows.push_back(
          {slot, known ? found + static_cast<std::uint32_t>(kFixedRows) : kUnknownRow});
    }
    add_word_net(words[i], lexicon, input.rows);
    const TagWord& word = words[i].word;
    std::uint32_t kinds = lexicon.evidence(word.form);
    if (word.capital) kinds |= lexicon.evidence(word.lower);
    add_kinds(kinds, 0, input.rows);
    const bool inside = i < name_end;
    if (!inside) {
      name = long_name(words, i, lexicon);
      name_end = i + name.words;
    }
    if (i < name_end) add_kinds(name.kinds, inside ? 2 : 1, input.rows);
    input.ends.push_back(static_cast<std::uint32_t>(input.rows.size()));
  }
  return input;
}

}  // namespace dossier::extract
