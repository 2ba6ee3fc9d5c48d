// SPDX-License-Identifier: Apache-2.0
// analyser_speed DOCUMENT...
//
// Sentences and tokens a second from text to names in one thread, by CPU time, per instruction set
// (best of three rounds); what frames and clauses add; the time to load the models, and the memory
// they and one document take.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <vector>

#include "extract/analyze/analyzer.h"
#include "extract/analyze/quantities.h"
#include "extract/analyze/sentence_reader.h"
#include "extract/analyze/time_expressions.h"
#include "extract/clause/clauses.h"
#include "extract/models/builtin.h"
#include "extract/reader/read_document.h"
#include "extract/resolve/resolve.h"
#include "extract/segment/segment.h"
#include "program.h"
#include "read_file.h"

namespace dossier::extract {
namespace {

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

struct Work {
  std::size_t sentences = 0;
  std::size_t tokens = 0;
};

/// The analyser's way through a document, with a network of the instruction set asked for.
Work read(const SentenceReader& reader, const Analyzer& analyzer, const std::string& bytes,
          const std::string& name) {
  const Document document = read_document(bytes, name);
  std::vector<Sentence> sentences = segment(document);
  reader.read(sentences, analyzer.lexicon());
  for (Sentence& sentence : sentences) {
    sentence.times = find_times(document, sentence);
    sentence.quantities = find_quantities(document, sentence, analyzer.lexicon());
  }
  analyzer.find_names(document, sentences);
  Work work{sentences.size(), 0};
  for (const Sentence& sentence : sentences) work.tokens += sentence.tokens.size();
  return work;
}

/// What frames and clauses take, once sentences are analysed.
void measure_clauses(const Analyzer& analyzer, const std::vector<std::string>& files) {
  double best = 1e9;
  std::size_t sentences = 0;
  for (const std::string& file : files) {
    Analysis analysis = analyzer.analyze_document(read_document(read_file(file), file));
    revise_names(analysis);
    double of_file = 1e9;
    for (int round = 0; round < 5; ++round) {
      const double start = cpu_seconds();
      for (Sentence& sentence : analysis.sentences) read_clauses(sentence);
      of_file = std::min(of_file, cpu_seconds() - start);
    }
    best = sentences == 0 ? of_file : best + of_file;
    sentences += analysis.sentences.size();
  }
  fmt::print("clauses  {:6.3f} ms a sentence\n", 1000 * best / static_cast<double>(sentences));
}

void measure(const std::vector<std::string>& files) {
  const double before = cpu_seconds();
  const auto analyzer = Analyzer::instance();
  fmt::print("models loaded in {:.0f} ms, {:.0f} MB\n", 1000 * (cpu_seconds() - before),
             megabytes());
  for (const Kernels* kernels : available_kernels()) {
    const SentenceReader reader(builtin_tagger_model(), builtin_network_model(), *kernels);
    double best = 1e9;
    Work work;
    for (int round = 0; round < 3; ++round) {
      work = {};
      const double start = cpu_seconds();
      for (const std::string& file : files) {
        const Work one = read(reader, *analyzer, read_file(file), file);
        work.sentences += one.sentences;
        work.tokens += one.tokens;
      }
      best = std::min(best, cpu_seconds() - start);
    }
    fmt::print("{:<8} {:6.0f} sentences/s {:7.0f} tokens/s\n", kernels->name,
               static_cast<double>(work.sentences) / best, static_cast<double>(work.tokens) / best);
  }
  measure_clauses(*analyzer, files);
  fmt::print("at most {:.0f} MB\n", megabytes());
}

}  // namespace
}  // namespace dossier::extract

int main(int argc, char** argv) {
  using namespace dossier::extract;
  return Program{"analyser_speed DOCUMENT...", {}, {}}.run(argc, argv, [](const Arguments& words) {
    measure(words.files);
    return 0;
  });
}
