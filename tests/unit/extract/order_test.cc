// SPDX-License-Identifier: Apache-2.0
// The same documents give the same knowledge base, in whatever order they came and whatever was
// forgotten and read again in between. Where history does matter: store/history.txt.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>
#include <random>

#include "dossier/ingest.h"
#include "extract/ingest_steps.h"
#include "tests/unit/extract/canonical_dump.h"
#include "tests/unit/extract/scratch_base.h"

using namespace dossier;
namespace fs = std::filesystem;

namespace {

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The example documents, analysed once, in one knowledge base after the other.
class Corpus {
 public:
  Corpus() {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(DOSSIER_EXAMPLES "/corpus"))
      paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths)
      documents_.push_back(extract::prepare_document(
          *base_, {.bytes = read_file(path), .name = path.filename().string()}, {}));
  }

  std::size_t size() const { return documents_.size(); }

  void ingest(std::size_t i) {
    REQUIRE(extract::commit_document(*base_, (*base_).begin(), documents_[i], decisions_,
                                     Durability::relaxed));
  }
  void forget(std::size_t i) {
    const std::string& slug = documents_[i].analysis.document.slug;
    REQUIRE(dossier::forget(*base_, Term::iri("urn:dossier:document:" + slug)));
  }
  std::set<std::string> dump() { return test::canonical_dump(*base_); }
  std::size_t quads() { return base_.quads(); }

 private:
  test::ScratchBase base_;
  std::vector<extract::PreparedDocument> documents_;
  extract::DecisionReader decisions_;
};

std::string text_of(const std::vector<std::size_t>& order) {
  std::string text;
  for (const std::size_t i : order) text += std::to_string(i) + ' ';
  return text;
}

/// Both dumps as the lines that only one of them has.
std::vector<std::string> difference(const std::set<std::string>& a,
                                    const std::set<std::string>& b) {
  std::vector<std::string> lines;
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(lines));
  return lines;
}

std::vector<std::size_t> first_order(const Corpus& corpus) {
  std::vector<std::size_t> order(corpus.size());
  std::iota(order.begin(), order.end(), 0);
  return order;
}

/// Ingests in this order, compares, forgets all.
void check_order(Corpus& corpus, const std::vector<std::size_t>& order,
                 std::set<std::string>& expected) {
  INFO("order " << text_of(order));
  for (const std::size_t i : order) corpus.ingest(i);
  if (expected.empty()) expected = corpus.dump();
  CHECK(difference(corpus.dump(), expected).empty());
  for (const std::size_t i : order) corpus.forget(i);
  CHECK(corpus.quads() == 0);
}

}  // namespace

TEST_CASE("the order of documents does not matter", "[order]") {
  Corpus corpus;
  std::set<std::string> expected;
  std::vector<std::size_t> order = first_order(corpus);
  check_order(corpus, order, expected);
  std::reverse(order.begin(), order.end());
  check_order(corpus, order, expected);
  std::mt19937 random(12);
  for (int round = 0; round < 4; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    check_order(corpus, order, expected);
  }
}

TEST_CASE("a document forgotten and read again changes nothing", "[order]") {
  Corpus corpus;
  for (const std::size_t i : first_order(corpus)) corpus.ingest(i);
  const std::set<std::string> expected = corpus.dump();
  for (const std::size_t i : first_order(corpus)) {
    INFO("document " << i);
    corpus.forget(i);
    corpus.ingest(i);
    CHECK(difference(corpus.dump(), expected).empty());
  }
}
