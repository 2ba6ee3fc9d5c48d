// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/quotations.h"

#include <algorithm>
#include <string_view>

#include "extract/clause/words.h"

namespace dossier::extract::resolve {

namespace {

/// Fewer words than this between marks are a term or a title.
constexpr std::uint32_t kLeastWords = 4;

enum class Mark : std::uint8_t { none, opens, closes, either };

Mark mark_of(std::string_view text) {
  if (text == "\u201c" || text == "``" || text == "\u00ab") return Mark::opens;
  if (text == "\u201d" || text == "''" || text == "\u00bb") return Mark::closes;
  return text == "\"" ? Mark::either : Mark::none;
}

/// The paragraph of a sentence; quotations end with it.
std::size_t paragraph_of(const Document& document, const Sentence& sentence) {
  std::size_t at = 0;
  while (at < document.paragraphs.size() && !document.paragraphs[at].span.contains(sentence.span))
    ++at;
  return at;
}

/// Who does what a verb says.
std::optional<std::uint32_t> subject_of(const Sentence& sentence, std::uint32_t verb) {
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i)
    if (sentence.tokens[i].relation == Relation::nsubj &&
        sentence.tokens[i].head == static_cast<std::int32_t>(verb))
      return i;
  return std::nullopt;
}

}  // namespace

Quotations::Quotations(const Analysis& analysis) : pieces_(analysis.sentences.size()) {
  std::size_t last_paragraph = analysis.document.paragraphs.size();
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    const Sentence& sentence = analysis.sentences[s];
    const std::size_t paragraph = paragraph_of(analysis.document, sentence);
    if (paragraph != last_paragraph) {
      open_ = false;
      last_speaker_.reset();
    }
    last_paragraph = paragraph;
    read_marks(sentence, s);
    find_speaker(sentence, s);
  }
}

void Quotations::read_marks(const Sentence& sentence, std::uint32_t s) {
  std::uint32_t begin = 0;
  const auto close = [&](std::uint32_t end) {
    if (end - begin >= kLeastWords) pieces_[s].push_back({{begin, end}, quotations_.size() - 1});
  };
  const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const Mark mark = mark_of(sentence.tokens[i].text);
    if (open_ && (mark == Mark::closes || mark == Mark::either)) {
      close(i);
      open_ = false;
    } else if (!open_ && (mark == Mark::opens || mark == Mark::either)) {
      open_ = true;
      begin = i + 1;
      quotations_.emplace_back();
    }
  }
  if (open_) close(count);
}

const Quotation* Quotations::at(std::uint32_t sentence, std::uint32_t token) const {
  for (const Piece& piece : pieces_[sentence])
    if (piece.tokens.contains(token)) return &quotations_[piece.quotation];
  return nullptr;
}

/// Who speaks in the quotations of a sentence: whoever says something outside of them; where nobody
/// does, who spoke last in the same paragraph.
void Quotations::find_speaker(const Sentence& sentence, std::uint32_t s) {
  if (pieces_[s].empty()) return;
  std::optional<WordPlace> said;
  for (std::uint32_t i = 0; i < sentence.tokens.size() && !said; ++i) {
    const Token& word = sentence.tokens[i];
    if (word.upos != Upos::verb || !clause::is_reporting_verb(word.lemma) || at(s, i)) continue;
    const std::optional<std::uint32_t> subject = subject_of(sentence, i);
    if (subject && !at(s, *subject)) said = WordPlace{s, *subject};
  }
  if (!said) said = last_speaker_;
  last_speaker_ = said;
  for (const Piece& piece : pieces_[s])
    if (!quotations_[piece.quotation].speaker) quotations_[piece.quotation].speaker = said;
}

}  // namespace dossier::extract::resolve
