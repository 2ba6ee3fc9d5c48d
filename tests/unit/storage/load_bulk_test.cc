// SPDX-License-Identifier: Apache-2.0
// The bulk load: the same store whatever the threads, the memory and the cuts; places of faults in
// cut files; lines skipped; stops in every phase.
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <sstream>

#include "dossier/error.h"
#include "loading.h"
#include "quads.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

constexpr int kManyLines = 60'000;  // beyond what a transaction takes
constexpr std::size_t kAmple = std::size_t{256} << 20;

/// Ids of all quads, and the text of each id.
struct Image {
  std::vector<Key> rows;
  std::map<std::uint64_t, std::string> terms;
  bool operator==(const Image&) const = default;
};

Image image_of(const Store& store) {
  const auto source = store.snapshot();
  Image image{scan_all(*source, everything(Permutation::spo)), {}};
  for (const Key& row : image.rows) {
    for (const std::uint64_t bits : row) {
      if (TermId{bits} == TermId::default_graph() || image.terms.count(bits) != 0) continue;
      image.terms[bits] = source->term(TermId{bits}).to_string();
    }
  }
  return image;
}

std::string spellings(int lines) {
  std::string text;
  for (int i = 0; i < lines; ++i) {
    const std::string n = std::to_string(i % 700);
    const char* const tag = i < lines / 2 ? "en-GB" : (i % 2 == 0 ? "EN-gb" : "en-gb");
    text += "<urn:s" + n + "> <urn:p> \"word " + n + "\"@" + tag + " .\n";
    if (i % 50 == 0) {
      text += "_:x" + n + " <urn:q> <<( <urn:s" + n + "> <urn:p> <<( <urn:a> <urn:p> \"" + n +
              " in a nested triple term\" )>> )>> .\n";
    }
  }
  return text;
}

std::string line_of(int i) { return "<urn:s" + std::to_string(i) + "> <urn:p> \"v\xC3\xA4lue\" ."; }

Error failure(Store& store, const std::string& path, const LoadOptions& options) {
  try {
    load(store, path, options);
  } catch (const Error& error) {
    return error;
  }
  FAIL("the load went through");
  return {ErrorCode::usage, ""};
}

