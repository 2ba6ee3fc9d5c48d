// SPDX-License-Identifier: Apache-2.0
// Tokens as the English Universal Dependencies treebanks cut them. A chunk between white space is
// read from left to right: addresses, words (with inner punctuation), punctuation.
#include <algorithm>
#include <string>
#include <utility>

#include "extract/segment/address.h"
#include "extract/segment/segment.h"
#include "extract/segment/word_lists.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

bool all_of(std::u32string_view text, bool (*accept)(char32_t)) {
  return !text.empty() && std::all_of(text.begin(), text.end(), accept);
}

class ChunkReader {
 public:
  ChunkReader(std::u32string_view chunk, std::u32string_view next, bool opens_text,
              std::uint32_t offset, std::vector<Token>& out)
      : chunk_(chunk), next_(next), opens_text_(opens_text), offset_(offset), out_(out) {}

  void read() {
    while (at_ < chunk_.size()) {
      const std::u32string_view rest = chunk_.substr(at_);
      if (const std::size_t address = address_length(rest); address > 0) {
        emit(address);
      } else if (const std::size_t fixed = fixed_length(rest); fixed > 0) {
        emit(fixed);
      } else if (is_word_char(rest[0])) {
        read_word();
      } else {
        emit(punctuation_length(rest));
      }
    }
  }

 private:
  char32_t peek(std::size_t at) const { return at < chunk_.size() ? chunk_[at] : U'\0'; }

  void emit(std::size_t length) {
    const auto begin = static_cast<std::uint32_t>(offset_ + at_);
    Token token;
    token.span = {begin, begin + static_cast<std::uint32_t>(length)};
    token.text = to_utf8(chunk_.substr(at_, length));
    out_.push_back(std::move(token));
    at_ += length;
  }

  /// ":-)", ";)", ":P" at the end of a chunk; 0: no face.
  static std::size_t face_length(std::u32string_view rest) {
    if (rest[0] != U':' && rest[0] != U';' && rest[0] != U'=') return 0;
    const std::size_t mouth = rest.size() > 2 && rest[1] == U'-' ? 2 : 1;
    if (rest.size() <= mouth) return 0;
    std::size_t end = mouth;
    while (end < rest.size() && rest[end] == rest[mouth]) ++end;
    const bool smiles =
        std::u32string_view(U"()DPp").find(rest[mouth]) != std::u32string_view::npos;
    const bool closes = end == rest.size() || rest.find_first_not_of(U".,!?", end) == rest.npos;
    return smiles && closes ? end : 0;
  }

  /// Runs that are one token: "...", "--", "!!!", "``", "''", "'90s", "'em".
  std::size_t punctuation_length(std::u32string_view rest) const {
    const char32_t c = rest[0];
    std::size_t run = 1;
    while (run < rest.size() && rest[run] == c) ++run;
    if (c == U'.' || c == U'!' || c == U'?') {
      const std::size_t end = std::min(rest.find_first_not_of(U"!?."), rest.size());
      return rest.substr(0, end).find_first_of(U"!?") == rest.npos ? run : end;
    }
    if (std::u32string_view(U"-=*_#$<>+~^").find(c) != rest.npos) return run;
    if (const std::size_t face = face_length(rest); face > 0) return face;
    if ((c == U'\'' || c == U'`') && run >= 2) return 2;
    if (is_apostrophe(c)) return elided_length(rest);
    return 1;
  }

  static std::size_t elided_length(std::u32string_view rest) {
    std::size_t digits = 1;
    while (digits < rest.size() && is_digit(rest[digits])) ++digits;
    if (digits == 3) return digits < rest.size() && rest[digits] == U's' ? 4 : 3;
    for (std::u32string_view word : {U"em", U"til", U"cause", U"s", U"re", U"ve", U"ll"}) {
      const std::size_t end = 1 + word.size();
      if (rest.substr(1, word.size()) == word && (end >= rest.size() || !is_word_char(rest[end]))) {
        return end;
      }
    }
    return 1;
  }

  void read_word() {
    const std::size_t end = word_end();
    const std::u32string_view word = chunk_.substr(at_, end - at_);
    if (is_digit(word[0])) {
      read_number(word);
      return;
    }
    if (const std::size_t clitic = clitic_begin(word); clitic > 0) {
      emit_fused(word.substr(0, clitic));
      emit(word.size() - clitic);
      return;
    }
    emit_fused(word);
  }

  void emit_fused(std::u32string_view word) {
    const std::size_t first = fused_split(to_lower(word));
    if (first > 0) emit(first);
    emit(word.size() - first);
  }

  /// Splits the unit off "10km"; ordinals, decades and codes stay whole.
  void read_number(std::u32string_view word) {
    std::size_t digits = 0;
    while (digits < word.size() && !is_letter(word[digits])) ++digits;
    if (digits < word.size() && is_attached_unit(to_lower(word.substr(digits)))) {
      emit(digits);
      read_word();
      return;
    }
    emit(word.size());
  }

  std::size_t word_end() const {
    std::size_t at = at_;
    while (at < chunk_.size()) {
      while (at < chunk_.size() && is_word_char(chunk_[at])) ++at;
      const std::size_t joined = joined_end(at);
      if (joined == at) break;
      at = joined;
      if (!is_word_char(peek(at)) || chunk_[at - 1] == U'$') break;
    }
    return at;
  }

