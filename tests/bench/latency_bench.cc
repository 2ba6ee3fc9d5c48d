// SPDX-License-Identifier: Apache-2.0
// What a short query costs: four questions over a million triples, as a text of their own each
// time, as one text with parameters (whose plan is kept), and prepared, in C++ and in C;
// beside prepared statements of SQLite in the same run. Prints microseconds a call.
//
//   latency_bench [TRIPLES [CALLS]]

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "tests/bench/c_queries.h"
#include "tests/bench/sqlite_triples.h"

namespace {

namespace fs = std::filesystem;
using namespace dossier;
using bench::CBase;
using bench::SqliteTriples;

constexpr std::size_t kFacts = 8;  // of a person
constexpr std::size_t kFriends = 4;
constexpr std::size_t kAsked = 2000;  // persons, so that their blocks and terms are warm

std::string person(std::size_t number) {
  return fmt::format("http://example.org/person/{}", number);
}
std::string relation(const char* name) { return fmt::format("http://example.org/{}", name); }

/// One question in every form.
struct Question {
  const char* name;
  const char* sparql;  ///< with $s, and $o where `two`
  const char* sql;
  bool two = false;
  std::size_t rows = 0;
};

constexpr Question kQuestions[] = {
    {"point", "SELECT ?name { $s <http://example.org/name> ?name }",
     "SELECT o.text FROM term s, term p, triple t, term o WHERE s.text = ?1 AND "
     "p.text = 'http://example.org/name' AND t.s = s.id AND t.p = p.id AND o.id = t.o",
     false, 1},
    {"8 rows of a subject", "SELECT ?p ?o { $s ?p ?o }",
     "SELECT p.text, o.text FROM term s, triple t, term p, term o WHERE s.text = ?1 AND "
     "t.s = s.id AND p.id = t.p AND o.id = t.o",
     false, kFacts},
    {"two hops, 4 rows",
     "SELECT ?name { $s <http://example.org/knows> ?f . ?f <http://example.org/name> ?name }",
     "SELECT o.text FROM term s, term k, triple t, term n, triple u, term o WHERE s.text = ?1 AND "
     "k.text = 'http://example.org/knows' AND n.text = 'http://example.org/name' AND t.s = s.id "
     "AND "
     "t.p = k.id AND u.s = t.o AND u.p = n.id AND o.id = u.o",
     false, kFriends},
    {"ASK without a match", "ASK { $s <http://example.org/knows> $o }",
     "SELECT 1 FROM term s, term k, term o, triple t WHERE s.text = ?1 AND "
     "k.text = 'http://example.org/knows' AND o.text = ?2 AND t.s = s.id AND t.p = k.id AND "
     "t.o = o.id",
     true, 0},
};

/// Calls `add` with each triple; the last text is an IRI or, when `literal`, a string.
void generate(std::size_t triples, const std::function<void(const std::string&, const std::string&,
                                                            const std::string&, bool)>& add) {
  const std::size_t persons = triples / kFacts;
  for (std::size_t i = 0; i < persons; ++i) {
    const std::string who = person(i);
    add(who, relation("type"), relation("Person"), false);
    add(who, relation("name"), fmt::format("Person number {}", i), true);
    add(who, relation("mail"), fmt::format("person{}@example.org", i), true);
    add(who, relation("city"), fmt::format("http://example.org/city/{}", i % 1000), false);
    for (std::size_t k = 1; k <= kFriends; ++k)
      add(who, relation("knows"), person((i + k * 7919) % persons), false);
  }
}

/// Makes the knowledge base `folder`/kb.
void make_base(const fs::path& folder, std::size_t triples) {
  const fs::path file = folder / "people.nt";
  std::ofstream out(file);
  generate(triples, [&](const auto& s, const auto& p, const auto& o, bool literal) {
    const char* quotes = literal ? "\"\"" : "<>";
    out << fmt::format("<{}> <{}> {}{}{} .\n", s, p, quotes[0], o, quotes[1]);
  });
  out.close();
  KnowledgeBase kb = KnowledgeBase::open((folder / "kb").string());
  const LoadInput input{file.string(), RdfFormat::ntriples, {}, {}};
  kb.load({&input, 1});
  kb.compact();
}

std::size_t count(QueryResult result) {
  if (result.form() == QueryResult::Form::ask) return result.boolean() ? 1 : 0;
  std::size_t rows = 0;
  for (Row row; result.next(row);) ++rows;
  return rows;
}

std::string with_constants(std::string text, const std::string& s, const std::string& o) {
  for (const auto& [name, value] :
       {std::pair<const char*, const std::string&>{"$s", s}, {"$o", o}}) {
    const std::size_t at = text.find(name);
    if (at != std::string::npos) text.replace(at, 2, "<" + value + ">");
  }
  return text;
}

/// A way to ask: rows for a pair of persons.
struct Way {
  const char* name;
  std::function<std::size_t(const std::string& s, const std::string& o)> ask;
  std::vector<double> times = {};  ///< microseconds
};

Parameters parameters_of(const Question& question, const std::string& s, const std::string& o) {
  if (question.two) return {{"s", Term::iri(s)}, {"o", Term::iri(o)}};
  return {{"s", Term::iri(s)}};
}

std::vector<Way> ways_of(const Question& question, const KnowledgeBase& kb, const CBase& c,
                         SqliteTriples& sqlite) {
  return {
      {"C++, new text",
       [&](const auto& s, const auto& o) {
         return count(kb.query(with_constants(question.sparql, s, o)));
       }},
      {"C++, kept plan",
       [&](const auto& s, const auto& o) {
         return count(kb.query(question.sparql, {.parameters = parameters_of(question, s, o)}));
       }},
      {"C++, prepared",
       [&question, query = kb.prepare(question.sparql)](const auto& s, const auto& o) {
         return count(query.run(parameters_of(question, s, o)));
       }},
      {"C, prepared",
       [&question, query = c.prepare(question.sparql)](const auto& s, const auto& o) {
         return query.rows(s, question.two ? &o : nullptr);
       }},
      {"SQLite, prepared",
       [&question, statement = sqlite.prepare(question.sql)](const auto& s, const auto& o) {
         return statement.rows(s, question.two ? &o : nullptr);
       }},
  };
}

void call(const Question& question, Way& way, std::mt19937_64& random, std::size_t persons) {
  const std::size_t number = random() % kAsked * (persons / kAsked);
  const std::string s = person(number);
  const std::string o = person((number + 1) % persons);
  const auto start = std::chrono::steady_clock::now();
  const std::size_t rows = way.ask(s, o);
  const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
  if (rows != question.rows)
    throw Error(ErrorCode::usage, fmt::format("{} by {}: {} rows", question.name, way.name, rows));
  way.times.push_back(took.count());
}

double percentile(std::vector<double>& times, double share) {
  const auto at = static_cast<std::ptrdiff_t>(static_cast<double>(times.size() - 1) * share);
  std::nth_element(times.begin(), times.begin() + at, times.end());
  return times[static_cast<std::size_t>(at)];
}

// The ways take turns, so that a busy moment of the machine meets them all.
void measure(const Question& question, std::vector<Way> ways, std::size_t persons,
             std::size_t calls) {
  constexpr std::size_t kRounds = 20;
  std::mt19937_64 random(7);
  for (std::size_t round = 0; round <= kRounds; ++round) {
    for (Way& way : ways) {
      for (std::size_t i = 0; i < std::max(calls / kRounds, kAsked / 4); ++i)
        call(question, way, random, persons);
      if (round == 0) way.times.clear();  // warming up
    }
  }
  const double sqlite = percentile(ways.back().times, 0.5);
  for (Way& way : ways) {
    const double middle = percentile(way.times, 0.5);
    fmt::print("| {} | {} | {:.1f} | {:.1f} | {:.2f} |\n", question.name, way.name, middle,
               percentile(way.times, 0.95), middle / sqlite);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t triples = argc > 1 ? std::stoull(argv[1]) : 1'000'000;
  const std::size_t calls = argc > 2 ? std::stoull(argv[2]) : 20'000;
  const fs::path folder =
      fs::temp_directory_path() / fmt::format("dossier-latency-{}", std::random_device()());
  fs::create_directories(folder);
  try {
    SqliteTriples sqlite((folder / "people.sqlite").string());
    generate(triples,
             [&](const auto& s, const auto& p, const auto& o, bool) { sqlite.add(s, p, o); });
    sqlite.finish();
    make_base(folder, triples);
    const std::string path = (folder / "kb").string();
    const KnowledgeBase kb = KnowledgeBase::open(path, {.mode = OpenMode::read_only});
    const CBase c(path);
    fmt::print("{} triples, {} calls each, microseconds a call\n\n", triples, calls);
    fmt::print("| question | way | p50 | p95 | p50 of SQLite |\n| --- | --- | --- | --- | --- |\n");
    for (const Question& question : kQuestions)
      measure(question, ways_of(question, kb, c, sqlite), triples / kFacts, calls);
  } catch (const std::exception& error) {
    fmt::print(stderr, "error: {}\n", error.what());
    fs::remove_all(folder);
    return 1;
  }
  fs::remove_all(folder);
  return 0;
}