std::string read_file(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("A bulk load gives the same ids with any number of threads and any memory") {
  const TempDir dir;
  const std::string once = document(7, kManyLines / 2);
  const std::string path =
      write_file(dir / "a.nq", once + spellings(kManyLines / 4) + once);  // every quad twice
  Image want;
  for (const std::size_t memory : {kAmple, kTinyBudget}) {
    for (const std::size_t threads : {1U, 2U, 4U}) {
      INFO(threads << " threads, " << memory << " bytes");
      const auto store = Store::open(dir / std::to_string(memory + threads));
      const LoadReport report = load(*store, path, {.memory_bytes = memory, .threads = threads});
      const Image got = image_of(*store);
      CHECK(report.added == got.rows.size());
      CHECK(store->check().empty());
      if (want.rows.empty()) want = got;
      REQUIRE(got == want);
    }
  }
  for (const auto& [id, term] : want.terms) {
    if (term.find("word") != std::string::npos) CHECK(term.ends_with("@en-GB"));
  }
}

TEST_CASE("A bulk load of what is there adds nothing, and of more adds the rest") {
  const TempDir dir;
  const std::string text = document(8, kManyLines);
  const auto store = Store::open(dir / "kb");
  load(*store, write_file(dir / "a.nq", text.substr(0, text.find("\n", text.size() / 2) + 1)));
  const std::uint64_t first = store->statistics().quads;
  const std::string path = write_file(dir / "all.nq", text);
  const auto whole = Store::open(dir / "whole");
  load(*whole, path);
  const LoadReport report = load(*store, path, kTiny);
  // Blank nodes are new ones each time: their quads come twice.
  CHECK(store->statistics().quads == first + report.added);
  CHECK(content(*whole).size() == whole->statistics().quads);
  const auto labels = [](const Store& kb) {
    std::set<std::string> lines;
    for (const auto& [id, term] : image_of(kb).terms) {
      if (!TermId{id}.is_blank_node()) lines.insert(term);
    }
    return lines;
  };
  CHECK(labels(*store) == labels(*whole));
  CHECK(store->check().empty());
  require_same_permutations(*store);
}

TEST_CASE("Blank nodes are one over all pieces of a file, and another in the next file") {
  const TempDir dir;
  std::string text;
  for (int i = 0; i < kManyLines; ++i) {
    text += "_:b" + std::to_string(i % 100) + " <urn:p> " + "\"" + std::to_string(i) + "\" .\n";
  }
  std::vector<LoadInput> inputs(2);
  for (LoadInput& input : inputs) input.path = write_file(dir / "a.nq", text);
  for (const LoadOptions& options : {kTiny, LoadOptions{}}) {
    const auto store = Store::open(dir / std::to_string(options.memory_bytes));
    CHECK(store->load(inputs, options).added == 2 * kManyLines);
    std::set<std::uint64_t> subjects;
    for (const Key& row : scan_all(*store->snapshot(), everything(Permutation::spo))) {
      subjects.insert(row[0]);
    }
    CHECK(subjects.size() == 200);
  }
}

TEST_CASE("A bad line is told by file, line and column wherever the file is cut") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  for (const std::string end : {"\n", "\r\n"}) {
    std::string text = "\xEF\xBB\xBF";
    for (int i = 1; i <= kManyLines; ++i) {
      const bool bad = i == 41'234 || i == 50'000;
      text += (bad ? "<urn:s> <urn:p> \"\xC3\xA4\" oops ." : line_of(i)) + end;
    }
    const std::string path = write_file(dir / "bad.nq", text);
    for (const std::size_t memory : {kTinyBudget, kAmple}) {
      for (const std::size_t threads : {1U, 3U}) {
        const Error error = failure(*store, path, {.memory_bytes = memory, .threads = threads});
        CHECK(error.file() == path);
        REQUIRE(error.position());
        CHECK(error.position()->line == 41'234);
        CHECK(error.position()->column == 21);
        CHECK(error.source_line() == "<urn:s> <urn:p> \"\xC3\xA4\" oops .");
        CHECK(store->statistics().terms == 0);
      }
    }
  }
}

TEST_CASE("Bad lines are put aside with their places, and the rest is loaded") {
  const TempDir dir;
  std::string text;
  std::string want;
  const std::string path = dir / "some.nq";
  for (int i = 1; i <= kManyLines; ++i) {
    if (i % 9000 != 0) {
      text += line_of(i) + "\n";
    } else {
      text += "<urn:s> nonsense " + std::to_string(i) + "\n";
      want += "# " + path + ":" + std::to_string(i) +
              ":9: expected a predicate: an IRI, found nonsense\n"
              "<urn:s> nonsense " +
              std::to_string(i) + "\n";
    }
  }
  write_file(path, text + "<urn:s> <urn:p> \"\xFF\" .");
  want += "# " + path + ":60001:18: the text is not valid UTF-8 here\n<urn:s> <urn:p> \"\xFF\" .\n";
  for (const std::size_t memory : {kTinyBudget, kAmple}) {
    const auto store = Store::open(dir / std::to_string(memory));
    const LoadReport report = load(
        *store, path, {.memory_bytes = memory, .threads = 3, .bad_lines_path = dir / "bad.nq"});
    CHECK(report.bad_lines == 7);
    CHECK(report.read == kManyLines - 6);
    CHECK(report.added == kManyLines - 6);
    CHECK(read_file(dir / "bad.nq") == want);
  }
}

TEST_CASE("Bad lines can't be put aside in formats without lines, or nowhere") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  const LoadInput turtle{.path = write_file(dir / "a.ttl", "<urn:a> <urn:b> <urn:c> ."),
                         .format = RdfFormat::turtle,
                         .base = {},
                         .graph = {}};
  LoadOptions options{.bad_lines_path = dir / "bad"};
  CHECK_THROWS_WITH(store->load(std::span(&turtle, 1), options), Catch::Contains("a.ttl"));
  options.bad_lines_path = dir / "missing/bad";
  const std::string path = write_file(dir / "a.nq", line_of(1));
  CHECK_THROWS_WITH(load(*store, path, options), Catch::Contains("missing/bad"));
  CHECK(store->statistics().quads == 0);
}

