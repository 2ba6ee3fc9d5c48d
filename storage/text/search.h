// SPDX-License-Identifier: Apache-2.0
// Finding texts by their words. The entry of storage/text.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/term_id.h"
#include "storage/text_index.h"

namespace dossier::storage {

class Matcher;

/// A text that matches; more is better.
struct TextHit {
  TermId literal;
  float score = 0;
};

/// Bytes of a text that match.
struct TextMark {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const TextMark&, const TextMark&) = default;
};

/// Called from time to time with the number of hits so far; it may throw to end the search.
using TextWatch = std::function<void(std::size_t hits)>;

/// A search, ready to run. One thread at a time.
class TextSearch {
 public:
  /// Reads where the words of `query` occur (parser/search/query.h has the language). Throws
  /// Error(syntax), Error(limit), and Error(usage) when the index is not complete or `query` has
  /// no word.
  TextSearch(std::shared_ptr<const TextIndex> index, std::string_view query);
  TextSearch(TextSearch&&) noexcept;
  TextSearch& operator=(TextSearch&&) noexcept;
  ~TextSearch();

  /// How many texts match, about, and never 0 for one that does.
  std::uint64_t estimate() const;
  /// All texts that match, by ascending literal.
  std::vector<TextHit> hits(const TextWatch& watch = {}) const;
  /// Where the text of a hit matches, in order, none next to another unless a character is between.
  std::vector<TextMark> marks(TermId literal, std::string_view text) const;
  /// The words of the query that no text has, as written.
  const std::vector<std::string>& unknown_words() const noexcept { return unknown_; }

 private:
  std::shared_ptr<const TextIndex> index_;
  std::unique_ptr<const Matcher> root_;
  std::vector<std::string> unknown_;
};

/// The words of the index that are spelled nearly like `word`, the nearest first: one letter
/// different, from six letters on two. They begin with the same letter.
std::vector<std::string> similar_words(const TextIndex& index, std::string_view word);

}  // namespace dossier::storage
