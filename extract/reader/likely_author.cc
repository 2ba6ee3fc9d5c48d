// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/likely_author.h"

#include <algorithm>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/author_list.h"
#include "extract/reader/byline.h"
#include "extract/reader/dateline.h"
#include "extract/reader/header_lines.h"
#include "extract/reader/letterhead.h"
#include "extract/reader/name_parts.h"
#include "extract/reader/written_date.h"
#include "extract/reader/written_month.h"
#include "extract/reader/written_place.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

// What speaks for a name, and how much.
constexpr int kBehindBy = 4;
constexpr int kKnownGivenName = 2;
constexpr int kNoWordOfLanguage = 1;  ///< none of its words means something else
constexpr int kBelowHeadline = 2;     ///< nothing between them but lines of the header
constexpr int kNearHeadline = 1;
constexpr int kAlone = 1;         ///< in its line
constexpr int kOpensText = 2;     ///< the first line of all
constexpr int kBesideDay = 1;     ///< in its line, or one of the next two
constexpr int kInDatedLine = 2;   ///< a name that nobody knows, between a day and other parts
constexpr int kBesideOffice = 2;  ///< behind its comma, or in the next line
constexpr int kToldOf = -5;       ///< the text speaks of somebody of the same surname
constexpr int kEnough = 6;

constexpr std::size_t kLongestLine = 30;  ///< words
constexpr std::size_t kLongestName = 4;   ///< words
constexpr std::size_t kNearLines = 4;
constexpr std::size_t kDayWithin = 3;
constexpr std::size_t kLongestOffice = 9;  ///< words
constexpr std::size_t kMostLines = 25;     ///< of a header
constexpr std::size_t kOpeningLines =
    4;  ///< from the writer's name to the day, where both come first

struct Found {
  std::string name;
  std::size_t line;
};

class Weigher {
 public:
  Weigher(std::u32string_view text, const std::vector<Line>& lines, const Header& header,
          const Lexicon& lexicon)
      : text_(text), lines_(lines), header_(header), lexicon_(lexicon) {}

  std::optional<Found> best() {
    while (end_ < std::min(lines_.size(), kMostLines) &&
           !(header_.kinds[end_] == Paragraph::Kind::body && ends_like_prose(line(end_))))
      ++end_;
    for (std::size_t i = 0; i < end_ && !refused_; ++i) weigh_line(i);
    if (refused_ || best_weight_ < kEnough || tied_) return signed_below();
    return Found{to_utf8(best_), best_line_};
  }

 private:
  /// "Lena P. Orr," above "Town Clerk", below the last sentence: who signs a notice.
  std::optional<Found> signed_below() const {
    constexpr std::size_t kLeastWords = 8, kMostBelow = 6;
    std::size_t last = lines_.size();
    while (last > 0 &&
           !(ends_like_prose(line(last - 1)) && split_words(line(last - 1)).size() >= kLeastWords &&
             header_.kinds[last - 1] == Paragraph::Kind::body))
      --last;
    for (std::size_t i = last; i + 1 < std::min(lines_.size(), last + kMostBelow); ++i) {
      if (heads_contact(line(i)) || heads_witness(line(i))) return std::nullopt;
      std::u32string_view name = line(i);
      while (!name.empty() && name.back() == U',') name.remove_suffix(1);
      const std::u32string cased = undo_upper_case(name);
      if (last == 0 || header_.kinds[i] == Paragraph::Kind::boilerplate ||
          !is_full_name(cased, lexicon_) || told_of(split_words(cased).back(), last) ||
          !tells_office(line(i + 1)))
        continue;
      return Found{to_utf8(cased), i};
    }
    return std::nullopt;
  }

  std::u32string_view line(std::size_t i) const { return text_of(text_, lines_[i].span); }

  void weigh_line(std::size_t i) {
    // To whom a letter goes, and whom to ask, are no authors.
    static const WordSet labels("document_words", "question");
    if (is_address_line(line(i)) || heads_contact(line(i)) || labels.contains(to_lower(line(i))))
      refused_ = true;
    if (header_.kinds[i] == Paragraph::Kind::headline || ends_like_prose(line(i)) ||
        split_words(line(i)).size() > kLongestLine)
      return;
    const auto parts = name_parts(line(i));
    // "Composition: Judge Egger; clerk: Nils Hauri"
    const bool labelled = line(i).find(U": ") != std::u32string_view::npos;
    for (std::size_t p = 0; p < parts.size(); ++p) {
      if (labelled && !parts[p].behind_by) continue;
      const std::u32string name = name_of(parts[p].text, lexicon_);
      if (parts[p].of_other_maker || !may_be_name(name, parts[p])) continue;
      const std::u32string_view behind = p + 1 < parts.size() ? parts[p + 1].text : U"";
      // Of several in a line the first counts.
      if (take(i, name, weight(i, name, parts[p], behind))) return;
    }
  }

