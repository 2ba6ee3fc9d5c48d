// SPDX-License-Identifier: Apache-2.0
#include "extract/fact_spans.h"

#include <algorithm>
#include <optional>

#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

bool is_word(char32_t c) { return is_letter(c) || is_digit(c); }

/// Finds `part` in `text` as whole words, from `from` on; npos if it is not there.
std::size_t find_words(std::u32string_view text, std::u32string_view part, std::size_t from) {
  for (std::size_t at = text.find(part, from); at != std::u32string_view::npos;
       at = text.find(part, at + 1)) {
    const bool left = at == 0 || !is_word(text[at - 1]) || !is_word(part.front());
    const std::size_t end = at + part.size();
    const bool right = end == text.size() || !is_word(text[end]) || !is_word(part.back());
    if (left && right) return at;
  }
  return std::u32string_view::npos;
}

/// Of several places the one nearest to `anchor`.
std::optional<SentenceSpan> nearest(std::u32string_view text, const std::string& part_utf8,
                                    std::size_t anchor) {
  const std::u32string part = to_code_points(part_utf8);
  if (part.empty()) return std::nullopt;
  std::optional<std::size_t> best;
  const auto distance = [&](std::size_t at) { return at > anchor ? at - anchor : anchor - at; };
  for (std::size_t at = find_words(text, part, 0); at != std::u32string_view::npos;
       at = find_words(text, part, at + 1))
    if (!best || distance(at) < distance(*best)) best = at;
  if (!best) return std::nullopt;
  return SentenceSpan{static_cast<std::uint32_t>(*best),
                      static_cast<std::uint32_t>(*best + part.size())};
}

}  // namespace

std::vector<SentenceSpan> mark_fact(std::u32string_view sentence, SentenceSpan predicate,
                                    const std::string& subject, const std::string& object) {
  const bool inside = predicate.first < predicate.second && predicate.second <= sentence.size();
  const std::size_t anchor = inside ? predicate.first : 0;
  std::vector<SentenceSpan> spans;
  for (const auto& part : {nearest(sentence, subject, anchor),
                           inside ? std::optional<SentenceSpan>(predicate) : std::nullopt,
                           nearest(sentence, object, anchor)}) {
    if (part) spans.push_back(*part);
  }
  std::sort(spans.begin(), spans.end());
  return spans;
}

}  // namespace dossier::extract
