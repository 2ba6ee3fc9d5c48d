#include "ud_measure.h"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "extract/analyze/analyzer.h"
#include "extract/segment/segment.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

using Span = std::pair<std::uint32_t, std::uint32_t>;

/// A text with the spans of its gold words and sentences.
struct RawText {
  Document document;
  std::set<Span> words;
  std::set<Span> sentences;
};

/// Words of a contraction share its letters in order: "don't" is do + n't.
void add_words(const ConlluSentence& sentence, const ConlluToken& token, std::uint32_t begin,
               std::uint32_t end, std::set<Span>& words) {
  std::uint32_t at = begin;
  for (std::size_t i = 0; i < token.word_count; ++i) {
    const bool last = i + 1 == token.word_count;
    const auto length = static_cast<std::uint32_t>(
        to_code_points(sentence.words[token.first_word + i].form).size());
    const std::uint32_t stop = last ? end : std::min(at + length, end);
    words.emplace(at, stop);
    at = stop;
  }
}

RawText raw_text(const std::vector<ConlluSentence>& treebank) {
  RawText raw;
  std::u32string& text = raw.document.text;
  std::uint32_t paragraph = 0;
  const auto close = [&] {
    const auto end = static_cast<std::uint32_t>(text.size());
    if (end > paragraph) {
      raw.document.paragraphs.push_back({Paragraph::Kind::body, {paragraph, end}, std::nullopt});
    }
    text += U"\n\n";
    paragraph = static_cast<std::uint32_t>(text.size());
  };
  for (const ConlluSentence& sentence : treebank) {
    if (sentence.opens_paragraph) close();
    const auto begin = static_cast<std::uint32_t>(text.size());
    std::uint32_t end = begin;
    for (const ConlluToken& token : sentence.tokens) {
      const auto at = static_cast<std::uint32_t>(text.size());
      text += to_code_points(token.form);
      end = static_cast<std::uint32_t>(text.size());
      add_words(sentence, token, at, end, raw.words);
      if (token.space_after) text += U' ';
    }
    raw.sentences.emplace(begin, end);
  }
  close();
  return raw;
}

void compare(const std::set<Span>& gold, const std::set<Span>& found, const Document& document,
             const char* what, bool show, Score& score) {
  score.gold = gold.size();
  score.found = found.size();
  for (const Span& span : found) {
    if (gold.contains(span)) {
      ++score.right;
    } else if (show) {
      fmt::print("{}: wrong  [{}]\n", what, document.utf8({span.first, span.second}));
    }
  }
  if (!show) return;
  for (const Span& span : gold) {
    if (!found.contains(span)) {
      fmt::print("{}: missed [{}]\n", what, document.utf8({span.first, span.second}));
    }
  }
}

Sentence gold_sentence(const ConlluSentence& gold) {
  Sentence sentence;
  for (const ConlluWord& word : gold.words) {
    Token token;
    token.text = word.form;
    sentence.tokens.push_back(std::move(token));
  }
  return sentence;
}

void count(const std::string& gold, const std::string& found, Score& score) {
  ++score.gold;
  ++score.found;
  score.right += gold == found ? 1U : 0U;
}

void measure_tags(const std::vector<ConlluSentence>& treebank, bool show, UdScores& scores) {
  const auto analyzer = Analyzer::instance();
  for (const ConlluSentence& gold : treebank) {
    Sentence sentence = gold_sentence(gold);
    analyzer->analyze({}, sentence);
    for (std::size_t i = 0; i < gold.words.size(); ++i) {
      const ConlluWord& word = gold.words[i];
      const Token& token = sentence.tokens[i];
      count(word.upos, token.upos, scores.upos);
      count(word.xpos, token.xpos, scores.xpos);
      if (word.lemma != "_") count(word.lemma, token.lemma, scores.lemmas);
      if (show && word.upos != token.upos) {
        fmt::print("tag: {} is {} not {}: {}\n", word.form, word.upos, token.upos, gold.text);
      }
      if (show && word.lemma != token.lemma && word.upos == token.upos) {
        fmt::print("lemma: {} {} is {} not {}\n", word.form, word.xpos, word.lemma, token.lemma);
      }
    }
  }
}

}  // namespace

UdScores measure(const std::vector<ConlluSentence>& treebank, bool show_errors) {
  UdScores scores;
  const RawText raw = raw_text(treebank);
  std::set<Span> words;
  std::set<Span> sentences;
  for (const Sentence& sentence : segment(raw.document)) {
    sentences.emplace(sentence.span.begin, sentence.span.end);
    for (const Token& token : sentence.tokens) words.emplace(token.span.begin, token.span.end);
  }
  compare(raw.words, words, raw.document, "word", show_errors, scores.words);
  compare(raw.sentences, sentences, raw.document, "sentence", show_errors, scores.sentences);
  measure_tags(treebank, show_errors, scores);
  return scores;
}

}  // namespace dossier::extract
