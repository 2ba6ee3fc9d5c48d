// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/court_parties.h"

#include <algorithm>

#include "extract/lexicon/word_table.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kWithin = 40;        ///< lines from the top
constexpr std::size_t kMostBetween = 5;    ///< lines from one party to the other
constexpr std::size_t kLongestParty = 12;  ///< words

const WordSet& first_roles() {
  static const WordSet roles("document_words", "first_party");
  return roles;
}

const WordSet& second_roles() {
  static const WordSet roles("document_words", "second_party");
  return roles;
}

/// "HOBB & SONS,    )   Case No. 7": what stands on this side of the bracket or of the white space.
std::u32string_view left_half(std::u32string_view line) {
  return columns_of(line.substr(0, line.find(U')'))).front();
}

bool is_against(std::u32string_view line) {
  const std::u32string word = to_lower(bare_party(left_half(line)));
  return word == U"v" || word == U"v." || word == U"vs" || word == U"vs." || word == U"versus" ||
         word == U"and";
}

bool ends_in_role(std::u32string_view party, const WordSet& roles) {
  const auto words = split_words(party);
  std::u32string last = words.empty() ? U"" : to_lower(bare_party(words.back()));
  while (!last.empty() && !is_letter(last.back())) last.pop_back();
  return roles.contains(to_utf8(last));
}

class PartiesReader {
 public:
  PartiesReader(std::u32string_view text, const std::vector<Line>& lines)
      : text_(text), lines_(lines) {}

  std::optional<CourtParties> read() const {
    for (std::size_t i = 1; i + 1 < std::min(lines_.size(), kWithin); ++i)
      if (is_against(line(i)))
        if (auto parties = read_at(i)) return parties;
    return std::nullopt;
  }

 private:
  std::u32string_view line(std::size_t i) const { return text_of(text_, lines_[i].span); }

  /// What stands on the side of the parties; nothing of a line that begins on the other.
  std::u32string_view left(std::size_t i) const {
    return stands_right(text_, lines_[i]) ? std::u32string_view() : left_half(line(i));
  }

  /// The party of a line that ends in a role, or of the line above one that is only a role.
  std::u32string party_of(std::size_t i, const WordSet& roles) const {
    // The role may stand beside the party, and the number of the case beside the role.
    std::u32string_view whole = bare_party(line(i).substr(0, line(i).find(U')')));
    if (!ends_in_role(whole, roles)) whole = bare_party(left_half(line(i)));
    if (!ends_in_role(whole, roles)) return {};
    const auto words = split_words(whole);
    std::u32string_view name =
        bare_party(whole.substr(0, static_cast<std::size_t>(words.back().data() - whole.data())));
    for (std::size_t above = i; name.empty() && above > 0 && i - above < 3; --above)
      name = bare_party(left(above - 1));
    return is_court_role(name) || is_against(name) ? std::u32string() : as_party(name);
  }

  static std::u32string as_party(std::u32string_view name) {
    if (name.empty() || split_words(name).size() > kLongestParty) return {};
    return undo_upper_case(name);
  }

  bool has_role(std::size_t begin, std::size_t end, const WordSet& roles) const {
    for (std::size_t i = begin; i < std::min(end, lines_.size()); ++i)
      if (ends_in_role(left_half(line(i)), roles) || ends_in_role(line(i), roles)) return true;
    return false;
  }

  /// "IN THE HIGH COURT OF LORNE", above the parties.
  bool has_court_above(std::size_t end) const {
    static const WordSet courts("document_words", "court");
    for (std::size_t i = 0; i < end; ++i)
      for (const std::u32string_view word : split_words(line(i)))
        if (courts.contains(to_utf8(to_lower(bare_party(word)))) && is_upper(word[0])) return true;
    return false;
  }

  /// Below the name of a court, parties stand beside "v." with the role of one of them or of none,
  /// for everybody knows whose part the state takes; around "and", with both roles somewhere below.
  bool stands_between_parties(std::size_t against) const {
    const std::size_t begin = against > kMostBetween ? against - kMostBetween : 0;
    const std::size_t end = against + kMostBetween + 2;
    if (!has_court_above(against)) return false;
    const bool first = has_role(begin, end, first_roles());
    const bool second = has_role(against, end, second_roles());
    const bool joined = to_lower(bare_party(left_half(line(against)))) == U"and";
    return joined ? first && second : first || second || is_all_upper(left_half(line(against - 1)));
  }

  /// The line above or below "v.", whatever its role; the lines of a name may be more than one.
  std::u32string party_beside(std::size_t against, int step, std::size_t& at) const {
    for (std::size_t n = 1; n < 4; ++n) {
      if (step < 0 && against < n) return {};
      at = step < 0 ? against - n : against + n;
      if (at >= lines_.size()) return {};
      const std::u32string_view name = bare_party(left(at));
      if (name.empty() || is_court_role(name)) continue;
      // "ANTON VOLKER, also known as ..." is named by what stands before the comma.
      const std::size_t alias = name.find(U", also known as");
      return as_party(bare_party(name.substr(0, alias)));
    }
    return {};
  }

  std::optional<CourtParties> read_at(std::size_t against) const {
    std::u32string first, second;
    std::size_t begin = against, end = against;
    for (std::size_t i = against; first.empty() && i-- > 0 && against - i < kMostBetween;)
      first = party_of(begin = i, first_roles());
    for (std::size_t i = against + 1;
         second.empty() && i < lines_.size() && i - against < kMostBetween; ++i)
      second = party_of(end = i, second_roles());
    if ((first.empty() || second.empty()) && stands_between_parties(against)) {
      first = party_beside(against, -1, begin);
      second = party_beside(against, 1, end);
      end = last_of_caption(end);
    }
    if (first.empty() || second.empty()) return std::nullopt;
    return CourtParties{first, second, begin, end};
  }

  /// Through the rest of the second party and the roles.
  std::size_t last_of_caption(std::size_t party) const {
    std::size_t last = party;
    for (std::size_t i = party + 1; i < std::min(lines_.size(), party + kMostBetween); ++i)
      if (is_court_role(left_half(line(i)))) last = i;
    return last;
  }

  std::u32string_view text_;
  const std::vector<Line>& lines_;
};

}  // namespace

bool is_court_role(std::u32string_view words) {
  return split_words(bare_party(words)).size() == 1 &&
         (ends_in_role(words, first_roles()) || ends_in_role(words, second_roles()));
}

std::u32string_view bare_party(std::u32string_view text) {
  const auto outer = [](char32_t c) {
    return is_space(c) || is_dash(c) || c == U')' || c == U'(' || c == U',' || c == U':' ||
           c == U'_' || c == U';';
  };
  while (!text.empty() && outer(text.back())) text.remove_suffix(1);
  while (!text.empty() && outer(text.front())) text.remove_prefix(1);
  return text;
}

std::u32string_view right_of_caption(std::u32string_view line) {
  if (const std::size_t close = line.find(U')'); close != std::u32string_view::npos)
    return trim(line.substr(close + 1));
  const auto columns = columns_of(line);
  return columns.size() > 1 ? columns.back() : std::u32string_view();
}

bool stands_right(std::u32string_view text, const Line& line) {
  constexpr std::uint32_t kMiddle = 36;  // characters from the edge
  std::uint32_t begin = line.span.begin;
  while (begin > 0 && text[begin - 1] != U'\n') --begin;
  return line.span.begin - begin >= kMiddle;
}

std::optional<CourtParties> find_court_parties(std::u32string_view text,
                                               const std::vector<Line>& lines) {
  return PartiesReader(text, lines).read();
}

}  // namespace dossier::extract
