// SPDX-License-Identifier: Apache-2.0
#include "extract/train/neural/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "extract/train/neural/examples.h"
#include "extract/train/neural/name_labels.h"

namespace dossier::extract {
namespace {

std::string universal(const std::string& relation) {
  return relation.substr(0, relation.find(':'));
}

std::vector<GoldName> names_of(const Network& network, const ReadSentence& sentence) {
  std::vector<GoldName> names;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const std::string& label = network.name(sentence[i].name);
    if (label.starts_with("B-")) names.push_back({i, i + 1, label.substr(2)});
    if (label.starts_with("I-") && !names.empty()) names.back().last = i + 1;
  }
  return names;
}

struct Counts {
  double words = 0, upos = 0, xpos = 0, heads = 0, labelled = 0;
  std::map<std::string, std::array<double, 3>> names;  ///< by type: right, found, gold
};

double f1(const std::array<double, 3>& counts) { return 200 * counts[0] / (counts[1] + counts[2]); }

/// Under "" all of them, under "spans" whatever their types.
void count_names(const std::vector<GoldName>& gold, const std::vector<GoldName>& found,
                 Counts& counts) {
  const auto add = [&counts](const GoldName& name, std::size_t place) {
    counts.names[""][place] += 1;
    counts.names[name.type][place] += 1;
    if (place > 0) counts.names["spans"][place] += 1;
  };
  for (const GoldName& name : gold) add(name, 2);
  for (const GoldName& name : found) {
    add(name, 1);
    if (std::find(gold.begin(), gold.end(), name) != gold.end()) add(name, 0);
    counts.names["spans"][0] +=
        static_cast<double>(std::count_if(gold.begin(), gold.end(), [&name](const GoldName& other) {
          return other.first == name.first && other.last == name.last;
        }));
  }
}

void count_words(const Network& network, const ConlluSentence& gold, const ReadSentence& read,
                 Counts& counts) {
  for (std::size_t j = 0; j < read.size(); ++j) {
    const ConlluWord& word = gold.words[j];
    const std::string& tag = network.tags()[read[j].tag];
    const std::size_t tab = tag.find('\t');
    counts.words += 1;
    if (tag.substr(0, tab) == word.upos) counts.upos += 1;
    if (tag.substr(tab + 1) == word.xpos) counts.xpos += 1;
    if (read[j].head != word.head) continue;
    counts.heads += 1;
    if (universal(network.labels()[read[j].label]) == universal(word.relation))
      counts.labelled += 1;
  }
}

}  // namespace

DevTreebank::DevTreebank(std::string name, std::vector<ConlluSentence> sentences,
                         const Tagger& tagger, const Lexicon& lexicon)
    : name_(std::move(name)), sentences_(std::move(sentences)) {
  for (const ConlluSentence& sentence : sentences_) {
    std::vector<std::string> forms;
    for (const ConlluWord& word : sentence.words) forms.push_back(word.form);
    words_.push_back(input_words(forms, tagger, lexicon));
  }
}

std::string DevTreebank::measure(const Network& network, const Lexicon& lexicon) const {
  std::vector<SentenceInput> inputs;
  for (const auto& words : words_) inputs.push_back(network.vocabulary().input(words, lexicon));
  const std::vector<ReadSentence> read = network.read(inputs);
  const auto names = gold_names(sentences_, lexicon);
  Counts counts;
  for (std::size_t i = 0; i < read.size(); ++i) {
    count_words(network, sentences_[i], read[i], counts);
    if (!names[i]) continue;
    count_names(names[i]->names, names_of(network, read[i]), counts);
  }
  const auto percent = [&](double part) { return 100 * part / counts.words; };
  std::string line =
      fmt::format("{} UPOS {:.2f} XPOS {:.2f} UAS {:.2f} LAS {:.2f}", name_, percent(counts.upos),
                  percent(counts.xpos), percent(counts.heads), percent(counts.labelled));
  for (const auto& [type, found] : counts.names) {
    line += fmt::format(" {} {:.2f}", type.empty() ? "names" : type, f1(found));
  }
  return line;
}

}  // namespace dossier::extract
