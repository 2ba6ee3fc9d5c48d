// SPDX-License-Identifier: Apache-2.0
// The seed collection of the shared folder: offsets are exact, and metadata and turns agree with
// what was annotated by hand.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "extract/pipeline.h"
#include "extract/reader/read_document.h"
#include "extract/text/unicode.h"
#include "tests/skip.h"

namespace dossier::extract {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> files_in(const std::string& folder, const std::string& extension) {
  std::vector<fs::path> paths;
  const fs::path root = fs::path(test::shared_folder()) / folder;
  if (!fs::exists(root)) {
    test::skip("there is no " + root.string());
    return paths;
  }
  for (const auto& entry : fs::directory_iterator(root)) {
    if (entry.path().extension() == extension) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string first_words(const std::string& text, std::size_t count) {
  std::string joined;
  std::size_t taken = 0;
  const std::u32string code_points = to_code_points(text);
  for (const auto word : split_words(code_points)) {
    if (taken++ == count) break;
    joined += (joined.empty() ? "" : " ") + to_utf8(word);
  }
  return joined;
}

void check_offsets(const Analysis& analysis) {
  std::uint32_t end = 0;
  for (const Sentence& sentence : analysis.sentences) {
    for (const Token& token : sentence.tokens) {
      CHECK(token.span.begin >= end);
      CHECK(token.text == analysis.document.utf8(token.span));
      CHECK(sentence.span.contains(token.span));
      end = token.span.end;
    }
    for (const Mention& mention : sentence.mentions) {
      CHECK(mention.text == single_line(analysis.document, mention.span));
    }
    for (const TimeExpression& time : sentence.times) {
      CHECK(time.text == single_line(analysis.document, time.span));
    }
  }
}

}  // namespace

TEST_CASE("every token of the seed collection is its span of the text", "[shared]") {
  for (const fs::path& path : files_in("corpus", ".txt")) {
    INFO(path.filename().string());
    const Document document = read_document(read_file(path), path.string());
    const Analysis analysis = analyze_document(document);
    CHECK(analysis.sentences.size() > 10);
    check_offsets(analysis);
  }
}

TEST_CASE("metadata and turns of the seed collection agree with the annotation", "[shared]") {
  for (const fs::path& path : files_in("gold", ".json")) {
    const auto gold = nlohmann::json::parse(read_file(path));
    const auto file = gold.at("document").get<std::string>();
    INFO(file);
    const Document document =
        read_document(read_file(fs::path(test::shared_folder()) / "corpus" / file), file);
    CHECK(document.headline == gold.at("headline").get<std::string>());
    CHECK(document.date.value_or("") == gold.at("datePublished").get<std::string>());
    CHECK(document.author.value_or("") == gold.at("author").get<std::string>());
    if (gold.at("location").is_string()) {
      CHECK(document.place.value_or("") == gold.at("location").get<std::string>());
    }
    const auto& turns = gold.at("turns");
    REQUIRE(document.turns.size() == turns.size());
    for (std::size_t i = 0; i < turns.size(); ++i) {
      const std::string speaker = turns[i].at("speaker").get<std::string>();
      const bool asks = document.turns[i].voice == Turn::Voice::questioner;
      CHECK((asks ? "Question" : document.turns[i].speaker) == speaker);
      const std::string text = document.utf8(document.turns[i].span);
      CHECK(first_words(text, 5) == turns[i].at("starts_with").get<std::string>());
      CHECK(text.ends_with(turns[i].at("ends_with").get<std::string>()));
    }
  }
}

}  // namespace dossier::extract
