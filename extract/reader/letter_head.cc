// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/letter_head.h"

#include <algorithm>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/dateline.h"
#include "extract/reader/header_lines.h"
#include "extract/reader/written_month.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kMostLines = 20;   ///< above the greeting
constexpr std::size_t kLeastLines = 3;   ///< fewer are a headline, or nothing
constexpr std::size_t kLongestLine = 8;  ///< words
constexpr std::size_t kLongestGreeting = 7;
constexpr std::size_t kLongestBareGreeting = 4;  ///< without a comma
constexpr std::size_t kLongestSubject = 14;

}  // namespace

bool is_greeting(std::u32string_view line) {
  const auto words = split_words(line);
  static const WordSet greetings("document_words", "greeting");
  std::u32string_view bare = line;
  while (!bare.empty() && !is_letter(bare.back())) bare.remove_suffix(1);
  if (bare.size() < line.size() && greetings.contains(to_utf8(to_lower(bare)))) return true;
  return words.size() >= 2 && words.size() <= kLongestGreeting && words.front() == U"Dear" &&
         (line.back() == U',' || line.back() == U':' ||
          (words.size() <= kLongestBareGreeting && !ends_like_prose(line)));
}

namespace {

class LetterHead {
 public:
  LetterHead(std::u32string_view text, const std::vector<Line>& lines, const Lexicon& lexicon,
             SourceText& source)
      : text_(text), lines_(lines), lexicon_(lexicon), source_(source) {}

  void mark() {
    if (!find_greeting()) return;
    // The largest letters of a letter's page are its sender's.
    const bool paper = source_.headline && source_.headline->end <= lines_[greeting_].span.begin;
    if (source_.headline && !(paper && source_.guesses_headline)) return;
    source_.headline.reset();
    for (std::size_t i = 0; i < greeting_; ++i) {
      if (!is_told(i) && split_words(line(i)).size() <= longest_line())
        source_.boilerplate.push_back(lines_[i].span);
    }
    if (!take_subject_above()) take_subject();
    // Without its comma it looks like a headline.
    if (!source_.headline && !ends_like_prose(line(greeting_)))
      source_.boilerplate.push_back(lines_[greeting_].span);
    std::sort(source_.boilerplate.begin(), source_.boilerplate.end(),
              [](TextSpan a, TextSpan b) { return a.begin < b.begin; });
  }

 private:
  std::u32string_view line(std::size_t i) const { return text_of(text_, lines_[i].span); }

  /// "Dear Ms Quint," below lines of which one is of an address.
  bool find_greeting() {
    const std::size_t end = std::min(lines_.size(), kMostLines);
    while (greeting_ < end && !is_greeting(line(greeting_))) ++greeting_;
    if (greeting_ == 0 || greeting_ >= end) return false;
    // "Issue 14    Friday 30 November 2018": a newsletter.
    for (std::size_t i = 0; i < greeting_; ++i)
      if (opens_issue(line(i)) && names_issue(line(i))) return false;
    if (greeting_ < kLeastLines) return is_sender_and_date();
    // "Dear colleagues," may open a speech: an address shows the letter.
    static const WordSet speeches("document_words", "speech_opening");
    const bool speech = speeches.begins(to_utf8(to_lower(line(greeting_))));
    for (std::size_t i = 0; i < greeting_; ++i)
      if (!(speech && is_told(i)) && std::any_of(line(i).begin(), line(i).end(), is_digit))
        return true;
    return false;
  }

  /// Above the greeting nothing but a date and perhaps a name.
  bool is_sender_and_date() const {
    constexpr std::size_t kLongestSender = 4;
    std::size_t told = 0;
    for (std::size_t i = 0; i < greeting_; ++i) {
      const bool sender = split_words(line(i)).size() <= kLongestSender &&
                          is_capitalised_phrase(line(i)) && !ends_like_prose(line(i));
      if (!is_told(i) && !sender) return false;
      told += is_told(i) ? 1 : 0;
    }
    return told > 0;
  }

  /// An address set in one line is longer than one written below each other.
  std::size_t longest_line() const {
    return source_.guesses_headline ? 2 * kLongestLine : kLongestLine;
  }

  bool is_told(std::size_t i) const {
    std::u32string_view value;
    const auto columns = columns_of(line(i));
    return date_line(line(i), lexicon_).has_value() || month_of_line(columns.front()) ||
           metadata_field(line(i), value) != Field::none;
  }

  /// What the letter is about, above the greeting: right below the date or a reference.
  bool take_subject_above() {
    const std::size_t i = greeting_ - 1;
    const std::size_t words = split_words(line(i)).size();
    if (i == 0 || is_told(i) || !is_told(i - 1) || words < 3 || words > kLongestSubject)
      return false;
    source_.headline = lines_[i].span;
    std::erase_if(source_.boilerplate, [&](TextSpan span) { return span == lines_[i].span; });
    return true;
  }

  /// What the letter is about, alone on a line between the greeting and its first sentence.
  void take_subject() {
    const std::size_t i = greeting_ + 1;
    if (i + 1 >= lines_.size() || ends_like_prose(line(i))) return;
    if (split_words(line(i)).size() > kLongestSubject) return;
    std::u32string_view value;
    const Field field = metadata_field(line(i), value);
    if (field != Field::none && field != Field::title) return;
    if (lines_[i + 1].blanks_before == 0 || !ends_like_prose(line(i + 1))) return;
    source_.headline = lines_[i].span;
    // "Re: Fees"
    if (field == Field::title)
      source_.headline->begin = static_cast<std::uint32_t>(value.data() - text_.data());
  }

  std::u32string_view text_;
  const std::vector<Line>& lines_;
  const Lexicon& lexicon_;
  SourceText& source_;
  std::size_t greeting_ = 0;  ///< a line
};

}  // namespace

void mark_letter_head(std::u32string_view text, const std::vector<Line>& lines,
                      const Lexicon& lexicon, SourceText& source) {
  if (source.may_have_header) LetterHead(text, lines, lexicon, source).mark();
}

}  // namespace dossier::extract
