// SPDX-License-Identifier: Apache-2.0
// Numbers as texts write them: "5,000", "2.5", "twenty-five", "two hundred thousand", "2.5
// million".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace dossier::extract {

struct WrittenNumber {
  std::uint32_t end = 0;    ///< token after the number; equal to the begin if there is none
  std::string value;        ///< decimal lexical form without needless zeros: "2500000", "0.7"
  bool from_words = false;  ///< the first word of it is a number word
};

/// The number that begins at token `first`.
WrittenNumber number_at(const std::vector<Token>& tokens, std::uint32_t first);

/// A plain number with its decimal point moved to the right: "2.5" and 3 are "2500".
std::string scaled(const std::string& number, int zeros);

/// 0 to 90 and "ten" for number words, -1 for other words. In lower case.
int small_number(std::string_view word);

}  // namespace dossier::extract
