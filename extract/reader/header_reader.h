// SPDX-License-Identifier: Apache-2.0
// How a header is read: header.cc goes over the lines, header_facts.cc tells what one says.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/reader/header.h"
#include "extract/reader/header_lines.h"
#include "extract/reader/lines.h"
#include "extract/reader/source_text.h"
#include "extract/text/unicode.h"

namespace dossier::extract {

class HeaderReader {
 public:
  HeaderReader(std::u32string_view text, const std::vector<Line>& lines,
               std::optional<std::size_t> label_line, const SourceText& source,
               const Lexicon& lexicon)
      : text_(text),
        lines_(lines),
        lexicon_(lexicon),
        label_line_(label_line.value_or(lines.size())) {
    header_.kinds.assign(lines.size(), Paragraph::Kind::body);
    publisher_ = to_code_points(source.facts.publisher);
    stated_title_ = source.facts.title;
    guesses_headline_ = source.guesses_headline;
    headings_ = source.headings;
    bold_ = source.bold;
    large_ = source.large;
    if (!source.rows.empty()) first_row_ = source.rows.front().span.begin;
    mark_known(source);
  }

  Header read();

 private:
  /// Both lists are in the order of the text.
  void mark_known(const SourceText& source);

  std::u32string_view line(std::size_t i) const { return text_of(text_, lines_[i].span); }

  /// Reads line by line; returns the first line of the running text.
  std::size_t scan();

  /// A sentence or two may stand between the headline and who wrote it, and when.
  void read_below_summary(std::size_t body);

  bool is_title_like(std::size_t i) const;

  /// A line that is no part of the text: takes its facts and marks it.
  bool is_meta(std::size_t i);

  /// "Reporting period: 3-9 March 2023 | Issued: 10 March 2023": the day among other fields.
  void take_fields_beside(std::size_t i);

  /// "From:" or "Prepared by" alone, with what it is in the next line.
  bool is_field_name(std::size_t i) const;

  /// "Title: ..." above or below another such line.
  bool is_listed_field(std::size_t i) const;

  bool may_be_name(std::u32string_view line) const;

  std::u32string_view field_name(std::size_t i) const;

  bool take_value_below(std::size_t i);

  /// "No. 212 - Thursday 17 March 2022 - 40p", "Issue 14, Autumn 2021"
  bool is_issue_line(std::size_t i);

  bool take_field(std::size_t i, Field field, std::u32string_view value);

  bool is_byline(std::size_t i);

  /// A person's name alone on its line, between the headline and the date or where she works.
  bool is_writer(std::size_t i);

  /// "Ada Lind (Sorn)", and the name again alone above what she says: a speaker of a debate.
  bool speaks_again(std::size_t i) const;

  /// Names of persons one below the other, above the number or the first heading of a paper.
  bool heads_names(std::size_t i) const;

  /// "Karin Ostby, Senior Researcher"
  bool is_titled_writer(std::size_t i);

  /// "Tariq Osman Staff Engineer", set apart by a page's style, above the day.
  bool is_writer_at_work(std::size_t i);

  /// "Senior Fellow, Water Program", with a date beside it or above the name.
  bool is_dated_office(std::size_t i) const;
  bool names_office(std::u32string_view line) const;

  /// Names that the lexicon does not know, alone between the headline and the date.
  bool is_unknown_writer(std::size_t i);

  /// The authors of a paper, where they work, when it came in.
  bool is_author_list(std::size_t i);

  /// "Remarks by Lise Arden at the ..., Tarn, 5 June 2013"; as the headline it stays to be one.
  bool is_occasion(std::size_t i);

  /// A place alone on its line, below the headline.
  bool is_place_line(std::size_t i);

  bool mark(std::size_t i, Paragraph::Kind kind);

  void take_date(const WrittenDate& date);

  void choose_headline(std::size_t body);

  /// What a format takes for the headline may be whose paper it is, or the name of a section: then
  /// the line that looks most like a title is it.
  void doubt_known_headline(std::size_t body, std::size_t& chosen);

  /// "DRIFT NET, a wall of netting that ...": the first words of an entry that has no other title.
  void take_headword(std::size_t body);

  /// The rules that a typist draws beside a title: "=== Prices ===".
  void leave_out_rules(TextSpan& headline) const;

  /// The last of the lines that a title in capitals runs over: "... AT THE 1361st MEETING".
  std::size_t last_of_title(std::size_t first) const;

  /// "Title: ..." tells it: what stands above is whose paper it is, and it may come again below.
  void mark_around_field();

  /// A release's headline stands below "For immediate release", if anything of length does.
  std::size_t chosen_title(std::size_t body) const;

  /// What the document declares as its title, perhaps with the site's name behind it.
  bool is_stated(std::u32string_view title) const;

  /// The words of the text that begins at a line, in lower case, a blank before each.
  std::u32string words_from(std::size_t body) const;

  /// Below whose paper it is or a field, without a blank line between them.
  bool stands_in_letterhead(std::size_t i) const;

  /// Where the largest letters are a company's name: what its paper is called, below it.
  std::optional<std::size_t> title_below_company() const;

  /// The heading of the first section, however short.
  bool heads_paragraph(std::size_t i) const;

  /// "Distribution: J. Roth, client", among other fields.
  bool is_unknown_field(std::size_t i) const;

  /// A line between the two tells a day.
  bool day_stands_between(std::size_t above, std::size_t below) const;

  /// The line of the title that says whose words follow.
  void find_announcement();

  /// Where authors work and lines with a day, between the headline and the first sentence.
  void leave_out_meta_lines();

  void read_inline_dateline(std::size_t body);

  /// Notes to editors and names of agencies above the dateline.
  bool all_short(std::size_t first, std::size_t end) const;

  /// Dates that end the headline, or failing that one of the lines below it.
  void read_headline_date();

  void read_title_date(TextSpan span, bool only_at_end);

  /// Failing all that: the one day that the lines above the text tell, or its month, and whom one
  /// of them names behind "by".
  void read_loose_facts(std::size_t body);
  void take_only_day(std::size_t body);
  void take_only_name(std::size_t body);
  bool is_name_of_person(std::u32string_view line) const;
  bool submits_thesis(std::size_t body) const;

  std::u32string_view text_;
  const std::vector<Line>& lines_;
  const Lexicon& lexicon_;
  std::size_t label_line_;
  std::u32string publisher_;
  std::size_t first_row_ = std::u32string::npos;  ///< of a table
  std::vector<std::size_t> titles_;
  std::optional<std::size_t> known_headline_;  ///< a line
  std::string stated_title_;
  bool guesses_headline_ = false;
  std::vector<TextSpan> headings_, bold_, large_;
  std::optional<std::uint32_t> known_field_;  ///< where it begins behind "Subject:"
  std::size_t known_last_ = 0;                ///< through which it runs
  std::size_t at_ = 0, date_at_ = 0;  ///< the line that is read, and the one that told the date
  bool authors_listed_ = false;
  std::optional<std::size_t> byline_;  ///< the first line that names who wrote it
  std::size_t below_release_ = 0;      ///< the last line that says what kind of paper it is
  Header header_;
};

}  // namespace dossier::extract
