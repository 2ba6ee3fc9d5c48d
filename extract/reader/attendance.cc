// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/attendance.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/interruption.h"
#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/lines.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kLongestLabel = 40;  ///< characters
constexpr std::size_t kLongestName = 5;    ///< words before a comma, a dash or a bracket
constexpr std::size_t kLongestEntry = 14;  ///< words of a line with a name and a post
constexpr std::size_t kMostEntries = 500;  ///< of a list
constexpr std::size_t kMostLists = 100;    ///< of a document

struct Label {
  Attendance::Kind kind = Attendance::Kind::present;
  std::size_t end = 0;  ///< behind the colon
};

std::optional<Attendance::Kind> kind_of(std::u32string_view words) {
  static const WordSet present("document_words", "attendance");
  static const WordSet absent("document_words", "absence");
  static const WordSet chair("document_words", "chair");
  const std::string word = to_utf8(to_lower(trim(words)));
  if (absent.contains(word)) return Attendance::Kind::absent;
  if (chair.contains(word)) return Attendance::Kind::chair;
  if (present.contains(word)) return Attendance::Kind::present;
  return std::nullopt;
}

/// "Present: A, B", "Apologies (for absence):", "Attendees" alone.
std::optional<Label> label_of(std::u32string_view line) {
  const std::size_t colon = line.find(U':');
  std::u32string_view words = line.substr(0, colon);
  words = words.substr(0, words.find(U'('));
  if (words.size() > kLongestLabel) return std::nullopt;
  const auto kind = kind_of(words);
  if (!kind) return std::nullopt;
  return Label{*kind, colon == std::u32string_view::npos ? line.size() : colon + 1};
}

/// Capitalised words, of which one at least is no common word: "Gwen Marsh", not "Next Meeting".
bool is_name(std::u32string_view words) {
  const auto parts = split_words(words);
  if (parts.size() < 2 || parts.size() > kLongestName || !is_capitalised_phrase(words))
    return false;
  if (!std::all_of(parts.begin(), parts.end(), [](auto part) { return !is_digit(part[0]); }))
    return false;
  const Lexicon& lexicon = Lexicon::builtin();
  return std::any_of(parts.begin(), parts.end(), [&](std::u32string_view part) {
    const std::string word = to_utf8(part);
    return (lexicon.evidence(word) & (kGivenName | kSurname | kListedGivenName | kListedSurname)) !=
               0 ||
           !lexicon.word(to_lower(word)).known();
  });
}

/// "Hazel Dunn (Chair)", "Petr Vanek, Tessmar", "Ida Kern - treasurer".
bool is_entry(std::u32string_view line) {
  if (line.empty() || line.back() == U'.' || line.back() == U'?' || line.back() == U':')
    return false;
  if (split_words(line).size() > kLongestEntry || line.find(U" | ") != std::u32string_view::npos)
    return false;
  std::size_t end = line.find_first_of(U"(,;\t");
  for (std::size_t i = 1; i + 1 < std::min(end, line.size()); ++i)
    if (is_dash(line[i]) && is_space(line[i - 1])) end = i;
  return is_name(trim(line.substr(0, end)));
}

/// Where a further label begins inside a line: "Apologies:" of "Present: A, B Apologies: C".
std::size_t inner_label(std::u32string_view line, std::optional<Label>& label) {
  for (std::size_t colon = line.find(U':'); colon != std::u32string_view::npos;
       colon = line.find(U':', colon + 1)) {
    Interruption::look();
    if (colon == 0 || !is_letter(line[colon - 1])) continue;
    const std::size_t first = colon > kLongestLabel ? colon - kLongestLabel : 0;
    std::size_t begin = colon;
    while (begin > first) {
      do --begin;
      while (begin > first && line[begin] != U' ' && line[begin] != U'\n');
      label = label_of(trim(line.substr(begin, colon + 1 - begin)));
      if (label && begin > 0) return begin + 1;
    }
  }
  label.reset();
  return line.size();
}

TextSpan span_in(std::u32string_view text, std::u32string_view part) {
  const auto begin = static_cast<std::uint32_t>(part.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

/// The lists that stand in one line, which begins with a label.
void add_lists(std::u32string_view text, std::u32string_view line, Label label,
               std::vector<Attendance>& lists) {
  std::optional<Label> next = label;
  while (next && lists.size() < kMostLists) {
    Attendance list;
    list.kind = next->kind;
    const std::u32string_view behind = line.substr(std::min(next->end, line.size()));
    const std::size_t end = inner_label(behind, next);
    const std::u32string_view names = trim(behind.substr(0, end));
    if (!names.empty() && is_upper(names.front())) list.names.push_back(span_in(text, names));
    lists.push_back(std::move(list));
    line = behind.substr(std::min(end, behind.size()));
  }
}

/// "Chair: Ann Holt" of a page that is about no meeting.
void drop_lone_chair(Document& document) {
  const bool meeting =
      std::any_of(document.attendance.begin(), document.attendance.end(),
                  [](const Attendance& list) { return list.kind != Attendance::Kind::chair; });
  if (meeting) return;
  document.attendance.clear();
  for (Paragraph& paragraph : document.paragraphs) paragraph.attendance.reset();
}

}  // namespace

void find_attendance(Document& document) {
  const std::u32string_view text = document.text;
  std::vector<Paragraph>& paragraphs = document.paragraphs;
  const auto line = [&](std::size_t i) { return text_of(text, paragraphs[i].span); };
  const auto is_body = [&](std::size_t i) {
    return paragraphs[i].kind == Paragraph::Kind::body && !paragraphs[i].row;
  };
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (document.attendance.size() >= kMostLists) break;
    if (!is_body(i)) continue;
    const auto label = label_of(line(i));
    if (!label) continue;
    std::vector<Attendance> lists;
    add_lists(text, line(i), *label, lists);
    std::size_t last = i;
    std::vector<TextSpan>& below = lists.back().names;
    while (below.empty() || last > i) {
      if (last + 1 >= paragraphs.size() || !is_body(last + 1) || !is_entry(line(last + 1)) ||
          below.size() >= kMostEntries)
        break;
      below.push_back(paragraphs[++last].span);
    }
    std::erase_if(lists, [](const Attendance& list) { return list.names.empty(); });
    if (lists.empty()) continue;
    const auto number = static_cast<std::uint32_t>(document.attendance.size());
    for (std::size_t p = i; p <= last; ++p) paragraphs[p].attendance = number;
    for (Attendance& list : lists) document.attendance.push_back(std::move(list));
    i = last;
  }
  drop_lone_chair(document);
}

}  // namespace dossier::extract
