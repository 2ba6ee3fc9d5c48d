// SPDX-License-Identifier: Apache-2.0
#include "extract/conllu/read_analysis.h"

#include <algorithm>
#include <utility>

#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

std::string_view filled(std::string_view column) { return column == "_" ? "" : column; }

class AnalysisBuilder {
 public:
  Analysis build(const std::vector<ConlluSentence>& sentences) {
    for (const ConlluSentence& sentence : sentences) {
      if (sentence.opens_paragraph) close_paragraph();
      add(sentence);
    }
    close_paragraph();
    return std::move(analysis_);
  }

 private:
  std::u32string& text() { return analysis_.document.text; }
  std::uint32_t here() { return static_cast<std::uint32_t>(text().size()); }

  void close_paragraph() {
    // The blank behind the last token goes; blanks that its form ends in are its own.
    if (here() > said_) text().resize(said_);
    if (here() == paragraph_) return;
    analysis_.document.paragraphs.push_back(
        {Paragraph::Kind::body, {paragraph_, here()}, std::nullopt});
    text() += U"\n\n";
    paragraph_ = said_ = here();
  }

  void add(const ConlluSentence& from) {
    Sentence sentence;
    sentence.index = static_cast<std::uint32_t>(analysis_.sentences.size());
    sentence.span = {here(), here()};
    for (const ConlluToken& token : from.tokens) {
      const std::uint32_t begin = here();
      text() += to_code_points(token.form);
      sentence.span.end = said_ = here();
      add_words(from, token, {begin, here()}, sentence);
      if (token.space_after) text() += U' ';
    }
    const bool has_tree = std::all_of(from.words.begin(), from.words.end(), [](const auto& word) {
      return word.head != ConlluWord::kNoHead;
    });
    sentence.tree_pieces = has_tree ? 1 : 0;
    analysis_.sentences.push_back(std::move(sentence));
  }

  /// Words of a contraction share its letters in order: "don't" is do + n't.
  static void add_words(const ConlluSentence& from, const ConlluToken& token, TextSpan span,
                        Sentence& sentence) {
    std::uint32_t at = span.begin;
    for (std::size_t i = 0; i < token.word_count; ++i) {
      const ConlluWord& word = from.words[token.first_word + i];
      const bool last = i + 1 == token.word_count;
      const auto length = static_cast<std::uint32_t>(to_code_points(word.form).size());
      const std::uint32_t end = last ? span.end : std::min(at + length, span.end);
      Token out;
      out.span = {at, end};
      out.text = word.form;
      out.lemma = filled(word.lemma);
      if (out.lemma.empty() && word.form == "_") out.lemma = "_";
      out.upos = Label<Upos>(filled(word.upos));
      out.xpos = Label<Xpos>(filled(word.xpos));
      const bool governed = word.head != ConlluWord::kNoHead && word.head > 0;
      out.head = governed ? static_cast<std::int32_t>(word.head) - 1 : -1;
      out.relation = Label<Relation>(filled(word.relation));
      sentence.tokens.push_back(std::move(out));
      at = end;
    }
  }

  Analysis analysis_;
  std::uint32_t paragraph_ = 0;  ///< where it begins
  std::uint32_t said_ = 0;       ///< where its last token ends
};

}  // namespace

Analysis analysis_of(const std::vector<ConlluSentence>& sentences) {
  return AnalysisBuilder().build(sentences);
}

}  // namespace dossier::extract
