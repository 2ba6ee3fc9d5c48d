// SPDX-License-Identifier: Apache-2.0
// The text index beside SQLite's FTS5: the same generated sentences, the same searches.
//
// Usage: text_bench [SENTENCES [FOLDER]]
//
// Sentences have 8 to 30 words of a vocabulary of 60,000, drawn by Zipf's law. Each search is one
// of five kinds; its ten best sentences are asked for, first to warm up, then five times. Printed
// are bytes of the text and of both indexes, times to build them, and the median of each kind.
#include <fmt/core.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/text_index.h"

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Words by rank, the most frequent first.
class Vocabulary {
 public:
  Vocabulary() {
    std::mt19937 random(3);
    double sum = 0;
    for (std::size_t rank = 0; rank < kWords; ++rank) {
      words_.push_back(make_word(random, rank));
      sum += 1 / std::pow(static_cast<double>(rank) + 2.7, 1.07);
      sums_.push_back(sum);
    }
  }
  const std::string& at(std::size_t rank) const { return words_[rank]; }
  const std::string& draw(std::mt19937& random) const {
    std::uniform_real_distribution<double> uniform(0, sums_.back());
    const auto found = std::lower_bound(sums_.begin(), sums_.end(), uniform(random));
    return words_[static_cast<std::size_t>(found - sums_.begin())];
  }

  static constexpr std::size_t kWords = 60'000;

 private:
  // Frequent words are short, as in English.
  static std::string make_word(std::mt19937& random, std::size_t rank) {
    static constexpr std::string_view kSyllables[] = {"ba",   "ne",  "ko",  "ri",  "tu",  "la",
                                                      "mi",   "sen", "dor", "vel", "pan", "gi",
                                                      "stra", "fo",  "que", "wi"};
    std::string word;
    const std::size_t count = rank < 50 ? 1 : rank < 2000 ? 2 : rank < 20'000 ? 3 : 4;
    for (std::size_t i = 0; i < count; ++i) word += kSyllables[random() % std::size(kSyllables)];
    return word + (rank < 16 ? "" : std::string(1, static_cast<char>('a' + rank % 26)));
  }

  std::vector<std::string> words_;
  std::vector<double> sums_;
};

class Sentences {
 public:
  explicit Sentences(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}
  std::string next() {
    std::string out;
    for (std::size_t words = 8 + random_() % 23; words > 0; --words) {
      if (!out.empty()) out += ' ';
      out += vocabulary_.draw(random_);
    }
    return out + '.';
  }

 private:
  const Vocabulary& vocabulary_;
  std::mt19937 random_{11};
};

struct Search {
  std::string kind;
  std::string ours;
  std::string theirs;
};