  /// The end of what joins the word ending at `at` with more: `at` itself when nothing does.
  std::size_t joined_end(std::size_t at) const {
    const char32_t c = peek(at);
    const char32_t before = chunk_[at - 1];
    const char32_t after = peek(at + 1);
    if (c == U'.') return at + (stop_belongs(at) ? 1U : 0U);
    if ((c == U',' || c == U':') && is_digit(before) && is_digit(after)) return at + 1;
    if (c == U'/' && is_digit(before) && is_digit(after)) return at + 1;
    if (is_apostrophe(c) && is_letter(before) && is_letter(after)) return at + 1;
    if (c == U'&' && is_upper(before) && is_upper(after)) return at + 1;
    if (c == U'$' && at - at_ <= 3 && all_of(word_so_far(at), is_upper)) return at + 1;
    if (is_dash(c) && hyphen_binds(at)) return at + 1;
    return at;
  }

  std::u32string_view word_so_far(std::size_t at) const { return chunk_.substr(at_, at - at_); }

  bool hyphen_binds(std::size_t at) const {
    if (peek(at) != U'-' || !is_word_char(peek(at + 1))) return false;
    const std::u32string word = to_lower(word_so_far(at));
    if (is_bound_prefix(word.substr(word.rfind(U'-') + 1))) return is_letter(peek(at + 1));
    std::size_t end = at + 1;
    while (end < chunk_.size() && is_word_char(chunk_[end])) ++end;
    return is_bound_suffix(to_lower(chunk_.substr(at + 1, end - at - 1)));
  }

  /// The end of a degree, "Ph.D.", "M.Sc.", "LL.M.", which begins the word: groups of few letters,
  /// one of them alone. Where the word begins if it is none.
  std::size_t degree_end() const {
    std::size_t end = at_, groups = 0;
    bool alone = false;
    while (is_upper(peek(end))) {
      std::size_t at = end + 1;
      while (at - end < 2 && is_upper(peek(at))) ++at;
      while (at - end < 4 && is_lower(peek(at))) ++at;
      if (peek(at) != U'.') break;
      alone = alone || at == end + 1;
      end = at + 1;
      ++groups;
    }
    return groups >= 2 && alone && !is_word_char(peek(end)) ? end : at_;
  }

  /// Whether the stop at `at` is part of the word: decimals, "U.S.", initials, abbreviations.
  bool stop_belongs(std::size_t at) const {
    const std::u32string_view word = word_so_far(at);
    const char32_t after = peek(at + 1);
    if (is_digit(word.back()) && is_digit(after)) return true;
    if (after == U'.') return false;
    if (at < degree_end()) return true;
    if (opens_text_ && at_ == 0 && all_of(word, is_digit) && at + 1 == chunk_.size()) {
      return word.size() <= 2 && !next_.empty();
    }
    const std::u32string lower = to_lower(word);
    // "Harold P. Lindgren", but "p. 5"
    const bool initial =
        word.size() == 1 && is_upper(word[0]) && !next_.empty() && is_upper(next_[0]);
    if (counts_parts(lower) && !initial && !is_letter(after)) {
      return is_digit(after) || (at + 1 == chunk_.size() && !next_.empty() && is_digit(next_[0]));
    }
    const bool single =
        is_letter(word.back()) && (word.size() == 1 || word[word.size() - 2] == U'.');
    if (single && is_letter(after))
      return peek(at + 2) == U'.' || word.size() > 1 || is_upper(after);
    if (single && word.size() > 1) return true;
    if (single)
      return is_upper(word[0]) && word[0] != U'I' && !next_.empty() && !is_lower(next_[0]);
    const Abbreviation kind = abbreviation(lower);
    if (kind == Abbreviation::never_last) return at + 1 < chunk_.size() || !next_.empty();
    return kind == Abbreviation::may_be_last;
  }

  /// Where "n't", "'s", "'ll" begins in a word; 0 when it has none.
  static std::size_t clitic_begin(std::u32string_view word) {
    const std::size_t mark = word.find_last_of(U"'\u2019\u02BC");
    if (mark == std::u32string_view::npos || mark == 0) return 0;
    const std::u32string tail = to_lower(word.substr(mark + 1));
    if (tail == U"t" && mark >= 2 && (word[mark - 1] == U'n' || word[mark - 1] == U'N')) {
      return mark - 1;
    }
    for (std::u32string_view clitic : {U"s", U"re", U"ve", U"ll", U"d", U"m"}) {
      if (tail == clitic) return mark;
    }
    return 0;
  }

  std::u32string_view chunk_;
  std::u32string_view next_;
  bool opens_text_;
  std::uint32_t offset_;
  std::vector<Token>& out_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Token> tokenize(std::u32string_view text, std::uint32_t offset) {
  std::vector<Token> tokens;
  const std::vector<std::u32string_view> chunks = split_words(text);
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    const std::u32string_view next = i + 1 < chunks.size() ? chunks[i + 1] : std::u32string_view();
    const auto begin = static_cast<std::uint32_t>(chunks[i].data() - text.data());
    ChunkReader(chunks[i], next, i == 0, offset + begin, tokens).read();
  }
  return tokens;
}

}  // namespace dossier::extract
