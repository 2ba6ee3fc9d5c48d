// SPDX-License-Identifier: Apache-2.0
// dossier_train: writes the models of extract/models. See extract/train/README.md.
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "dossier/error.h"
#include "extract/analyze/neural/network.h"
#include "extract/conllu/sentences.h"
#include "extract/lexicon/lexicon.h"
#include "extract/train/build_lexicon.h"
#include "extract/train/large_places.h"
#include "extract/train/neural/evaluate.h"
#include "extract/train/neural/train_network.h"
#include "extract/train/tagger/train_tagger.h"

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

struct Files {
  std::string models;
  std::vector<std::string> train, dev;
};

std::vector<ConlluSentence> read_treebanks(const std::vector<std::string>& paths) {
  std::vector<ConlluSentence> treebank;
  for (const std::string& path : paths) {
    for (ConlluSentence& sentence : read_conllu(read_file(path))) {
      treebank.push_back(std::move(sentence));
    }
  }
  return treebank;
}

/// The locales of the package ruby-faker, whatever its version.
std::string faker_locales() {
  const std::string gems = "/usr/share/rubygems-integration/all/gems";
  for (const auto& entry : std::filesystem::directory_iterator(gems)) {
    if (entry.path().filename().string().starts_with("faker-")) {
      return (entry.path() / "lib/locales").string();
    }
  }
  throw Error(ErrorCode::input, fmt::format("{}: the package ruby-faker is not there", gems));
}

void make_lexicon(const Files& files) {
  write_file(files.models + "/lexicon.bin",
             build_lexicon({"/usr/share/wordnet", "/usr/share/iso-codes/json",
                            "/usr/share/locale/en/LC_MESSAGES/geonames.mo", faker_locales(),
                            large_places()}));
}

void make_tagger(const Files& files) {
  const auto lexicon = Lexicon::load(read_file(files.models + "/lexicon.bin"));
  write_file(files.models + "/tagger.bin", train_tagger(read_treebanks(files.train), *lexicon, {}));
}

/// Prints a line of the log after each epoch; after every fifth it writes the model as it is and
/// measures it on the dev parts.
class Log {
 public:
  Log(const Files& files, const Tagger& tagger, const Lexicon& lexicon, NetworkStrings strings)
      : lexicon_(lexicon), strings_(std::move(strings)), models_(files.models) {
    for (const std::string& path : files.dev) {
      dev_.emplace_back(path.substr(path.rfind('/') + 1, 9), read_treebanks({path}), tagger,
                        lexicon);
    }
  }

  void report(int epoch, const Losses& losses, const Weights& average) const {
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start_;
    fmt::print("epoch {} after {:.0f} s: arcs {:.4f} labels {:.4f} tags {:.4f} names {:.4f}\n",
               epoch, taken.count(), losses.arcs, losses.labels, losses.tags, losses.names);
    if (epoch % 5 == 0 || epoch <= 2) {
      const std::string bytes = make_network_file(strings_, average);
      write_file(models_ + "/analyser.bin", bytes);
      const Network network(bytes);
      for (const DevTreebank& dev : dev_) fmt::print("  {}\n", dev.measure(network, lexicon_));
    }
    std::fflush(stdout);
  }

 private:
  const Lexicon& lexicon_;
  NetworkStrings strings_;
  std::string models_;
  std::vector<DevTreebank> dev_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

void make_network(const Files& files, const NetworkTraining& settings) {
  const auto lexicon = Lexicon::load(read_file(files.models + "/lexicon.bin"));
  const std::string tagger_model = read_file(files.models + "/tagger.bin");
  const Tagger tagger(tagger_model);
  const std::vector<ConlluSentence> treebank = read_treebanks(files.train);
  const auto words = jackknifed(treebank, *lexicon);
  const NetworkStrings strings = network_strings(treebank, words, *lexicon);
  std::array<std::string, kStringSlots> sections;
  std::array<StringTable, kStringSlots> tables;
  for (std::size_t slot = 0; slot < kStringSlots; ++slot) {
    sections[slot] = StringTable::pack(strings.slots[slot]);
    tables[slot] = StringTable(sections[slot]);
  }
  const InputVocabulary vocabulary(tables);
  const auto examples = make_examples(treebank, words, strings, vocabulary, *lexicon);
  const Log log(files, tagger, *lexicon, strings);
  const Weights weights =
      train_network(examples, vocabulary.table_rows(),
                    {strings.tags.size(), strings.names.size(), strings.labels.size()}, settings,
                    [&log](int epoch, const Losses& losses, const Weights& average) {
                      log.report(epoch, losses, average);
                    });
  write_file(files.models + "/analyser.bin", make_network_file(strings, weights));
}

int run(const std::vector<std::string>& arguments) {
  const bool alone = !arguments.empty() && arguments[0] == "lexicon";  // needs no treebank
  if (arguments.size() < (alone ? 2 : 3)) {
    fmt::print(stderr,
               "dossier_train STEP MODELS_FOLDER TREEBANK.conllu... "
               "[--dev TREEBANK.conllu...] [--epochs N] [--stop-after N]\n"
               "STEP: lexicon, tagger, network or all of them\n");
    return 2;
  }
  const std::string& step = arguments[0];
  Files files{arguments[1], {}, {}};
  NetworkTraining settings;
  std::vector<std::string>* list = &files.train;
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    if (arguments[i] == "--epochs" && i + 1 < arguments.size()) {
      settings.epochs = std::stoi(arguments[++i]);
    } else if (arguments[i] == "--stop-after" && i + 1 < arguments.size()) {
      settings.stop_after = std::stoi(arguments[++i]);
    } else if (arguments[i] == "--dev") {
      list = &files.dev;
    } else {
      list->push_back(arguments[i]);
    }
  }
  const bool all = step == "all";
  if (!all && step != "lexicon" && step != "tagger" && step != "network") {
    throw Error(ErrorCode::usage, fmt::format("no such step: {}", step));
  }
  if (all || step == "lexicon") make_lexicon(files);
  if (all || step == "tagger") make_tagger(files);
  if (all || step == "network") make_network(files, settings);
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
