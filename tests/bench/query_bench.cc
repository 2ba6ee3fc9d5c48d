// SPDX-License-Identifier: Apache-2.0
// Times saved queries over a knowledge base: each is planned, run and written as TSV to nowhere.
//
//   query_bench KB QUERY.rq... [--repeat N]
//
// prints a line of JSON for each query: its name, the rows, the bytes written, a sum over its lines
// that does not depend on their order, and the milliseconds of each run: those that passed, and the
// processor's, over all threads. One run before them warms the caches.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/results.h"

namespace dossier::bench {
namespace {

/// Counts the bytes that are written, and adds up its lines if asked to.
class NowhereBuffer : public std::streambuf {
 public:
  explicit NowhereBuffer(bool sums) : sums_(sums) {}
  std::uint64_t bytes = 0;
  std::uint64_t sum = 0;

 protected:
  int_type overflow(int_type c) override {
    const char one = traits_type::to_char_type(c);
    xsputn(&one, 1);
    return c;
  }
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    bytes += static_cast<std::uint64_t>(size);
    if (sums_) add({text, static_cast<std::size_t>(size)});
    return size;
  }

 private:
  void add(std::string_view text) {
    for (const char c : text) {
      if (c == '\n') {
        sum += line_;
        line_ = kStart;
      } else {
        line_ = (line_ ^ static_cast<unsigned char>(c)) * 1099511628211ULL;  // FNV-1a
      }
    }
  }

  static constexpr std::uint64_t kStart = 14695981039346656037ULL;
  bool sums_;
  std::uint64_t line_ = kStart;
};

struct Report {
  std::uint64_t rows = 0;
  std::uint64_t bytes = 0;
  std::uint64_t sum = 0;
  std::vector<double> ms;
  std::vector<double> cpu_ms;
};

Report measure(const KnowledgeBase& kb, const std::string& text, int repeat) {
  using Clock = std::chrono::steady_clock;
  Report report;
  for (int run = 0; run <= repeat; ++run) {
    NowhereBuffer nowhere(run == 0);
    std::ostream out(&nowhere);
    const Clock::time_point start = Clock::now();
    const std::clock_t cpu_start = std::clock();
    QueryResult result = kb.query(text);
    report.rows = write_results(result, "tsv", out).count;
    const std::chrono::duration<double, std::milli> time = Clock::now() - start;
    if (run > 0) {
      report.ms.push_back(time.count());
      report.cpu_ms.push_back(1e3 * static_cast<double>(std::clock() - cpu_start) / CLOCKS_PER_SEC);
    } else {
      report.bytes = nowhere.bytes;
      report.sum = nowhere.sum;
    }
  }
  return report;
}

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

int run(const std::vector<std::string>& arguments) {
  int repeat = 5;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--repeat" && i + 1 < arguments.size()) {
      repeat = std::atoi(arguments[++i].c_str());
    } else {
      names.push_back(arguments[i]);
    }
  }
  if (names.size() < 2 || repeat < 1) {
    fmt::print(stderr, "usage: query_bench KB QUERY.rq... [--repeat N]\n");
    return 2;
  }
  OpenOptions options;
  options.mode = OpenMode::read_only;
  const KnowledgeBase kb = KnowledgeBase::open(names.front(), options);
  for (std::size_t i = 1; i < names.size(); ++i) {
    const Report report = measure(kb, content(names[i]), repeat);
    fmt::print(
        "{{\"query\": \"{}\", \"rows\": {}, \"bytes\": {}, \"sum\": {}, \"ms\": [{:.3f}], "
        "\"cpu_ms\": [{:.3f}]}}\n",
        std::filesystem::path(names[i]).stem().string(), report.rows, report.bytes, report.sum,
        fmt::join(report.ms, ", "), fmt::join(report.cpu_ms, ", "));
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace
}  // namespace dossier::bench

int main(int argc, char** argv) {
  try {
    return dossier::bench::run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "error: {}\n", error.what());
    return 1;
  }
}
