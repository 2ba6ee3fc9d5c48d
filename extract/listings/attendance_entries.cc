// SPDX-License-Identifier: Apache-2.0
#include "extract/listings/attendance_entries.h"

#include <algorithm>

#include "extract/interruption.h"
#include "extract/listings/cells.h"
#include "extract/names/mentions.h"
#include "extract/text/unicode.h"

namespace dossier::extract::listings {
namespace {

constexpr std::uint32_t kLongestName = 6;  ///< words, with honorifics
constexpr std::size_t kMostEntries = 500;  ///< of a sentence

bool is_text(const Sentence& sentence, std::uint32_t i, std::string_view text) {
  return sentence.tokens[i].text == text;
}

bool begins_upper(const Token& token) { return is_upper(to_code_points(token.text).front()); }

bool is_dash_token(const Token& token) {
  const std::u32string text = to_code_points(token.text);
  return std::all_of(text.begin(), text.end(), is_dash);
}

/// From here to the next separator outside of brackets.
std::uint32_t part_end(const Sentence& sentence, std::uint32_t first, std::uint32_t last,
                       bool semicolons) {
  int depth = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    const Token& token = sentence.tokens[i];
    depth += opens_bracket(token) ? 1 : closes_bracket(token) ? -1 : 0;
    if (depth > 0) continue;
    if (is_text(sentence, i, ";")) return i;
    if (!semicolons && (is_text(sentence, i, ",") || is_text(sentence, i, "and"))) return i;
  }
  return last;
}

/// The name at the front of a part and what stands behind it in brackets, or behind a comma or a
/// dash.
Entry entry_at(const Sentence& sentence, TokenRange part) {
  Entry entry;
  entry.name.first = entry.name.last = part.first;
  std::uint32_t i = part.first;
  while (i < part.last && i - part.first < kLongestName) {
    const Token& token = sentence.tokens[i];
    const bool stops = opens_bracket(token) || is_text(sentence, i, ",") || is_dash_token(token);
    if (stops || (!begins_upper(token) && token.text != "." && i == part.first)) break;
    if (!begins_upper(token) && token.text != ".") break;
    entry.name.last = ++i;
  }
  // The stop of the list; that of "J. R." belongs to its token.
  if (entry.name.last == part.last && entry.name.last > entry.name.first &&
      is_text(sentence, entry.name.last - 1, "."))
    --entry.name.last;
  while (i < part.last && (opens_bracket(sentence.tokens[i]) || is_text(sentence, i, ",") ||
                           is_dash_token(sentence.tokens[i])))
    ++i;
  std::uint32_t end = part.last;
  while (end > i && (closes_bracket(sentence.tokens[end - 1]) || is_text(sentence, end - 1, ".")))
    --end;
  entry.remark = {i, end};
  return entry;
}

}  // namespace

std::vector<Entry> entries_of(const Sentence& sentence, const Attendance& list) {
  std::vector<Entry> entries;
  for (const TextSpan span : list.names) {
    const TokenRange tokens = tokens_in(sentence, span);
    const bool semicolons =
        std::any_of(sentence.tokens.begin() + tokens.first, sentence.tokens.begin() + tokens.last,
                    [](const Token& token) { return token.text == ";"; });
    for (std::uint32_t at = tokens.first; at < tokens.last && entries.size() < kMostEntries;) {
      Interruption::look();
      const std::uint32_t end = part_end(sentence, at, tokens.last, semicolons);
      if (end > at) {
        const Entry entry = entry_at(sentence, {at, end});
        if (entry.name.last - entry.name.first >= 2)
          entries.push_back(entry);
        else if (!entries.empty() && entries.back().remark.empty())
          entries.back().remark = {at, end};
      }
      at = end + 1;
    }
  }
  return entries;
}

}  // namespace dossier::extract::listings
