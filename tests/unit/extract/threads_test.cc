// SPDX-License-Identifier: Apache-2.0
// Four threads read documents of every format at once, with the models they share, and find what
// one alone finds.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "extract/conllu/write.h"
#include "tests/unit/extract/pdf_file.h"
#include "tests/unit/extract/read_text.h"

namespace dossier {
namespace {

namespace fs = std::filesystem;

struct Source {
  std::string name;
  std::string bytes;
};

std::vector<Source> sources() {
  std::vector<Source> all;
  for (const auto& entry : fs::directory_iterator(fs::path(DOSSIER_TEST_DATA) / "documents")) {
    if (entry.path().extension() == ".expected") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    all.push_back({entry.path().filename().string(),
                   {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}});
  }
  const std::vector<std::string> lines = {"Ada Brandt visited Narvik on Monday.",
                                          "She met Ben Okoro there."};
  all.push_back({"note.pdf", test::pdf_file({test::pdf_column(50, 700, 11, lines)})});
  std::sort(all.begin(), all.end(),
            [](const Source& a, const Source& b) { return a.name < b.name; });
  return all;
}

/// Everything read from a document, from its tokens to its facts.
std::string read_whole(const Source& source) {
  const test::ReadText read = test::read_text(source.bytes, source.name);
  std::ostringstream out;
  extract::write_conllu(read.analysis, out);
  for (const std::string& fact : test::facts_of(read.analysis)) out << fact << '\n';
  for (const std::string& mention : test::mentions_of(read.analysis)) out << mention << '\n';
  return out.str();
}

}  // namespace

TEST_CASE("four threads find what one finds", "[pdf]") {
  constexpr std::size_t kThreads = 4;
  const std::vector<Source> documents = sources();
  // The threads come first: they meet the models before anybody has made them.
  std::vector<std::vector<std::string>> found(kThreads, std::vector<std::string>(documents.size()));
  {
    std::vector<std::jthread> threads;
    for (std::size_t t = 0; t < kThreads; ++t) {
      threads.emplace_back([&, t] {
        for (std::size_t i = 0; i < documents.size(); ++i) {
          const std::size_t at = (i + t * 3) % documents.size();
          found[t][at] = read_whole(documents[at]);
        }
      });
    }
  }
  for (std::size_t i = 0; i < documents.size(); ++i) {
    INFO(documents[i].name);
    const std::string alone = read_whole(documents[i]);
    CHECK(alone.size() > 100);
    for (std::size_t t = 0; t < kThreads; ++t) CHECK(found[t][i] == alone);
  }
}

}  // namespace dossier
