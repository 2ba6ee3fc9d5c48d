// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/header.h"

#include <algorithm>
#include <utility>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/author_list.h"
#include "extract/reader/byline.h"
#include "extract/reader/dateline.h"
#include "extract/reader/header_lines.h"
#include "extract/reader/headline_choice.h"
#include "extract/reader/occasion.h"
#include "extract/reader/person_name.h"
#include "extract/reader/source_text.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

using Kind = Paragraph::Kind;

constexpr std::size_t kMostHeaderLines = 25;
constexpr std::size_t kLongestTitle = 60;   ///< words
constexpr std::size_t kRealTitle = 4;       ///< words; shorter lines beside it are navigation
constexpr std::size_t kLongestSite = 8;     ///< words
constexpr std::size_t kTitleWithStop = 25;  ///< words of a headline that ends in a full stop

class HeaderReader {
 public:
  HeaderReader(std::u32string_view text, const std::vector<Line>& lines,
               std::optional<std::size_t> label_line, const SourceText& source,
               const Lexicon& lexicon)
      : text_(text),
        lines_(lines),
        lexicon_(lexicon),
        label_line_(label_line.value_or(lines.size())) {
    header_.kinds.assign(lines.size(), Kind::body);
    publisher_ = to_code_points(source.facts.publisher);
    if (!source.rows.empty()) first_row_ = source.rows.front().span.begin;
    mark_known(source);
  }

  Header read() {
    const std::size_t body = scan();
    choose_headline(body);
    find_announcement();
    if (body < lines_.size() && body < label_line_) read_inline_dateline(body);
    read_headline_date();
    return std::move(header_);
  }