std::vector<Search> searches(const Vocabulary& v) {
  constexpr int kEach = 8;
  std::vector<Search> out;
  const auto add = [&](const char* kind, const std::string& words) {
    out.push_back({kind, words, words});
  };
  for (int i = 0; i < kEach; ++i) {
    const auto n = static_cast<std::size_t>(i);
    // Quoted: the word as written, which is what FTS5 without a stemmer looks for.
    add("rare word", '"' + v.at(20'000 + 977 * n) + '"');
    add("common word", '"' + v.at(60 + 13 * n) + '"');
    add("two words", '"' + v.at(100 + 31 * n) + "\" AND \"" + v.at(600 + 101 * n) + '"');
    add("phrase", '"' + v.at(20 + n) + ' ' + v.at(60 + 7 * n) + '"');
    const std::string prefix = v.at(3000 + 611 * n).substr(0, 6);
    out.push_back({"beginning", prefix + "*", prefix + "*"});
  }
  return out;
}

using Medians = std::map<std::string, std::vector<double>>;

void measure(const std::vector<Search>& all, const std::function<void(const Search&)>& run,
             Medians& times) {
  constexpr int kRepeats = 5;
  for (const Search& search : all) {
    run(search);
    for (int i = 0; i < kRepeats; ++i) {
      const auto start = Clock::now();
      run(search);
      times[search.kind].push_back(milliseconds_since(start));
      times["all"].push_back(times[search.kind].back());
    }
  }
}

void print(const char* who, Medians& times) {
  for (auto& [kind, ms] : times) {
    std::sort(ms.begin(), ms.end());
    fmt::print("{:8} {:12} p50 {:8.2f} ms   p95 {:8.2f} ms\n", who, kind, ms[ms.size() / 2],
               ms[ms.size() * 95 / 100]);
  }
}

void check(int code, sqlite3* database) {
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
    throw std::runtime_error(sqlite3_errmsg(database));
}

void bench_sqlite(const std::string& path, std::size_t count, const Vocabulary& vocabulary) {
  sqlite3* database = nullptr;
  check(sqlite3_open(path.c_str(), &database), database);
  const auto run = [&](const char* sql) {
    check(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), database);
  };
  run("PRAGMA journal_mode=off; PRAGMA cache_size=-262144;");
  // Without its copy of the text, as our index has none.
  run("CREATE VIRTUAL TABLE s USING fts5(text, content=''); BEGIN");
  sqlite3_stmt* insert = nullptr;
  check(sqlite3_prepare_v2(database, "INSERT INTO s(rowid, text) VALUES (?, ?)", -1, &insert, {}),
        database);
  const auto start = Clock::now();
  Sentences sentences(vocabulary);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string text = sentences.next();
    sqlite3_bind_int64(insert, 1, static_cast<sqlite3_int64>(i + 1));
    sqlite3_bind_text(insert, 2, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    check(sqlite3_step(insert), database);
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  run("COMMIT; INSERT INTO s(s) VALUES('optimize')");
  fmt::print("sqlite   built in {:.1f} s, {:.1f} MB\n", milliseconds_since(start) / 1000,
             static_cast<double>(std::filesystem::file_size(path)) / 1e6);
  sqlite3_stmt* select = nullptr;
  check(sqlite3_prepare_v2(database,
                           "SELECT rowid, rank FROM s WHERE s MATCH ? ORDER BY rank LIMIT 10", -1,
                           &select, nullptr),
        database);
  Medians times;
  measure(
      searches(vocabulary),
      [&](const Search& search) {
        sqlite3_bind_text(select, 1, search.theirs.data(), static_cast<int>(search.theirs.size()),
                          SQLITE_TRANSIENT);
        int code = SQLITE_ROW;
        while (code == SQLITE_ROW) code = sqlite3_step(select);
        check(code, database);
        sqlite3_reset(select);
      },
      times);
  sqlite3_finalize(select);
  sqlite3_close(database);
  print("sqlite", times);
}

void bench_dossier(const std::string& path, std::size_t count, const Vocabulary& vocabulary) {
  using namespace dossier;
  KnowledgeBase kb = KnowledgeBase::open(path, {.memory_bytes = std::size_t{1} << 30});
  Sentences sentences(vocabulary);
  std::size_t number = 0;
  std::size_t bytes = 0;
  const Term text = Term::iri("urn:dossier:vocabulary:text");
  const auto load_start = Clock::now();
  kb.load(QuadGenerator([&](Quad& quad) {
    const std::string sentence = sentences.next();
    bytes += sentence.size();
    quad = {Term::iri(fmt::format("urn:dossier:document:d#s{}", number)), text,
            Term::string(sentence), std::nullopt};
    return ++number <= count;
  }));
  kb.compact();
  const auto before = kb.statistics().disk_bytes;
  fmt::print("text     {:.1f} MB in {} sentences; dossier loaded in {:.1f} s\n",
             static_cast<double>(bytes) / 1e6, count, milliseconds_since(load_start) / 1000);
  const auto start = Clock::now();
  index_text(kb);
  const double took = milliseconds_since(start) / 1000;
  kb.compact();
  const auto size = static_cast<double>(kb.statistics().disk_bytes - before);
  fmt::print("dossier  built in {:.1f} s, {:.1f} MB, {:.0f} % of the text\n", took, size / 1e6,
             100 * size / static_cast<double>(bytes));
  Medians times;
  const PreparedQuery query =
      kb.prepare("SELECT ?s ?x { ?s k:matches $words ; k:score ?x } ORDER BY DESC(?x) LIMIT 10");
  measure(
      searches(vocabulary),
      [&](const Search& search) {
        for (const Row& row : query.run({{"words", Term::string(search.ours)}}))
          static_cast<void>(row);
      },
      times);
  print("dossier", times);
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  const std::filesystem::path folder =
      argc > 2 ? argv[2] : std::filesystem::temp_directory_path() / "dossier_text_bench";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  try {
    const Vocabulary vocabulary;
    bench_dossier((folder / "kb").string(), count, vocabulary);
    bench_sqlite((folder / "fts5.db").string(), count, vocabulary);
  } catch (const std::exception& error) {
    fmt::print(stderr, "error: {}\n", error.what());
    return 1;
  }
  std::filesystem::remove_all(folder);
  return 0;
}