  bool may_be_name(const std::u32string& name, const NamePart& part) const {
    const auto words = split_words(name);
    if (words.size() < 2 || words.size() > kLongestName || !is_capitalised_phrase(name) ||
        name.find(U':') != std::u32string::npos)
      return false;
    // "Our Correspondent"
    static const WordSet writers("document_words", "writer");
    if (writers.contains(to_lower(words.back()))) return false;
    // "A Rule", "Oral History Project", "Posted Friday"
    const auto is_word = [this](std::u32string_view word) {
      return word.size() == 1 || is_date_word(word) ||
             lexicon_.word(to_utf8(to_lower(word))).known();
    };
    if (std::all_of(words.begin(), words.end(), is_word)) return false;
    // "Ada Lind reads": the part is no more than the name and a day.
    const std::size_t at = to_lower(part.text).find(to_lower(words.back()));
    const std::size_t end =
        at == std::u32string::npos ? part.text.size() : at + words.back().size();
    static const WordSet degrees("document_words", "degree");
    std::u32string_view rest = trim(part.text.substr(end));
    if (degrees.contains(to_lower(rest))) rest = {};
    if (!part.behind_by && !rest.empty() && !find_date(rest)) return false;
    return may_be_person(to_utf8(name), lexicon_) && !is_known_place(name, lexicon_);
  }

  int weight(std::size_t i, const std::u32string& name, const NamePart& part,
             std::u32string_view behind) const {
    int sum = part.behind_by ? kBehindBy : 0;
    const auto words = split_words(name);
    const bool given =
        (lexicon_.evidence(to_utf8(words[0])) & (kGivenName | kListedGivenName)) != 0;
    // Two words that nobody knows may be whatever has a name.
    const bool dated = find_date(line(i)).has_value() && !ends_like_prose(line(i));
    if (!given && !part.behind_by && !dated) return 0;
    if (!given && !part.behind_by) sum += kInDatedLine;
    if (given) sum += kKnownGivenName;
    if (std::none_of(words.begin(), words.end(), [&](std::u32string_view word) {
          return lexicon_.word(to_utf8(to_lower(word))).known();
        }))
      sum += kNoWordOfLanguage;
    sum += weight_of_place(i) + weight_of_neighbours(i, behind);
    if (part.text.size() == line(i).size()) sum += kAlone;
    if (i == 0 && part.text.size() == line(i).size() && day_within(i, kOpeningLines))
      sum += kOpensText;
    if (told_of(words.back(), lines_.size())) sum += kToldOf;
    return sum;
  }

  int weight_of_place(std::size_t i) const {
    if (!header_.facts.headline || lines_[i].span.begin < header_.facts.headline->end) return 0;
    std::size_t above = i;
    while (above > 0 && lines_[above - 1].span.begin >= header_.facts.headline->end &&
           header_.kinds[above - 1] != Paragraph::Kind::body)
      --above;
    const bool next = lines_[above].span.begin >= header_.facts.headline->end && above > 0 &&
                      lines_[above - 1].span.begin < header_.facts.headline->end;
    if (next) return kBelowHeadline;
    return i - above <= kNearLines ? kNearHeadline : 0;
  }

  int weight_of_neighbours(std::size_t i, std::u32string_view behind) const {
    int sum = 0;
    if (day_within(i, kDayWithin)) sum += kBesideDay;
    const bool below = i + 1 < lines_.size() && header_.kinds[i + 1] != Paragraph::Kind::headline &&
                       tells_office(line(i + 1));
    if (tells_office(behind) || below) sum += kBesideOffice;
    return sum;
  }

  /// "Head of Forecasting", "Institute of Acoustics"
  bool tells_office(std::u32string_view words) const {
    static const WordSet writers("document_words", "writer");
    const auto split = split_words(words);
    if (split.empty() || split.size() > kLongestOffice) return false;
    return is_affiliation(words, lexicon_) ||
           std::any_of(split.begin(), split.end(), [&](std::u32string_view word) {
             while (!word.empty() && !is_letter(word.back())) word.remove_suffix(1);
             const std::string lower = to_utf8(to_lower(word));
             return writers.contains(lower) || lexicon_.is(lower, kTitle | kTitlePart);
           });
  }

  bool day_within(std::size_t first, std::size_t count) const {
    for (std::size_t n = first; n < std::min(lines_.size(), first + count); ++n)
      if ((find_date(line(n)) || month_of_line(line(n))) && !ends_like_prose(line(n))) return true;
    return false;
  }

  /// "Lind said": the text speaks of her, and is not hers.
  bool told_of(std::u32string_view surname, std::size_t end) const {
    const std::u32string word = undo_upper_case(surname);
    if (header_.facts.headline) {
      const std::u32string_view title = text_of(text_, *header_.facts.headline);
      if (to_lower(title).find(to_lower(word)) != std::u32string::npos) return true;
    }
    for (std::size_t i = end_; i < end; ++i)
      for (std::u32string_view one : split_words(line(i))) {
        while (!one.empty() && !is_letter(one.back())) one.remove_suffix(1);
        if (one == word) return true;
      }
    return false;
  }

  bool take(std::size_t i, const std::u32string& name, int weight) {
    if (weight < kEnough || name == best_) return weight >= kEnough;
    tied_ = weight == best_weight_;
    if (weight > best_weight_) {
      best_ = name;
      best_weight_ = weight;
      best_line_ = i;
    }
    return true;
  }

  std::u32string_view text_;
  const std::vector<Line>& lines_;
  const Header& header_;
  const Lexicon& lexicon_;
  std::u32string best_;
  int best_weight_ = 0;
  bool tied_ = false;
  bool refused_ = false;
  std::size_t end_ = 0;  ///< the first line of the running text
  std::size_t best_line_ = 0;
};

}  // namespace

void find_likely_author(std::u32string_view text, const std::vector<Line>& lines,
                        const Lexicon& lexicon, Header& header) {
  const auto found = Weigher(text, lines, header, lexicon).best();
  if (!found) return;
  header.facts.likely_author = found->name;
  header.facts.likely_author_line = found->line;
}

}  // namespace dossier::extract
