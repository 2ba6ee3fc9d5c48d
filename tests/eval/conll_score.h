// SPDX-License-Identifier: Apache-2.0
// The measures of the CoNLL 2018 shared task (Zeman et al. 2018): F1 of words aligned by their
// characters, relations without subtypes; and F1 of typed names.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "extract/document.h"

namespace dossier::extract {

struct Score {
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t gold = 0;

  double f1() const {
    return found + gold == 0
               ? 0
               : 200.0 * static_cast<double>(right) / static_cast<double>(found + gold);
  }
};

struct NameSpanOf {
  TextSpan span;
  std::string type;

  friend bool operator==(const NameSpanOf&, const NameSpanOf&) = default;
  friend auto operator<=>(const NameSpanOf& a, const NameSpanOf& b) {
    return std::tie(a.span.begin, a.span.end, a.type) <=>
           std::tie(b.span.begin, b.span.end, b.type);
  }
};

struct ConllScores {
  Score tokens, sentences, words, upos, xpos, lemmas, uas, las;
  std::map<std::string, Score> names;  ///< by type; "" all of them, "spans" whatever their types
};

/// Both over the same text.
ConllScores compare(const std::vector<Sentence>& gold, const std::vector<Sentence>& found);

void compare_names(const std::vector<NameSpanOf>& gold, const std::vector<NameSpanOf>& found,
                   ConllScores& scores);

}  // namespace dossier::extract
