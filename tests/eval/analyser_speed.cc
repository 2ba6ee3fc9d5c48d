// SPDX-License-Identifier: Apache-2.0
// analyser_speed DOCUMENT...
//
// Sentences and tokens a second from text to names in one thread, by CPU time, per instruction set
// (best of three rounds); likewise the reading model's encoder alone; the time to load the models,
// and the memory they and one document take. stage_speed measures each pass.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <vector>

#include "extract/analyze/analyzer.h"
#include "extract/analyze/sentence_reader.h"
#include "extract/encoder/document_states.h"
#include "extract/models/builtin.h"
#include "extract/pipeline.h"
#include "extract/reader/read_document.h"
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

/// The passes up to names, with a network of the instruction set asked for.
Work read(const SentenceReader& reader, const Analyzer& analyzer, const std::string& bytes,
          const std::string& name) {
  Analysis analysis;
  analysis.document = read_document(bytes, name);
  run_passes(analysis, {.last = Pass::segment});
  reader.read(analysis.sentences, analyzer.lexicon());
  run_passes(analysis, {.last = Pass::names, .without = {"segment", "tag"}});
  Work work{analysis.sentences.size(), 0};
  for (const Sentence& sentence : analysis.sentences) work.tokens += sentence.tokens.size();
  return work;
}

/// The sentences of a document with tags, as the encoder takes them.
std::vector<Sentence> tagged_sentences(const std::string& file) {
  Analysis analysis;
  analysis.document = read_document(read_file(file), file);
  run_passes(analysis, {.last = Pass::tag});
  return std::move(analysis.sentences);
}

void measure_encoder(const std::vector<std::string>& files) {
  std::vector<std::vector<Sentence>> documents;
  std::size_t sentences = 0;
  for (const std::string& file : files)
    sentences += documents.emplace_back(tagged_sentences(file)).size();
  for (const encoder::Kernels* kernels : encoder::available_kernels()) {
    const encoder::Encoder encoder(builtin_reading_model(), *kernels);
    const Interruption never;
    const double start = cpu_seconds();
    for (const std::vector<Sentence>& document : documents)
      encoder::DocumentStates(document, encoder, never)
          .each([](const encoder::Window&, const std::vector<float>&) {});
    fmt::print("encoder, {:<8} {:.2f} ms a sentence\n", kernels->name,
               1000 * (cpu_seconds() - start) / static_cast<double>(sentences));
  }
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
  fmt::print("at most {:.0f} MB\n", megabytes());
}

}  // namespace
}  // namespace dossier::extract

int main(int argc, char** argv) {
  using namespace dossier::extract;
  return Program{"analyser_speed DOCUMENT...", {}, {}}.run(argc, argv, [](const Arguments& words) {
    measure(words.files);
    measure_encoder(words.files);
    return 0;
  });
}
