// SPDX-License-Identifier: Apache-2.0
#include "extract/train/neural/examples.h"

#include <algorithm>
#include <map>
#include <utility>

#include "extract/train/neural/name_labels.h"
#include "extract/train/tagger/train_tagger.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kFolds = 5;
constexpr int kLeastCount = 2;   ///< of a string to have an embedding
constexpr int kLeastLabels = 3;  ///< of a tag or relation to be predicted

std::vector<std::string> forms_of(const ConlluSentence& sentence) {
  std::vector<std::string> forms;
  for (const ConlluWord& word : sentence.words) forms.push_back(word.form);
  return forms;
}

/// Documents go into folds whole.
std::vector<std::size_t> folds_of(const std::vector<ConlluSentence>& treebank) {
  std::vector<std::size_t> folds;
  std::size_t documents = 0;
  std::string document;
  for (const ConlluSentence& sentence : treebank) {
    if (sentence.document != document) ++documents;
    document = sentence.document;
    folds.push_back(documents % kFolds);
  }
  return folds;
}

std::vector<std::string> frequent(const std::map<std::string, int>& counts, int least) {
  std::vector<std::string> strings;
  for (const auto& [text, count] : counts) {
    if (count >= least) strings.push_back(text);
  }
  return strings;
}

std::uint32_t index_of(const std::map<std::string, std::uint32_t>& numbers,
                       const std::string& text) {
  const auto found = numbers.find(text);
  return found == numbers.end() ? GoldSentence::kUnknown : found->second;
}

std::map<std::string, std::uint32_t> numbered(const std::vector<std::string>& strings) {
  std::map<std::string, std::uint32_t> numbers;
  for (const std::string& text : strings) {
    numbers.emplace(text, static_cast<std::uint32_t>(numbers.size()));
  }
  return numbers;
}

}  // namespace

std::vector<InputWord> input_words(const std::vector<std::string>& forms, const Tagger& tagger,
                                   const Lexicon& lexicon) {
  std::vector<TagWord> words = tag_words({forms.begin(), forms.end()}, lexicon);
  const std::vector<std::uint8_t> labels = tagger.labels(words);
  std::vector<InputWord> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string lemma = tagger.lemma(words[i].form, tagger.tag(labels[i]), lexicon);
    out.push_back({std::move(words[i]), tagger.label(labels[i]), std::move(lemma)});
  }
  return out;
}

std::vector<std::vector<InputWord>> jackknifed(const std::vector<ConlluSentence>& treebank,
                                               const Lexicon& lexicon) {
  const std::vector<std::size_t> folds = folds_of(treebank);
  std::vector<std::vector<InputWord>> words(treebank.size());
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<ConlluSentence> others;
    for (std::size_t i = 0; i < treebank.size(); ++i) {
      if (folds[i] != fold) others.push_back(treebank[i]);
    }
    const std::string model = train_tagger(others, lexicon, {});
    const Tagger tagger(model);
    for (std::size_t i = 0; i < treebank.size(); ++i) {
      if (folds[i] == fold) words[i] = input_words(forms_of(treebank[i]), tagger, lexicon);
    }
  }
  return words;
}

NetworkStrings network_strings(const std::vector<ConlluSentence>& treebank,
                               const std::vector<std::vector<InputWord>>& words,
                               const Lexicon& lexicon) {
  std::array<std::map<std::string, int>, kStringSlots> slots;
  std::map<std::string, int> tags;
  std::map<std::string, int> labels;
  std::map<std::string, int> names;
  for (std::size_t i = 0; i < treebank.size(); ++i) {
    for (std::size_t j = 0; j < words[i].size(); ++j) {
      for (std::size_t slot = 0; slot < kStringSlots; ++slot) {
        ++slots[slot][slot_string(static_cast<Slot>(slot), words[i][j])];
      }
      const ConlluWord& gold = treebank[i].words[j];
      ++tags[gold.upos + "\t" + gold.xpos];
      ++labels[gold.relation];
    }
  }
  for (const auto& sentence : gold_names(treebank, lexicon)) {
    if (!sentence) continue;
    for (const GoldName& name : sentence->names) ++names[name.type];
  }
  NetworkStrings strings;
  for (std::size_t slot = 0; slot < kStringSlots; ++slot) {
    strings.slots[slot] = frequent(slots[slot], kLeastCount);
  }
  strings.tags = frequent(tags, kLeastLabels);
  strings.labels = frequent(labels, kLeastLabels);
  strings.names = {"O"};
  for (const auto& [type, count] : names) {
    strings.names.push_back("B-" + type);
    strings.names.push_back("I-" + type);
  }
  return strings;
}

std::vector<Example> make_examples(const std::vector<ConlluSentence>& treebank,
                                   const std::vector<std::vector<InputWord>>& words,
                                   const NetworkStrings& strings, const InputVocabulary& vocabulary,
                                   const Lexicon& lexicon) {
  const auto tags = numbered(strings.tags);
  const auto labels = numbered(strings.labels);
  const auto names = numbered(strings.names);
  const auto all_names = gold_names(treebank, lexicon);
  std::vector<Example> examples;
  for (std::size_t i = 0; i < treebank.size(); ++i) {
    Example example;
    example.input = vocabulary.input(words[i], lexicon);
    GoldSentence& gold = example.gold;
    for (auto* list : {&gold.heads, &gold.labels, &gold.tags, &gold.names}) {
      list->push_back(GoldSentence::kUnknown);
    }
    const auto bio = bio_labels(all_names[i].value_or(SentenceNames()), words[i].size());
    for (std::size_t j = 0; j < words[i].size(); ++j) {
      const ConlluWord& word = treebank[i].words[j];
      gold.heads.push_back(word.head);
      gold.labels.push_back(index_of(labels, word.relation));
      gold.tags.push_back(index_of(tags, word.upos + "\t" + word.xpos));
      gold.names.push_back(all_names[i] ? index_of(names, bio[j]) : GoldSentence::kUnknown);
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

}  // namespace dossier::extract
