// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/signature.h"

#include <algorithm>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/dateline.h"
#include "extract/reader/header_lines.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kMostBelow = 3;       ///< lines below the name
constexpr std::size_t kMostPassed = 10;     ///< lines of boilerplate below them
constexpr std::size_t kLongestLine = 8;     ///< words
constexpr std::size_t kLeastLines = 3;      ///< of the document
constexpr std::size_t kCounselWithin = 10;  ///< lines from the top
constexpr std::size_t kSignedWithin = 12;   ///< lines from the end

bool is_rule(std::u32string_view line) {
  return line.find_first_not_of(U"_-=. ") == std::u32string_view::npos;
}

class SignatureReader {
 public:
  SignatureReader(std::u32string_view text, const std::vector<Line>& lines,
                  const SourceText& source, const Lexicon& lexicon)
      : text_(text), lines_(lines), source_(source), lexicon_(lexicon) {}

  std::optional<SignOff> find() const {
    if (lines_.size() < kLeastLines) return std::nullopt;
    std::vector<std::size_t> block;  // from the end
    std::size_t passed = 0, i = lines_.size();
    while (i > 1 && !is_sentence(i - 1)) {
      --i;
      if (is_boilerplate(i)) {
        if (++passed > kMostPassed) return std::nullopt;
      } else if (!is_rule(line(i))) {
        block.push_back(i);
      }
      if (block.size() > kMostBelow + 1) return std::nullopt;
    }
    if (i > 0 && heads_witness(line(i - 1))) return std::nullopt;
    // "Investor contact:" above a name
    if (!block.empty() && (heads_contact(line(block.back())) || heads_contact(line(i - 1))))
      return std::nullopt;
    return i < 2 ? std::nullopt : read(block);
  }

 private:
  std::u32string_view line(std::size_t i) const { return text_of(text_, lines_[i].span); }

  bool is_sentence(std::size_t i) const {
    return !is_boilerplate(i) && (ends_like_prose(line(i)) || split_words(line(i)).size() > 20);
  }

  bool is_boilerplate(std::size_t i) const {
    return std::any_of(source_.boilerplate.begin(), source_.boilerplate.end(),
                       [&](TextSpan span) { return span.contains(lines_[i].span); });
  }

  /// "Chair of the Board"
  bool opens_with_title(std::u32string_view below) const {
    const std::string first = to_lower(to_utf8(split_words(below).front()));
    return lexicon_.is(first, kTitle | kTitlePart);
  }

  bool ends_in_title(std::u32string_view behind) const {
    const auto words = split_words(behind);
    return !words.empty() && words.size() <= 3 && is_capitalised_phrase(behind) &&
           lexicon_.is(to_lower(to_utf8(words.back())), kTitle | kTitlePart);
  }

  /// Above an office, a given name need not be known.
  bool may_be_full_name(std::u32string_view name) const {
    const auto words = split_words(name);
    return words.size() >= 2 && words.size() <= 3 && is_capitalised_phrase(name) &&
           may_be_person(to_utf8(name), lexicon_);
  }

  /// "Entered: 14 June 2018" above the name.
  std::optional<WrittenDate> take_date_above(std::vector<std::size_t>& block) const {
    if (block.size() < 2) return std::nullopt;
    const auto date = date_line(line(block.back()), lexicon_);
    if (date) block.pop_back();
    return date ? date->date : std::nullopt;
  }

  std::optional<SignOff> read(std::vector<std::size_t> block) const {
    if (block.empty()) return std::nullopt;
    const std::optional<WrittenDate> above = take_date_above(block);
    // "Ines Corda, Sorn"
    std::u32string_view signed_as = line(block.back());
    // The rule to sign on may stand in the same line.
    while (!signed_as.empty() && (signed_as.front() == U'_' || is_space(signed_as.front())))
      signed_as.remove_prefix(1);
    if (signed_as.empty()) return std::nullopt;
    const std::size_t comma = std::min(signed_as.find(U','), signed_as.size());
    const std::u32string name = undo_upper_case(signed_as.substr(0, comma));
    if (split_words(signed_as).size() > kLongestLine) return std::nullopt;
    if (is_full_name(trim(signed_as.substr(std::min(comma + 1, signed_as.size()))), lexicon_))
      return std::nullopt;
    // "R. Cobb, Hon. Secretary"
    const std::u32string_view behind = signed_as.substr(std::min(comma + 1, signed_as.size()));
    const bool office = (block.size() > 1 && opens_with_title(line(block[block.size() - 2]))) ||
                        ends_in_title(behind);
    if (!is_full_name(name, lexicon_) && !(office && may_be_full_name(name))) return std::nullopt;
    SignOff found{block.back(), to_utf8(name), above};
    for (std::size_t i = 0; i + 1 < block.size(); ++i) {
      const std::u32string_view below = line(block[i]);
      if (split_words(below).size() > kLongestLine || below.find(U':') != std::u32string_view::npos)
        return std::nullopt;
      if (is_full_name(undo_upper_case(below), lexicon_)) return std::nullopt;
      if (const auto date = date_line(below, lexicon_)) found.date = date->date;
    }
    return found;
  }

  std::u32string_view text_;
  const std::vector<Line>& lines_;
  const SourceText& source_;
  const Lexicon& lexicon_;
};

/// "Attorneys for Plaintiff" below the name: the paper is the plaintiff's.
bool signs_for_party(std::u32string_view text, const std::vector<Line>& lines,
                     std::size_t signed_at) {
  static const WordSet counsel("document_words", "counsel");
  // At the top of a paper, too: "Attorneys for Plaintiff".
  for (std::size_t i = 0; i < std::min(lines.size(), signed_at + 1 + kMostBelow); ++i)
    if ((i > signed_at || i < kCounselWithin) &&
        counsel.begins(to_utf8(to_lower(text_of(text, lines[i].span)))))
      return true;
  return false;
}

/// "By: /s/ Dana Whitlow": a signature as filings have it.
std::optional<SignOff> find_signed_mark(std::u32string_view text, const std::vector<Line>& lines,
                                        const Lexicon& lexicon) {
  const std::size_t first = lines.size() > kSignedWithin ? lines.size() - kSignedWithin : 1;
  for (std::size_t i = first; i < lines.size(); ++i) {
    const std::u32string_view line = text_of(text, lines[i].span);
    const std::size_t mark = line.find(U"/s/");
    if (mark == std::u32string_view::npos) continue;
    const std::u32string_view signed_as = trim(line.substr(mark + 3));
    const std::u32string name = undo_upper_case(trim(signed_as.substr(0, signed_as.find(U','))));
    if (!is_full_name(name, lexicon)) continue;
    SignOff found{i, to_utf8(name), find_date(line.substr(0, mark))};
    if (signs_for_party(text, lines, i)) found.name.clear();
    for (std::size_t n = i + 1; n < lines.size() && !found.date; ++n)
      if (const auto date = date_line(text_of(text, lines[n].span), lexicon))
        found.date = date->date;
    return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<SignOff> find_signature(std::u32string_view text, const std::vector<Line>& lines,
                                      const SourceText& source, const Lexicon& lexicon) {
  auto found = SignatureReader(text, lines, source, lexicon).find();
  return found ? found : find_signed_mark(text, lines, lexicon);
}

}  // namespace dossier::extract
