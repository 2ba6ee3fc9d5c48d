// SPDX-License-Identifier: Apache-2.0
#include "extract/listings/words.h"

#include <algorithm>
#include <cctype>

#include "extract/analyze/quantities.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract::listings {
namespace {

constexpr std::size_t kLongestCode = 4;  ///< bytes: "US$ ", "NOK", the sign of the euro

}  // namespace

bool is_common_word(std::string_view lower) { return Lexicon::builtin().word(lower).known(); }

bool is_noun(std::string_view lower) { return Lexicon::builtin().word(lower).noun; }

std::string take_currency(std::string& unit) {
  for (std::size_t size = std::min(unit.size(), kLongestCode); size > 0; --size) {
    const std::string front = unit.substr(0, size);
    const NameInfo info = Lexicon::builtin().name(front);
    const bool letters = std::isalpha(static_cast<unsigned char>(front.back())) != 0;
    const bool cut = letters && size < unit.size() && unit[size] != ' ';
    if (!info.is(kCurrency) || cut) continue;
    unit.erase(0, size);
    unit.erase(0, std::min(unit.find_first_not_of(' '), unit.size()));
    return std::string(info.canonical);
  }
  return {};
}

std::vector<Quantity> quantities_in(const Document& document, const Sentence& part) {
  return find_quantities(document, part, Lexicon::builtin());
}

}  // namespace dossier::extract::listings
