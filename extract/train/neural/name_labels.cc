// SPDX-License-Identifier: Apache-2.0
#include "extract/train/neural/name_labels.h"

#include <algorithm>
#include <set>
#include <utility>

namespace dossier::extract {
namespace {

std::vector<EntityPhrase> inside(const std::vector<EntityPhrase>& phrases,
                                 const EntityPhrase& outer) {
  std::vector<EntityPhrase> found;
  for (const EntityPhrase& phrase : phrases) {
    const bool within = outer.first <= phrase.first && phrase.last <= outer.last;
    if (within && phrase.last - phrase.first < outer.last - outer.first) found.push_back(phrase);
  }
  return found;
}

/// The longest ones of those that overlap, in the order of the text.
std::vector<GoldName> outermost(std::vector<GoldName> names) {
  std::stable_sort(names.begin(), names.end(), [](const GoldName& a, const GoldName& b) {
    return a.last - a.first > b.last - b.first;
  });
  std::vector<GoldName> kept;
  for (GoldName& name : names) {
    const bool apart = std::all_of(kept.begin(), kept.end(), [&](const GoldName& other) {
      return name.last <= other.first || other.last <= name.first;
    });
    if (apart) kept.push_back(std::move(name));
  }
  std::sort(kept.begin(), kept.end(),
            [](const GoldName& a, const GoldName& b) { return a.first < b.first; });
  return kept;
}

SentenceNames names_of(const ConlluSentence& sentence, const Lexicon& lexicon) {
  const NameTrimmer trimmer(sentence, lexicon);
  const std::vector<EntityPhrase> phrases = entity_phrases(sentence);
  // The shortest phrase around each word: its head, or nothing when the phrase has a name.
  constexpr std::size_t kNamed = 0xFFFFFFFF;
  std::vector<std::pair<std::size_t, std::size_t>> around(sentence.words.size(),
                                                          {kNamed, kNamed - 1});
  SentenceNames found;
  for (const EntityPhrase& phrase : phrases) {
    auto name = trimmer.trim(phrase, inside(phrases, phrase));
    const std::size_t head = name ? kNamed : trimmer.head_of(phrase);
    if (name) found.names.push_back(std::move(*name));
    for (std::size_t i = phrase.first; i <= phrase.last; ++i) {
      around[i] = std::min(around[i], {phrase.last - phrase.first, head});
    }
  }
  found.names = outermost(std::move(found.names));
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const bool named = std::any_of(found.names.begin(), found.names.end(),
                                   [i](const GoldName& n) { return n.first <= i && i < n.last; });
    const std::size_t head = around[i].second;
    if (!named && trimmer.is_proper(i) && head != kNamed && head != i) found.open.push_back(i);
  }
  return found;
}

}  // namespace

std::vector<std::optional<SentenceNames>> gold_names(const std::vector<ConlluSentence>& treebank,
                                                     const Lexicon& lexicon) {
  std::set<std::string> annotated;
  for (const ConlluSentence& sentence : treebank) {
    for (const ConlluWord& word : sentence.words) {
      if (word.misc.find("Entity=") != std::string::npos) annotated.insert(sentence.document);
    }
  }
  std::vector<std::optional<SentenceNames>> names;
  for (const ConlluSentence& sentence : treebank) {
    if (annotated.contains(sentence.document)) {
      names.emplace_back(names_of(sentence, lexicon));
    } else {
      names.emplace_back(std::nullopt);
    }
  }
  return names;
}

std::vector<std::string> bio_labels(const SentenceNames& sentence, std::size_t words) {
  std::vector<std::string> labels(words, "O");
  for (const std::size_t i : sentence.open) labels[i].clear();
  for (const GoldName& name : sentence.names) {
    for (std::size_t i = name.first; i < name.last; ++i) {
      labels[i] = (i == name.first ? "B-" : "I-") + name.type;
    }
  }
  return labels;
}

}  // namespace dossier::extract
