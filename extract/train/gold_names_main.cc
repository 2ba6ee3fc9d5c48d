// SPDX-License-Identifier: Apache-2.0
// dossier_gold_names TREEBANK.conllu...
//
// Prints the names of treebanks as gold_names() defines them, in IOB2: a line "# newdoc id = NAME"
// for each document, a line "word tab tag" for each word ("_" where nobody has judged), an empty
// line behind each sentence. The training of the reading model reads it.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "dossier/error.h"
#include "extract/conllu/sentences.h"
#include "extract/lexicon/lexicon.h"
#include "extract/train/neural/name_labels.h"

namespace dossier::extract {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(ErrorCode::input, fmt::format("{}: cannot be read", path));
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void print_sentence(const ConlluSentence& sentence, const SentenceNames& names) {
  const std::vector<std::string> labels = bio_labels(names, sentence.words.size());
  for (std::size_t i = 0; i < labels.size(); ++i)
    fmt::print("{}\t{}\n", sentence.words[i].form, labels[i].empty() ? "_" : labels[i]);
  fmt::print("\n");
}

void print_names(const std::vector<ConlluSentence>& treebank) {
  const auto names = gold_names(treebank, Lexicon::builtin());
  std::string document;
  for (std::size_t i = 0; i < treebank.size(); ++i) {
    if (!names[i]) continue;
    if (treebank[i].document != document) fmt::print("# newdoc id = {}\n", treebank[i].document);
    document = treebank[i].document;
    print_sentence(treebank[i], *names[i]);
  }
}

int run(const std::vector<std::string>& paths) {
  if (paths.empty()) throw Error(ErrorCode::usage, "dossier_gold_names TREEBANK.conllu...");
  for (const std::string& path : paths) print_names(read_conllu(read_file(path)));
  return 0;
}

}  // namespace
}  // namespace dossier::extract

int main(int argc, char** argv) {
  try {
    return dossier::extract::run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "dossier_gold_names: {}\n", error.what());
    return 1;
  }
}
