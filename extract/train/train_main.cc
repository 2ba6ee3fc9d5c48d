// dossier_train: writes lexicon.bin and tagger.bin. See extract/models/README.md.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/text/conllu.h"
#include "extract/train/build_lexicon.h"
#include "extract/train/train_tagger.h"
#include "model/error.h"

namespace dossier::extract {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(ErrorCode::input, fmt::format("{}: cannot be read", path));
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  if (!file.flush()) throw Error(ErrorCode::input, fmt::format("{}: cannot be written", path));
  fmt::print("{}: {} bytes\n", path, bytes.size());
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() < 3) {
    fmt::print(stderr,
               "dossier_train lexicon LISTS_FOLDER MODELS_FOLDER\n"
               "dossier_train tagger MODELS_FOLDER TREEBANK.conllu...\n");
    return 2;
  }
  if (arguments[0] == "lexicon") {
    write_file(arguments[2] + "/lexicon.bin",
               build_lexicon({arguments[1], "/usr/share/wordnet", "/usr/share/iso-codes/json"}));
    return 0;
  }
  std::vector<ConlluSentence> treebank;
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    for (ConlluSentence& sentence : read_conllu(read_file(arguments[i]))) {
      treebank.push_back(std::move(sentence));
    }
  }
  const auto lexicon = Lexicon::load(read_file(arguments[1] + "/lexicon.bin"));
  write_file(arguments[1] + "/tagger.bin", train_tagger(treebank, *lexicon, {}));
  return 0;
}

}  // namespace
}  // namespace dossier::extract

int main(int argc, char** argv) {
  try {
    return dossier::extract::run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "dossier_train: {}\n", error.what());
    return 1;
  }
}