 private:
  /// Both lists are in the order of the text.
  void mark_known(const SourceText& source) {
    auto boilerplate = source.boilerplate.begin();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const TextSpan span = lines_[i].span;
      while (boilerplate != source.boilerplate.end() && boilerplate->end <= span.begin)
        ++boilerplate;
      if (boilerplate != source.boilerplate.end() && boilerplate->contains(span))
        header_.kinds[i] = Kind::boilerplate;
      if (source.headline && source.headline->contains(span) && !known_headline_)
        known_headline_ = i;
    }
  }

  std::u32string_view line(std::size_t i) const { return text_of(text_, lines_[i].span); }

  /// Reads line by line; returns the first line of the running text.
  std::size_t scan() {
    std::size_t i = 0;
    const auto reaches = [this](std::size_t at) {
      return known_headline_ && at <= *known_headline_;
    };
    for (; i < lines_.size() && (i < kMostHeaderLines || reaches(i)) && i < label_line_; ++i) {
      if (known_headline_ == i) {
        titles_.push_back(i);
        continue;
      }
      if (is_meta(i) || header_.kinds[i] == Kind::boilerplate) continue;
      if (!reaches(i) && !is_title_like(i)) break;
      titles_.push_back(i);
    }
    read_below_summary(i);
    return i;
  }

  /// A sentence or two may stand between the headline and who wrote it, and when.
  void read_below_summary(std::size_t body) {
    if (titles_.empty() || body >= kLongestSite) return;
    const std::size_t end = std::min({body + 4, lines_.size(), label_line_});
    for (std::size_t i = body + 1; i < end && lines_[i].span.begin < first_row_; ++i)
      if (tells_origin(line(i), lexicon_)) is_meta(i);
  }

  bool is_title_like(std::size_t i) const {
    const std::size_t words = split_words(line(i)).size();
    if (is_company_line(line(i), lexicon_)) return true;
    if (words > kLongestTitle || dateline_prefix(line(i), lexicon_)) return false;
    if (!ends_like_prose(line(i)) || line(i).back() == U'?') return true;
    // A headline with a full stop: first, and metadata or a blank line follow.
    const bool stop = line(i).back() == U'.' || is_quote(line(i).back());
    return stop && titles_.empty() && words <= kTitleWithStop && i + 1 < lines_.size() &&
           date_line(line(i + 1), lexicon_).has_value();
  }

  /// A line that is no part of the text: takes its facts and marks it.
  bool is_meta(std::size_t i) {
    if (is_language_links(line(i)) || is_release_line(line(i))) return mark(i, Kind::boilerplate);
    std::u32string_view value;
    const Field field = metadata_field(line(i), value);
    if (field != Field::none) return take_field(i, field, value);
    if (is_field_name(i)) return mark(i, Kind::boilerplate) && take_value_below(i);
    if (is_byline(i) || is_writer(i) || is_author_list(i) || is_occasion(i)) return true;
    if (const auto date = date_line(line(i), lexicon_)) {
      take_date(*date->date);
      if (date->place && !header_.facts.place) header_.facts.place = date->place;
      return mark(i, Kind::dateline);
    }
    if (is_clock(line(i)) || is_issue_line(i)) return mark(i, Kind::dateline);
    // "Meridian World Service, Lubari" below a byline.
    const bool site = !publisher_.empty() && line(i).starts_with(publisher_) &&
                      split_words(line(i)).size() <= kLongestSite;
    return site ? mark(i, Kind::boilerplate) : is_place_line(i);
  }

  /// "From:" or "Prepared by" alone, with what it is in the next line.
  bool is_field_name(std::size_t i) const {
    if (i + 1 >= lines_.size() || split_words(line(i + 1)).size() > kLongestSite) return false;
    const bool colon = line(i).back() == U':';
    const Field field = field_named(field_name(i));
    return colon ? field != Field::none
                 : field == Field::author && line(i).ends_with(U" by") &&
                       is_full_name(line(i + 1).substr(0, line(i + 1).find(U',')), lexicon_);
  }

  std::u32string_view field_name(std::size_t i) const {
    return line(i).substr(0, line(i).size() - (line(i).back() == U':' ? 1 : 0));
  }

  bool take_value_below(std::size_t i) {
    return take_field(i + 1, field_named(field_name(i)), line(i + 1));
  }

  /// "No. 212 - Thursday 17 March 2022 - 40p", "Issue 14, Autumn 2021"
  bool is_issue_line(std::size_t i) {
    if (!opens_issue(line(i))) return false;
    const auto date = find_last_date(line(i));
    if (date) take_date(*date);
    return date || names_issue(line(i));
  }

  bool take_field(std::size_t i, Field field, std::u32string_view value) {
    switch (field) {
      case Field::date:
        if (const auto date = date_told(line(i))) take_date(*date);
        break;
      case Field::author:
        if (!header_.facts.author) header_.facts.author = person_or_all(value, lexicon_);
        break;
      case Field::place:
        header_.facts.place = to_utf8(undo_upper_case(value));
        break;
      case Field::title: {
        const auto begin = static_cast<std::uint32_t>(value.data() - text_.data());
        header_.facts.headline = TextSpan{begin, begin + static_cast<std::uint32_t>(value.size())};
        break;
      }
      case Field::other:
      case Field::none:
        return mark(i, Kind::boilerplate);
    }
    return mark(i, Kind::dateline);
  }

  bool is_byline(std::size_t i) {
    const auto byline = read_byline(line(i), lexicon_);
    if (!byline) return false;
    if (!header_.facts.author) header_.facts.author = byline->author;
    if (byline->date) take_date(*byline->date);
    return mark(i, Kind::dateline);
  }

  /// A person's name alone on its line, between the headline and the date or where she works.
  bool is_writer(std::size_t i) {
    if (titles_.empty() || header_.facts.author || i + 1 >= lines_.size()) return false;
    if (!is_full_name(line(i), lexicon_)) return false;
    if (!date_line(line(i + 1), lexicon_) && !is_affiliation(line(i + 1), lexicon_)) return false;
    header_.facts.author = to_utf8(line(i));
    return mark(i, Kind::dateline);
  }

  /// The authors of a paper, where they work, when it came in.
  bool is_author_list(std::size_t i) {
    if (titles_.empty()) return false;
    if (const auto first = first_of_authors(line(i), lexicon_)) {
      if (!header_.facts.author) header_.facts.author = *first;
      authors_listed_ = true;
      return mark(i, Kind::dateline);
    }
    if (tells_receipt(line(i))) {
      take_date(*find_last_date(line(i)));
      return mark(i, Kind::dateline);
    }
    return authors_listed_ && is_affiliation(line(i), lexicon_) && mark(i, Kind::dateline);
  }

  /// "Remarks by Lise Arden at the ..., Tarn, 5 June 2013"; as the headline it stays to be one.
  bool is_occasion(std::size_t i) {
    if (titles_.empty()) return false;
    const auto occasion = read_occasion(line(i), lexicon_);
    if (!occasion) return false;
    take_date(occasion->date);
    if (!header_.facts.place) header_.facts.place = occasion->place;
    if (header_.facts.announced.empty()) header_.facts.announced = occasion->speaker;
    return mark(i, Kind::dateline);
  }

  /// A place alone on its line, below the headline.
  bool is_place_line(std::size_t i) {
    if (titles_.empty() || split_words(line(i)).size() > 3) return false;
    std::u32string_view place = line(i).substr(0, line(i).find(U','));
    if (!lexicon_.is(to_utf8(undo_upper_case(place)), kCity)) return false;
    if (!header_.facts.place) header_.facts.place = to_utf8(undo_upper_case(place));
    return mark(i, Kind::dateline);
  }

  bool mark(std::size_t i, Kind kind) {
    header_.kinds[i] = kind;
    return true;
  }

  void take_date(const WrittenDate& date) {
    if (header_.facts.day && header_.facts.date_from_line) return;
    header_.facts.day = date.day;
    header_.facts.time = date.time;
    header_.facts.date_from_line = true;
  }

  void choose_headline(std::size_t body) {
    if (titles_.empty() || header_.facts.headline) return;
    const bool prose_follows = body < lines_.size();
    std::vector<std::u32string_view> titles;
    for (const std::size_t i : titles_) titles.push_back(line(i));
    std::size_t chosen = titles_[choose_title(titles, prose_follows, lexicon_)];
    if (known_headline_ && *known_headline_ < label_line_) chosen = *known_headline_;
    const bool listed = !prose_follows && titles_.size() > 1 && lines_[1].blanks_before == 0;
    if (listed && !known_headline_) return;
    header_.facts.headline = lines_[chosen].span;
    header_.kinds[chosen] = Kind::headline;
    if (!prose_follows) return;
    for (const std::size_t i : titles_) {
      const bool short_title =
          split_words(line(i)).size() < kRealTitle && !is_numbered_heading(line(i));
      const bool navigation = i < chosen || short_title;
      if (i != chosen && navigation && !is_short_text(line(i)) && i < body)
        header_.kinds[i] = Kind::boilerplate;
    }
  }

  /// The line of the title that says whose words follow.
  void find_announcement() {
    for (const std::size_t i : titles_) {
      if (header_.kinds[i] == Kind::boilerplate) continue;
      if (to_lower(line(i)).find(U"interview") != std::u32string::npos) {
        header_.facts.interview = true;
      }
      if (!header_.facts.announced.empty()) continue;
      header_.facts.announced = speaker_of_headline(line(i), lexicon_);
    }
  }

  void read_inline_dateline(std::size_t body) {
    const auto dateline = dateline_prefix(line(body), lexicon_);
    if (!dateline) return;
    const std::uint32_t begin = lines_[body].span.begin;
    header_.inline_dateline = TextSpan{begin, begin + static_cast<std::uint32_t>(dateline->length)};
    if (dateline->place && !header_.facts.place) header_.facts.place = dateline->place;
    if (dateline->date) take_date(*dateline->date);
  }

  /// Dates that end the headline, or failing that one of the lines below it.
  void read_headline_date() {
    if (header_.facts.headline) read_title_date(*header_.facts.headline, false);
    for (const std::size_t i : titles_) {
      if (!header_.facts.day || !header_.facts.place) read_title_date(lines_[i].span, true);
    }
  }

  void read_title_date(TextSpan span, bool only_at_end) {
    const std::u32string_view title = text_of(text_, span);
    const auto date = find_last_date(title);
    if (!date) return;
    const bool at_end = trim(title.substr(date->end)).size() <= 2;
    if (!at_end && only_at_end) return;
    if (at_end && !header_.facts.place) {
      header_.facts.place = place_before(title.substr(0, date->begin), lexicon_);
    }
    if (!header_.facts.day) {
      header_.facts.day = date->day;
      header_.facts.time = date->time;
    }
  }

  std::u32string_view text_;
  const std::vector<Line>& lines_;
  const Lexicon& lexicon_;
  std::size_t label_line_;
  std::u32string publisher_;
  std::size_t first_row_ = std::u32string::npos;  ///< of a table
  std::vector<std::size_t> titles_;
  std::optional<std::size_t> known_headline_;  ///< a line
  bool authors_listed_ = false;
  Header header_;
};

}  // namespace

Header read_header(std::u32string_view text, const std::vector<Line>& lines,
                   std::optional<std::size_t> label_line, const SourceText& source,
                   const Lexicon& lexicon) {
  return HeaderReader(text, lines, label_line, source, lexicon).read();
}

}  // namespace dossier::extract
