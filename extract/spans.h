// SPDX-License-Identifier: Apache-2.0
// Where something stands: in a document's text, or among a sentence's words.
#pragma once

#include <cstdint>

namespace dossier::extract {

/// [begin, end) in code points of Document::text.
struct TextSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const noexcept { return end - begin; }
  bool contains(TextSpan inner) const noexcept { return begin <= inner.begin && inner.end <= end; }
  friend bool operator==(TextSpan, TextSpan) = default;
};

/// [first, last) in tokens of one sentence.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  bool empty() const noexcept { return first == last; }
  bool contains(std::uint32_t token) const noexcept { return first <= token && token < last; }
  friend bool operator==(TokenRange, TokenRange) = default;
};

}  // namespace dossier::extract
