// SPDX-License-Identifier: Apache-2.0
#include "extract/segment/segment.h"

#include <algorithm>
#include <string>
#include <utility>

#include "extract/interruption.h"
#include "extract/segment/word_lists.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// A bracket that is not closed within so many tokens does not hold a sentence together.
constexpr std::size_t kBracketReach = 40;

class SentenceSplitter {
 public:
  SentenceSplitter(std::u32string_view text, const std::vector<Token>& tokens)
      : text_(text), tokens_(tokens) {}

  /// Index of the first token of the sentence after the one that begins at `first`.
  std::size_t end_of(std::size_t first) const {
    if (const std::size_t caption = after_label(first); caption > first) return caption;
    std::size_t bracket_end = 0;
    for (std::size_t i = first; i < tokens_.size(); ++i) {
      Interruption::look();
      if (i > first && opens_bracket(i)) bracket_end = std::max(bracket_end, closing_bracket(i));
      if (i < bracket_end || !may_end(i)) continue;
      const std::size_t next = after_closers(i);
      if (next >= tokens_.size()) return next;
      if (is_boundary(i, next)) return next;
    }
    return tokens_.size();
  }

 private:
  std::u32string_view text_of(std::size_t i) const {
    return text_.substr(tokens_[i].span.begin, tokens_[i].span.size());
  }
  bool spaced(std::size_t i) const {
    return i > 0 && tokens_[i].span.begin > tokens_[i - 1].span.end;
  }
  bool opens_bracket(std::size_t i) const { return text_of(i) == U"(" || text_of(i) == U"["; }

  std::size_t closing_bracket(std::size_t open) const {
    const std::u32string_view close = text_of(open) == U"(" ? U")" : U"]";
    const std::size_t limit = std::min(tokens_.size(), open + kBracketReach);
    for (std::size_t i = open + 1; i < limit; ++i) {
      if (text_of(i) == close) return i;
    }
    return 0;
  }

  /// "Figure 1.3 This map shows": the token after the label, which is a sentence of its own as in
  /// a caption below its picture; `first` if there is none.
  std::size_t after_label(std::size_t first) const {
    if (first + 2 >= tokens_.size() || !labels_captions(to_lower(text_of(first)))) return first;
    if (!is_digit(text_of(first + 1)[0])) return first;
    std::size_t next = first + 2;
    if (text_of(next) == U"." || text_of(next) == U":") ++next;
    const bool opens = next < tokens_.size() && spaced(next) && is_upper(opening_letter(next));
    return opens ? next : first;
  }

  bool may_end(std::size_t i) const {
    const std::u32string_view word = text_of(i);
    if (word.find_first_not_of(U".!?\u2026") == std::u32string_view::npos) return true;
    return word.size() > 1 && word.back() == U'.' && !is_digit(word[0]);
  }

  /// The token after quotes and brackets that close what the stop closes.
  std::size_t after_closers(std::size_t stop) const {
    std::size_t i = stop + 1;
    while (i < tokens_.size() && !spaced(i)) {
      const std::u32string_view word = text_of(i);
      const bool closes =
          word == U")" || word == U"]" || word == U"''" || (word.size() == 1 && is_quote(word[0]));
      if (!closes) break;
      ++i;
    }
    return i;
  }

  bool is_boundary(std::size_t stop, std::size_t next) const {
    const std::u32string_view last = text_of(stop);
    const std::u32string_view word = text_of(next);
    if (!spaced(next) && !(last == U"." && is_upper(word[0]) && stop > 0 && word.size() > 1)) {
      return false;
    }
    if (is_lower(opening_letter(next))) return false;
    if (last.size() == 1 || last.find_first_not_of(U".!?\u2026") == std::u32string_view::npos) {
      return !is_closing(word);
    }
    const std::u32string bare = to_lower(last.substr(0, last.size() - 1));
    if (abbreviation(bare) == Abbreviation::never_last) return false;
    // "lost $180bn. Nobody knew": no name begins with a scale.
    if (bare == U"bn" || bare == U"mn" || bare == U"mln" || bare == U"tn") return true;
    return is_sentence_opener(to_lower(word));
  }

  static bool is_closing(std::u32string_view word) {
    return word == U"," || word == U";" || word == U":" || word == U")" ||
           (word.size() == 1 && is_dash(word[0]));
  }

  /// The first letter of the next words, after quotes and brackets.
  char32_t opening_letter(std::size_t i) const {
    while (i + 1 < tokens_.size() && !is_letter(text_of(i)[0]) && !is_digit(text_of(i)[0])) ++i;
    return text_of(i)[0];
  }

  std::u32string_view text_;
  const std::vector<Token>& tokens_;
};

void add_sentences(const Document& document, const Paragraph& paragraph,
                   std::vector<Sentence>& out) {
  const std::u32string_view text(document.text);
  std::vector<Token> tokens =
      tokenize(text.substr(paragraph.span.begin, paragraph.span.size()), paragraph.span.begin);
  const bool headline = paragraph.kind == Paragraph::Kind::headline;
  const SentenceSplitter splitter(text, tokens);
  for (std::size_t first = 0; first < tokens.size();) {
    const bool whole = headline || paragraph.row;
    const std::size_t end = whole ? tokens.size() : splitter.end_of(first);
    Sentence sentence;
    sentence.index = static_cast<std::uint32_t>(out.size());
    sentence.span = {tokens[first].span.begin, tokens[end - 1].span.end};
    sentence.headline = headline;
    sentence.turn = paragraph.turn;
    sentence.row = paragraph.row;
    sentence.attendance = paragraph.attendance;
    sentence.tokens.assign(tokens.begin() + static_cast<std::ptrdiff_t>(first),
                           tokens.begin() + static_cast<std::ptrdiff_t>(end));
    out.push_back(std::move(sentence));
    first = end;
  }
}

}  // namespace

std::vector<Sentence> segment(const Document& document) {
  std::vector<Sentence> sentences;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.kind == Paragraph::Kind::headline || paragraph.kind == Paragraph::Kind::body) {
      add_sentences(document, paragraph, sentences);
    }
  }
  return sentences;
}

}  // namespace dossier::extract
