// SPDX-License-Identifier: Apache-2.0
// What the words around a number say of it: what it counts (a percentage, a currency, or a noun
// phrase of at most six words whose last noun is the unit), and whether it is approximate.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract {

/// Over a sentence with tags and times, which must outlive it. Positions behind the sentence have
/// no word and no tag.
class CountedUnits {
 public:
  CountedUnits(const Document& document, const Sentence& sentence, const Lexicon& lexicon);

  /// In lower case.
  const std::string& word(std::uint32_t i) const;
  Label<Xpos> tag(std::uint32_t i) const;
  /// Part of a date. A span of time ("the past six days") holds a quantity all the same.
  bool in_date(std::uint32_t at) const;
  /// "day", "hours"
  static bool is_time_unit(std::string_view word);

  bool is_percent(std::uint32_t at) const;
  /// Behind "percent", "per cent", "percentage points", "percent more".
  std::uint32_t percent_end(std::uint32_t at) const;
  /// "dollars", "US dollars", "Kenyan shillings", "USD" after a number; moves past them.
  std::string currency_after(std::uint32_t& at) const;
  /// The noun phrase counted, after a number; moves past it. Empty when there is none.
  std::string unit_phrase(std::uint32_t& at) const;
  /// Where "about", "no more than", "up to" before a number begins; the number if it has none.
  std::uint32_t rounding_begin(std::uint32_t at) const;
  bool approximates(std::uint32_t at) const { return rounding_begin(at) < at; }
  /// "or so", "or more", "+" behind one.
  bool follows_approximation(std::uint32_t at) const;
  bool has_unit(std::uint32_t at) const { return is_percent(at) || !unit_phrase(at).empty(); }

 private:
  std::string unit_of_part(std::uint32_t at) const;
  std::string hyphenated_unit(std::uint32_t& at) const;
  std::uint32_t noun_phrase_end(std::uint32_t first) const;
  bool is_rate(std::uint32_t at) const;

  const Document& document_;
  const Sentence& sentence_;
  const Lexicon& lexicon_;
  const std::vector<Token>& tokens_;
  std::vector<std::string> words_;
};

}  // namespace dossier::extract
