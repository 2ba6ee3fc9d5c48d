#include "extract/train/neural/evaluate.h"

#include <fmt/format.h>

#include <algorithm>

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
  double names_right = 0, names_found = 0, names_gold = 0;
};

void count_words(const Network& network, const ConlluSentence& gold, const ReadSentence& read,
                 Counts& counts) {
  for (std::size_t j = 0; j < read.size(); ++j) {
    const ConlluWord& word = gold.words[j];
    const std::string& tag = network.tag(read[j].tag);
    const std::size_t tab = tag.find('\t');
    counts.words += 1;
    if (tag.substr(0, tab) == word.upos) counts.upos += 1;
    if (tag.substr(tab + 1) == word.xpos) counts.xpos += 1;
    if (read[j].head != word.head) continue;
    counts.heads += 1;
    if (universal(network.label(read[j].label)) == universal(word.relation)) counts.labelled += 1;
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
    const std::vector<GoldName> found = names_of(network, read[i]);
    counts.names_gold += static_cast<double>(names[i]->size());
    counts.names_found += static_cast<double>(found.size());
    for (const GoldName& name : found) {
      if (std::find(names[i]->begin(), names[i]->end(), name) != names[i]->end()) {
        counts.names_right += 1;
      }
    }
  }
  const auto percent = [&](double part) { return 100 * part / counts.words; };
  std::string line =
      fmt::format("{} UPOS {:.2f} XPOS {:.2f} UAS {:.2f} LAS {:.2f}", name_, percent(counts.upos),
                  percent(counts.xpos), percent(counts.heads), percent(counts.labelled));
  if (counts.names_gold > 0) {
    line += fmt::format(" names {:.2f}",
                        200 * counts.names_right / (counts.names_found + counts.names_gold));
  }
  return line;
}

}  // namespace dossier::extract
