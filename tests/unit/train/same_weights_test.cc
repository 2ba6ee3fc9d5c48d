// SPDX-License-Identifier: Apache-2.0
// Training again gives the same model, byte by byte.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "extract/models/builtin.h"
#include "extract/train/neural/train_network.h"

namespace dossier::extract {
namespace {

std::vector<ConlluSentence> small_treebank() {
  std::ifstream file(DOSSIER_TEST_DATA "/small_treebank.conllu");
  return read_conllu(std::string(std::istreambuf_iterator<char>(file), {}));
}

/// A network file trained on the small treebank: enough batches for the average to move.
std::string trained(int threads, int epochs = 16) {
  const Lexicon& lexicon = Lexicon::builtin();
  const Tagger tagger(builtin_tagger_model());
  const std::vector<ConlluSentence> treebank = small_treebank();
  std::vector<std::vector<InputWord>> words;
  for (const ConlluSentence& sentence : treebank) {
    std::vector<std::string> forms;
    for (const ConlluWord& word : sentence.words) forms.push_back(word.form);
    words.push_back(input_words(forms, tagger, lexicon));
  }
  const NetworkStrings strings = network_strings(treebank, words, lexicon);
  std::array<std::string, kStringSlots> sections;
  std::array<StringTable, kStringSlots> tables;
  for (std::size_t slot = 0; slot < kStringSlots; ++slot) {
    sections[slot] = StringTable::pack(strings.slots[slot]);
    tables[slot] = StringTable(sections[slot]);
  }
  const InputVocabulary vocabulary(tables);
  NetworkTraining settings;
  settings.epochs = 16;
  settings.stop_after = epochs;
  settings.batch_words = 12;
  settings.threads = threads;
  const OutputCounts outputs{strings.tags.size(), strings.names.size(), strings.labels.size()};
  return make_network_file(
      strings, train_network(make_examples(treebank, words, strings, vocabulary, lexicon),
                             vocabulary.table_rows(), outputs, settings, nullptr));
}

}  // namespace

TEST_CASE("a network trained again, with one thread or two, has the same bytes") {
  REQUIRE(small_treebank().size() == 6);
  const std::string first = trained(2);
  CHECK((trained(2) == first));  // no bytes in the report
  CHECK((trained(1) == first));
  CHECK((trained(2, 0) != first));
}

}  // namespace dossier::extract
