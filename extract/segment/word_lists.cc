// SPDX-License-Identifier: Apache-2.0
#include "extract/segment/word_lists.h"

#include "extract/lexicon/word_table.h"
#include "extract/text/unicode.h"

namespace dossier::extract {

Abbreviation abbreviation(std::u32string_view word) {
  static const WordSet never_last("tokens", "never_last");
  static const WordSet honorifics("titles", "abbreviation");
  static const WordSet may_be_last("tokens", "may_be_last");
  if (never_last.contains(word) || honorifics.contains(word)) return Abbreviation::never_last;
  return may_be_last.contains(word) ? Abbreviation::may_be_last : Abbreviation::none;
}

bool counts_parts(std::u32string_view word) {
  static const WordSet before_number("tokens", "before_number");
  return before_number.contains(word);
}

bool labels_captions(std::u32string_view word) {
  static const WordSet labels("tokens", "caption_label");
  return labels.contains(word);
}

bool is_sentence_opener(std::u32string_view word) {
  static const WordSet openers("function_words", "opener");
  return openers.contains(word);
}

bool is_bound_prefix(std::u32string_view word) {
  static const WordSet prefixes("tokens", "bound_prefix");
  return prefixes.contains(word);
}

bool is_bound_suffix(std::u32string_view word) {
  static const WordSet suffixes("tokens", "bound_suffix");
  return suffixes.contains(word);
}

bool is_attached_unit(std::u32string_view word) {
  static const WordSet units("tokens", "unit");
  return units.contains(word);
}

bool is_address_ending(std::u32string_view word) {
  static const WordSet endings("tokens", "address_ending");
  return endings.contains(word);
}

std::size_t fused_split(std::u32string_view word) {
  static const WordColumn parts("tokens", "parts");
  const std::string_view both = parts[to_utf8(word)];
  return both.empty() ? 0 : both.find(' ');
}

}  // namespace dossier::extract
