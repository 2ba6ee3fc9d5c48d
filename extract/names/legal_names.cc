// SPDX-License-Identifier: Apache-2.0
#include "extract/names/legal_names.h"

#include <algorithm>

#include "extract/names/certain_names.h"
#include "extract/names/name_forms.h"

namespace dossier::extract {

namespace {

constexpr std::uint32_t kMostWords = 4;  ///< of a name that only its legal form shows

bool is_form(const SentenceNames& names, std::uint32_t i) {
  return i < names.units.size() && names.units[i].capital && is_legal_form(names.units[i].text);
}

/// The words with a capital in front of `end`, without the word that opens the sentence if it is no
/// part of a name.
std::uint32_t name_begin(const SentenceNames& names, std::uint32_t end) {
  std::uint32_t first = end;
  while (first > 0 && end - first < kMostWords) {
    const NameUnit& unit = names.units[first - 1];
    const bool joins = unit.text == "&" && first > 1 && names.units[first - 2].capital;
    if (!joins && (!unit.capital || (unit.opens && is_function_word(unit.lower)))) break;
    --first;
  }
  return first;
}

bool is_symbol(const NameUnit& unit) { return unit.upper && unit.text.size() <= 6; }

}  // namespace

void join_legal_forms(SentenceNames& names) {
  for (std::uint32_t i = 1; i < names.units.size(); ++i) {
    if (!is_form(names, i)) continue;
    const std::string& before = names.units[i - 1].text;
    const bool apart = before == "," || before == "&";  // "Tavik, Inc.", "Tavik & Co."
    const std::uint32_t end = apart ? i - 1 : i;
    const auto named = std::find_if(names.spans.begin(), names.spans.end(), [&](const auto& span) {
      return span.first < end && span.last >= end && span.last <= i + 1;
    });
    NameSpan whole{named == names.spans.end() ? name_begin(names, end) : named->first, i + 1};
    if (whole.first >= end || (named == names.spans.end() && !apart)) continue;
    whole.type = MentionType::organization;
    whole.certain = true;
    std::erase_if(names.spans, [&](const NameSpan& span) { return overlap(span, whole); });
    names.spans.push_back(whole);
    std::sort(names.spans.begin(), names.spans.end(), in_order);
  }
  std::erase_if(names.spans, [&](const NameSpan& span) {
    return span.last == span.first + 1 && is_form(names, span.first) &&
           names.units[span.first].text.ends_with('.');
  });
}

void drop_tickers(SentenceNames& names) {
  for (std::uint32_t i = 1; i + 4 < names.units.size(); ++i) {
    const bool ticker = names.units[i].text == "(" && is_symbol(names.units[i + 1]) &&
                        (names.units[i + 2].text == ":" || names.units[i + 2].text == ".") &&
                        is_symbol(names.units[i + 3]) && names.units[i + 4].text == ")";
    if (!ticker) continue;
    const NameSpan bracket{i, i + 5};
    std::erase_if(names.spans, [&](const NameSpan& span) { return overlap(span, bracket); });
  }
}

}  // namespace dossier::extract
