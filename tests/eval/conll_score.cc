// SPDX-License-Identifier: Apache-2.0
#include "conll_score.h"

#include <algorithm>
#include <set>
#include <utility>

#include "extract/conllu/surface.h"

namespace dossier::extract {
namespace {

using Key = std::pair<std::uint32_t, std::uint32_t>;
constexpr Key kRoot{0xFFFFFFFF, 0xFFFFFFFF};

Key key_of(TextSpan span) { return {span.begin, span.end}; }

struct Word {
  const Token* token;
  Key head;
};

std::map<Key, Word> words_of(const std::vector<Sentence>& sentences) {
  std::map<Key, Word> words;
  for (const Sentence& sentence : sentences) {
    for (const Token& token : sentence.tokens) {
      const Key head = token.head < 0
                           ? kRoot
                           : key_of(sentence.tokens[static_cast<std::size_t>(token.head)].span);
      words.emplace(key_of(token.span), Word{&token, head});
    }
  }
  return words;
}

std::set<Key> sentences_of(const std::vector<Sentence>& sentences) {
  std::set<Key> spans;
  for (const Sentence& sentence : sentences) {
    spans.emplace(sentence.tokens.front().span.begin, sentence.tokens.back().span.end);
  }
  return spans;
}

std::set<Key> tokens_of(const std::vector<Sentence>& sentences) {
  std::set<Key> spans;
  for (const Sentence& sentence : sentences) {
    for (std::size_t i = 0; i < sentence.tokens.size();) {
      const std::size_t end = surface_end(sentence, i);
      spans.emplace(sentence.tokens[i].span.begin, sentence.tokens[end - 1].span.end);
      i = end;
    }
  }
  return spans;
}

template <typename T>
Score overlap(const std::set<T>& gold, const std::set<T>& found) {
  Score score{0, found.size(), gold.size()};
  for (const T& item : found) score.right += gold.contains(item) ? 1U : 0U;
  return score;
}

std::string_view universal(std::string_view relation) {
  return relation.substr(0, relation.find(':'));
}

}  // namespace

ConllScores compare(const std::vector<Sentence>& gold, const std::vector<Sentence>& found) {
  ConllScores scores;
  scores.sentences = overlap(sentences_of(gold), sentences_of(found));
  scores.tokens = overlap(tokens_of(gold), tokens_of(found));
  const std::map<Key, Word> gold_words = words_of(gold);
  const std::map<Key, Word> found_words = words_of(found);
  for (Score* score :
       {&scores.words, &scores.upos, &scores.xpos, &scores.lemmas, &scores.uas, &scores.las}) {
    score->gold = gold_words.size();
    score->found = found_words.size();
  }
  for (const auto& [span, word] : found_words) {
    const auto match = gold_words.find(span);
    if (match == gold_words.end()) continue;
    const Token& right = *match->second.token;
    const auto count = [](bool same, Score& score) { score.right += same ? 1U : 0U; };
    count(true, scores.words);
    count(right.upos == word.token->upos, scores.upos);
    count(right.xpos == word.token->xpos, scores.xpos);
    count(right.lemma.empty() || right.lemma == word.token->lemma, scores.lemmas);
    const bool head = match->second.head == word.head;
    count(head, scores.uas);
    count(head && universal(right.relation.name()) == universal(word.token->relation.name()),
          scores.las);
  }
  return scores;
}

void compare_names(const std::vector<NameSpanOf>& gold, const std::vector<NameSpanOf>& found,
                   ConllScores& scores) {
  std::set<std::string> types{""};
  for (const NameSpanOf& name : gold) types.insert(name.type);
  for (const std::string& type : types) {
    const auto of_type = [&type](const std::vector<NameSpanOf>& names) {
      std::set<NameSpanOf> kept;
      for (const NameSpanOf& name : names) {
        if (type.empty() || name.type == type) kept.insert(name);
      }
      return kept;
    };
    scores.names[type] = overlap(of_type(gold), of_type(found));
  }
  const auto spans_of = [](const std::vector<NameSpanOf>& names) {
    std::set<Key> spans;
    for (const NameSpanOf& name : names) spans.insert(key_of(name.span));
    return spans;
  };
  scores.names["spans"] = overlap(spans_of(gold), spans_of(found));
}

}  // namespace dossier::extract
