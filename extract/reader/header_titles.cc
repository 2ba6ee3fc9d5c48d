// SPDX-License-Identifier: Apache-2.0
// The lines above the text that look like titles, and what speaks for each.
#include <algorithm>

#include "extract/lexicon/lexicon.h"
#include "extract/reader/byline.h"
#include "extract/reader/dateline.h"
#include "extract/reader/header_reader.h"
#include "extract/reader/headline_choice.h"
#include "extract/reader/letterhead.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kRealTitle = 4;  ///< words

}  // namespace

std::size_t HeaderReader::chosen_title(std::size_t body) const {
  const auto long_below = [this](std::size_t i) {
    return i > below_release_ && split_words(line(i)).size() >= kRealTitle;
  };
  std::size_t first = 0;
  if (below_release_ > 0 && std::any_of(titles_.begin(), titles_.end(), long_below))
    while (titles_[first] < below_release_) ++first;
  std::vector<TitleLine> titles;
  std::vector<std::size_t> begins;
  // "Aircraft: Piper PA-28" above "Location: Dunmore" is a field, too.
  const auto is_field = [this](std::size_t at) {
    std::u32string_view value;
    const bool beside = at + 1 < lines_.size() && lines_[at + 1].blanks_before == 0 &&
                        metadata_field(line(at + 1), value) != Field::none;
    // First of all stands a title: "Weekly status report: flood wall".
    return at > 0 && beside && line(at).find(U": ") != std::u32string_view::npos;
  };
  const bool others =
      !std::all_of(titles_.begin() + static_cast<std::ptrdiff_t>(first), titles_.end(), is_field);
  // Whose text it is stands below its headline.
  const auto may_be_above = [this](std::size_t at) {
    return split_words(line(at)).size() >= kRealTitle && !is_letterhead_line(line(at), lexicon_) &&
           !find_date(line(at)) && !opens_issue(line(at));
  };
  const bool above = byline_ && std::any_of(titles_.begin() + static_cast<std::ptrdiff_t>(first),
                                            titles_.end(), [&](std::size_t at) {
                                              return at < *byline_ && may_be_above(at) &&
                                                     !(others && is_field(at));
                                            });
  for (std::size_t i = first; i < titles_.size(); ++i) {
    if (others && is_field(titles_[i])) continue;
    if (above && titles_[i] > *byline_) break;
    // A title may run over several lines.
    const std::size_t last = last_of_title(titles_[i]);
    const TextSpan span{lines_[titles_[i]].span.begin, lines_[last].span.end};
    const auto stands_in = [&](const std::vector<TextSpan>& spans) {
      return std::find(spans.begin(), spans.end(), lines_[titles_[i]].span) != spans.end();
    };
    titles.push_back({text_of(text_, span), stands_in_letterhead(titles_[i]), stands_in(bold_),
                      stands_in(large_), lines_[titles_[i]].listed,
                      is_stated(text_of(text_, span))});
    begins.push_back(titles_[i]);
    while (i + 1 < titles_.size() && titles_[i + 1] <= last) ++i;
  }
  return begins[choose_title(titles, words_from(body), lexicon_)];
}

bool HeaderReader::is_stated(std::u32string_view title) const {
  const std::u32string stated = to_code_points(stated_title_);
  const std::u32string_view all = trim(stated);
  if (split_words(title).size() < 2 || !all.starts_with(title)) return false;
  const std::u32string_view rest = trim(all.substr(title.size()));
  return rest.empty() || rest.front() == U'|' ||
         (is_dash(rest.front()) && rest.size() > 1 && is_space(rest[1]));
}

std::u32string HeaderReader::words_from(std::size_t body) const {
  constexpr std::size_t kMostLines = 60;
  std::u32string words;
  for (std::size_t i = body; i < std::min(lines_.size(), body + kMostLines); ++i)
    for (std::u32string_view word : split_words(line(i))) {
      while (word.size() > 1 && !is_letter(word.front())) word.remove_prefix(1);
      words += U" " + to_lower(word);
    }
  return words;
}

bool HeaderReader::stands_in_letterhead(std::size_t i) const {
  std::size_t top = i;
  while (top > 0 && lines_[top].blanks_before == 0) --top;
  std::u32string_view value;
  if (top < i &&
      (is_letterhead_line(line(top), lexicon_) || metadata_field(line(top), value) != Field::none))
    return true;
  // "Estmark Weather Service - Climate Desk" above "Issued: 1 March 2022".
  return i + 1 < lines_.size() && lines_[i + 1].blanks_before == 0 &&
         lines_[i + 1].span.begin < first_row_ && metadata_field(line(i + 1), value) != Field::none;
}

}  // namespace dossier::extract
