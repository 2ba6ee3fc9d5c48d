// SPDX-License-Identifier: Apache-2.0
// Limits of time and memory for a document: whatever it is, it ends, and the others are read.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "dossier/extract.h"
#include "dossier/ingest.h"
#include "extract/reader/html_attributes.h"
#include "tests/unit/extract/scratch_base.h"

using namespace dossier;

namespace {

std::string repeated(const std::string& unit, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += unit;
  return text;
}

ErrorCode failure(const std::string& text, const std::string& name, const IngestOptions& options) {
  test::ScratchBase base;
  try {
    ingest_text(*base, text, name, options);
  } catch (const Error& error) {
    INFO(error.what());
    CHECK(base.quads() == 0);
    return error.code();
  }
  FAIL("the document was read");
  return ErrorCode::usage;
}

/// A sentence of so many words, each the noun modifier of the one before.
std::string chain(std::size_t words) {
  std::string text;
  for (std::size_t i = 1; i <= words; ++i)
    text += std::to_string(i) + "\tXa\txa\tNOUN\tNN\t_\t" + std::to_string(i - 1) + "\t" +
            (i == 1 ? "root" : "nmod") + "\t_\t_\n";
  return text + "\n";
}

}  // namespace

TEST_CASE("processor time is limited in every stage", "[limits]") {
  IngestOptions options;
  options.processor_time = std::chrono::milliseconds(50);
  std::string names;
  for (int i = 0; i < 4000; ++i) {
    const std::string n = std::to_string(i);
    names += "The Xa" + n + " Council of Yo" + n + " met Vera Zu" + n + ". ";
  }
  CHECK(failure(names, "names.txt", options) == ErrorCode::timeout);
  CHECK(failure(repeated("word ", 40000), "words.txt", options) == ErrorCode::timeout);
  CHECK(failure(repeated("<p>a</p>", 400000), "page.html", options) == ErrorCode::timeout);
  CHECK(failure(chain(20000), "chain.conllu", options) == ErrorCode::timeout);
}

TEST_CASE("memory is limited by sentences and words, not by bytes alone", "[limits]") {
  IngestOptions options;
  options.memory_bytes = std::size_t{16} << 20;
  CHECK(failure(repeated(". ", 32000), "stops.txt", options) == ErrorCode::limit);
  CHECK(failure(repeated("word ", 40000), "words.txt", options) == ErrorCode::limit);
}

TEST_CASE("cancelling stops the reading of a page", "[limits]") {
  IngestOptions options;
  options.cancellation.cancel();
  CHECK(failure(repeated("<p>a</p>", 1000), "page.html", options) == ErrorCode::cancelled);
}

TEST_CASE("a document beyond its limit does not stop the others", "[limits]") {
  storage::TempDir folder;
  const auto write = [&](const std::string& name, const std::string& text) {
    std::ofstream(folder / name) << text;
    return std::string(folder / name);
  };
  const std::vector<std::string> paths = {write("a.txt", "Port news\n\nCarl Lund visited Oslo.\n"),
                                          write("stops.txt", repeated(". ", 32000)),
                                          write("b.txt", "Port news\n\nAnna Berg visited Oslo.\n")};
  test::ScratchBase base;
  IngestOptions options;
  options.memory_bytes = std::size_t{16} << 20;
  std::vector<bool> read;
  ingest_all(*base, paths, options, {.done = [&](const IngestOutcome& outcome) {
    read.push_back(outcome.report.has_value());
    return true;
  }});
  CHECK(read == std::vector<bool>{true, false, true});
  CHECK(documents(*base).size() == 2);
}

TEST_CASE("what is no regular file is refused at once", "[limits]") {
  storage::TempDir folder;
  test::ScratchBase base;
  REQUIRE(mkfifo(std::string(folder / "fifo.txt").c_str(), 0600) == 0);
  std::filesystem::create_symlink("/dev/zero", std::string(folder / "zero.txt"));
  std::filesystem::create_symlink("self.txt", std::string(folder / "self.txt"));
  for (const char* const name : {"fifo.txt", "zero.txt", "self.txt"})
    CHECK_THROWS_AS(ingest(*base, folder / name), Error);
}

TEST_CASE("a tag keeps its first attributes", "[limits]") {
  const auto tag = [](std::size_t attributes) {
    std::string text = "<p";
    for (std::size_t i = 0; i < attributes; ++i) text += " a" + std::to_string(i) + "=\"b>'\"";
    return text;
  };
  CHECK(extract::with_few_attributes(tag(500) + ">x</p>") == tag(500) + ">x</p>");
  CHECK(extract::with_few_attributes(tag(9000) + ">x</p>") == tag(500) + " >x</p>");
  CHECK(extract::with_few_attributes("a < b <p x='<' y>c") == "a < b <p x='<' y>c");
}
