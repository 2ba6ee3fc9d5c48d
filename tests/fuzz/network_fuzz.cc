// SPDX-License-Identifier: Apache-2.0
// The network's model file: whatever stands in its sections behind a right checksum, it is refused
// with an Error or reads a sentence without harm.
//
// An input is a list of sections, each two bytes of length and as many bytes; the last section, the
// weights, is made as long as the strings before it demand when its own bytes are few.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/error.h"
#include "extract/analyze/neural/network.h"
#include "extract/models/model_file.h"

namespace {

using namespace dossier::extract;

void read_sentence(const Network& network) {
  InputWord word;
  word.word = tag_words({"Paris"}, Lexicon::builtin())[0];
  const SentenceInput input = network.vocabulary().input({word, word}, Lexicon::builtin());
  const std::vector<ReadSentence> sentences = network.read({input});
  for (const ReadWord& read : sentences[0]) {
    if (read.head > 2 ||
        network.tags()[read.tag].size() + network.labels()[read.label].size() == 0) {
      std::fprintf(stderr, "a head beyond the sentence, or no tag and no label\n");
      std::abort();
    }
  }
}

std::vector<std::string> sections_of(std::string_view data) {
  std::vector<std::string> sections;
  while (data.size() >= 2) {
    const std::size_t length = read_number<std::uint16_t>(data, 0);
    data.remove_prefix(2);
    sections.emplace_back(data.substr(0, length));
    data.remove_prefix(std::min(length, data.size()));
  }
  return sections;
}

/// Enough weights for small tables, all alike.
std::string weights_for(const std::vector<std::string>& sections) {
  std::array<StringTable, kStringSlots> slots;
  for (std::size_t i = 0; i < kStringSlots; ++i) slots[i] = StringTable(sections[i]);
  const auto rows = InputVocabulary(slots).table_rows();
  const auto count = [&](std::size_t i) { return std::size_t{StringTable(sections[i]).size()}; };
  std::string bytes;
  constexpr std::size_t kMost = 1000;
  for (std::size_t i = kStringSlots; i < kStringSlots + 3; ++i) {
    if (count(i) > kMost) return bytes;
  }
  Weights weights = make_weights(rows, {count(6), count(7), count(8)});
  weights.for_each([&bytes](const Matrix& matrix) {
    for (std::size_t row = 0; row < matrix.rows; ++row) {
      append_number(bytes, 1e-3F);
      bytes.append(matrix.columns * 2, '\x05');
    }
  });
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    std::vector<std::string> sections = sections_of({reinterpret_cast<const char*>(data), size});
    if (sections.size() == kStringSlots + 3) sections.push_back(weights_for(sections));
    const std::string file = make_model_file("ANLY", sections);
    read_sentence(Network(file));
  } catch (const dossier::Error& error) {
    if (error.what()[0] == '\0') std::abort();
  }
  return 0;
}
