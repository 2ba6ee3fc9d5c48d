// Compares the engine with the naive evaluator on generated cases and on the kept ones.
//
//   differential_test FOLDER_OF_CASES [CASES [SEED]]
//
// A kept case is a file of N-Quads, a line "#---", and the query. Prints "N passed, N failed";
// failing cases are shrunk and printed in that form.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "engine/dossier.h"
#include "model/xsd/decimal.h"
#include "parser/rdf/parse.h"
#include "parser/rdf/write.h"
#include "parser/sparql/parse.h"
#include "parser/sparql/print.h"
#include "tests/differential/generate.h"
#include "tests/differential/naive_algebra.h"
#include "tests/differential/shrink.h"

namespace {

namespace fs = std::filesystem;
using namespace dossier;
using naive::Case;
using Rows = std::vector<std::map<std::string, std::string>>;

/// One knowledge base on disk, emptied and filled for each case.
class Bench {
 public:
  Bench()
      : folder_(fs::temp_directory_path() /
                ("dossier-differential-" + std::to_string(std::random_device()()))),
        kb_(KnowledgeBase::open(folder_.string())) {}
  ~Bench() { fs::remove_all(folder_); }
  Bench(const Bench&) = delete;
  Bench& operator=(const Bench&) = delete;

  /// Puts exactly `data` into the knowledge base and returns it as the base names its blank nodes.
  std::vector<Quad> fill(const std::vector<Quad>& data) {
    Transaction transaction = kb_.begin();
    for (const Quad& quad : stored()) transaction.erase(quad);
    for (const Quad& quad : data) transaction.insert(quad);
    transaction.commit(storage::Durability::relaxed);
    return stored();
  }

  Rows ask(const std::string& query, DefaultGraph mode) {
    QueryOptions options;
    options.default_graph = mode;
    QueryResult result = kb_.query(query, options);
    Rows rows;
    for (Row row; result.next(row);) {
      auto& out = rows.emplace_back();
      for (std::size_t i = 0; i < row.size(); ++i)
        if (row[i]) out.emplace(result.variables()[i], text(*row[i]));
    }
    std::sort(rows.begin(), rows.end());
    return rows;
  }

  /// Decimals by value: the specification leaves the lexical form of a computed one open.
  static std::string text(const Term& term) {
    if (term.is_literal() && term.datatype().ends_with("#decimal"))
      if (const auto value = xsd::Decimal::parse(term.value()))
        return value->to_string() + " (decimal)";
    return term.to_string();
  }

 private:
  std::vector<Quad> stored() const {
    std::vector<Quad> out;
    kb_.dump([&](const Quad& quad) { out.push_back(quad); });
    return out;
  }

  fs::path folder_;
  KnowledgeBase kb_;
};

Rows naive_rows(const std::vector<Quad>& data, const ast::Query& query, DefaultGraph mode) {
  const auto dataset = naive::Dataset::of(data, mode == DefaultGraph::union_of_all);
  Rows rows;
  for (const naive::Solution& solution :
       naive::evaluate(std::get<ast::SelectQuery>(query.form), dataset.default_graph, dataset)) {
    auto& out = rows.emplace_back();
    for (const auto& [name, term] : solution) out.emplace(name, Bench::text(term));
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

/// What is wrong with the engine's answer to the case; empty when nothing is.
std::string difference(Bench& bench, const Case& test) {
  const std::vector<Quad> data = bench.fill(test.data);
  const std::string text = print(test.query);
  for (const DefaultGraph mode : {DefaultGraph::union_of_all, DefaultGraph::strict}) {
    const Rows wanted = naive_rows(data, test.query, mode);
    Rows got;
    try {
      got = bench.ask(text, mode);
    } catch (const Error& error) {
      return error.describe();
    }
    if (got == wanted) continue;
    std::ostringstream out;
    out << (mode == DefaultGraph::strict ? "strict" : "union") << " default graph";
    const auto show = [&](const char* title, const Rows& rows) {
      out << "\n  " << title << ": " << rows.size() << " rows";
      for (const auto& row : rows) {
        out << "\n    ";
        for (const auto& [name, value] : row) out << "?" << name << "=" << value << " ";
      }
    };
    show("wanted", wanted);
    show("got", got);
    return out.str();
  }
  return {};
}

std::string printed(const Case& test) {
  std::ostringstream out;
  const auto writer = make_rdf_writer(out, RdfFormat::nquads);
  for (const Quad& quad : test.data) writer->write(quad);
  writer->finish();
  return out.str() + "#---\n" + print(test.query) + "\n";
}

Case read_case(const fs::path& path) {
  std::ifstream file(path);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::size_t cut = text.find("#---\n");
  Case out;
  parse_rdf(text.substr(0, cut), {.format = RdfFormat::nquads, .base = ""},
            [&](Quad&& quad) { out.data.push_back(std::move(quad)); });
  out.query = parse_query(text.substr(cut + 5));
  return out;
}

/// Runs one case; a failing one is shrunk and printed.
bool passes(Bench& bench, const Case& test, const std::string& name) {
  if (difference(bench, test).empty()) return true;
  const Case small =
      naive::shrink(test, [&](const Case& c) { return !difference(bench, c).empty(); });
  std::cout << "FAILED " << name << ": " << difference(bench, small) << "\n"
            << printed(small) << "\n";
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: differential_test FOLDER_OF_CASES [CASES [SEED]]\n";
    return 2;
  }
  const std::uint64_t cases = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1000;
  const std::uint64_t seed = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1;
  Bench bench;
  std::uint64_t passed = 0, failed = 0;
  std::vector<fs::path> kept;
  if (fs::exists(argv[1]))
    for (const auto& entry : fs::directory_iterator(argv[1])) kept.push_back(entry.path());
  std::sort(kept.begin(), kept.end());
  for (const fs::path& path : kept)
    ++(passes(bench, read_case(path), path.filename().string()) ? passed : failed);
  for (std::uint64_t i = 0; i < cases && failed < 10; ++i)
    ++(passes(bench, naive::generate(seed + i), "seed " + std::to_string(seed + i)) ? passed
                                                                                    : failed);
  std::cout << passed << " passed, " << failed << " failed\n";
  return failed == 0 ? 0 : 1;
}