TEST_CASE("Lines longer than a piece load") {
  const TempDir dir;
  const std::string large(3'000'000, 'x');
  std::string text = "<urn:s> <urn:p> \"" + large + "\" .\n";
  for (int i = 0; i < kManyLines; ++i) text += line_of(i) + "\r";
  text += "<urn:s> <urn:q> \"" + large + "\" .";
  const auto store = Store::open(dir / "kb");
  CHECK(load(*store, write_file(dir / "a.nq", text), kTiny).added == kManyLines + 2);
  CHECK(store->snapshot()->find(Term::string(large)));
  CHECK(store->check().empty());
}

TEST_CASE("A stop in any phase leaves the store as it was") {
  const TempDir dir;
  const auto store = Store::open(dir / "kb");
  load(*store, write_file(dir / "first.nq", document(9, 3000)));
  const Image before = image_of(*store);
  const std::string path = write_file(dir / "a.nq", document(10, kManyLines) + spellings(1000));
  for (const std::size_t memory : {kTinyBudget, kAmple}) {
    std::vector<std::string> stopped;
    for (bool done = false; !done;) {
      const auto go_on = [&](const Progress& progress) {
        for (const std::string& phase : stopped) {
          if (phase == progress.phase) return true;
        }
        stopped.emplace_back(progress.phase);
        return false;
      };
      const std::size_t tried = stopped.size();
      try {
        load(*store, path, {.progress = go_on, .memory_bytes = memory});
        done = true;
      } catch (const Error& error) {
        REQUIRE(stopped.size() == tried + 1);
        CHECK(error.code() == ErrorCode::cancelled);
        CHECK(image_of(*store) == before);
        CHECK_FALSE(std::filesystem::exists(dir / "kb/load"));
        if (stopped.back() == "ingesting") break;
      }
    }
    CHECK(stopped == std::vector<std::string>{"parsing", "sorting terms", "merging terms",
                                              "sorting quads", "ingesting"});
  }
  CHECK(load(*store, path).added > 0);
  CHECK(store->check().empty());
}

TEST_CASE("Packed files that end too early load nothing") {
  const TempDir dir;
  const std::string text = document(11, kManyLines);
  const auto store = Store::open(dir / "kb");
  for (const std::string& packed : {gzip(text), zstd(text)}) {
    const std::string path = write_file(dir / "cut", packed.substr(0, packed.size() * 9 / 10));
    for (const std::size_t memory : {kTinyBudget, kAmple}) {
      const Error error = failure(*store, path, {.memory_bytes = memory});
      CHECK(error.code() == ErrorCode::input);
      CHECK_THAT(error.what(), Catch::Contains(path));
      CHECK(store->statistics().terms == 0);
    }
  }
}

TEST_CASE("Turtle beyond the memory loads, and a fault at its end undoes it") {
  const TempDir dir;
  std::string text = "PREFIX : <urn:>\n";
  for (int i = 0; i < kManyLines / 2; ++i) {
    text += ":s" + std::to_string(i) + " :p [ :q " + std::to_string(i) + " ] .\n";
  }
  LoadInput input{.path = write_file(dir / "a.ttl", text + ":s :p"),
                  .format = RdfFormat::turtle,
                  .base = {},
                  .graph = Term::iri("urn:graph")};
  const auto store = Store::open(dir / "kb");
  for (const LoadOptions& options : {kTiny, LoadOptions{}}) {
    try {
      store->load(std::span(&input, 1), options);
      FAIL("the fault went in");
    } catch (const Error& error) {
      CHECK(error.file() == input.path);
      CHECK(error.position()->line == kManyLines / 2 + 2);
    }
    CHECK(store->statistics().terms == 0);
  }
  write_file(input.path, text);
  CHECK(store->load(std::span(&input, 1), kTiny).added == kManyLines);
  CHECK(store->statistics().named_graphs == 1);
  CHECK(store->check().empty());
}

}  // namespace dossier::storage
