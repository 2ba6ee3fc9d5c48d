// SPDX-License-Identifier: Apache-2.0
// stage_speed [--kernels NAME] DOCUMENT...
//
// What each pass from bytes to typed facts costs in one thread, by processor time: microseconds a
// sentence and the share of the whole. --kernels: with the instructions of a lesser processor,
// "avx2" or "portable".
#include <fmt/format.h>

#include <ctime>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dossier/error.h"
#include "dossier/ingest.h"
#include "extract/analyze/sentence_reader.h"
#include "extract/encoder/kernels.h"
#include "extract/encoder/reading_model.h"
#include "extract/models/builtin.h"
#include "extract/pipeline.h"
#include "extract/reader/read_source.h"
#include "extract/rules/rules_access.h"
#include "program.h"
#include "read_file.h"

namespace dossier::extract {
namespace {

constexpr int kRounds = 5;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Those of one name, of `available`.
template <typename Kernels>
const Kernels& kernels_called(const std::string& name,
                              const std::vector<const Kernels*>& available) {
  for (const Kernels* const one : available)
    if (one->name == name) return *one;
  throw Error(ErrorCode::usage, "this processor has no instructions \"" + name + "\"");
}

/// The models with chosen instructions.
class Models {
 public:
  explicit Models(const std::string& kernels)
      : reader_(builtin_tagger_model(), builtin_network_model(),
                kernels_called(kernels, available_kernels())),
        model_(builtin_reading_model(), kernels_called(kernels, encoder::available_kernels())) {}

  Resolution run(Analysis& analysis, PipelineSettings settings) const {
    run_passes(analysis, {.last = Pass::segment, .profile = settings.profile});
    timed(settings.profile, "tag",
          [&] { reader_.read(analysis.sentences, Analyzer::instance()->lexicon()); });
    settings.without = {"segment", "tag"};
    settings.model = &model_;
    return run_passes(analysis, settings);
  }

 private:
  SentenceReader reader_;
  encoder::ReadingModel model_;
};

/// Reads a document, with the times added to `profile`. Returns the number of its sentences.
std::size_t read(const std::string& bytes, const std::string& file, const Models* models,
                 const rules::RuleSet& rules, const std::shared_ptr<IngestProfile>& profile) {
  Analysis analysis = read_source(bytes, file, {.profile = profile});
  const PipelineSettings settings{.rules = &rules, .profile = profile.get()};
  if (models != nullptr)
    models->run(analysis, settings);
  else
    run_passes(analysis, settings);
  return analysis.sentences.size();
}

void print(const IngestProfile& profile, std::size_t sentences) {
  double all = 0;
  for (const auto& stage : profile.stages())
    all += std::chrono::duration<double>(stage.processor_time).count();
  for (const auto& stage : profile.stages()) {
    const double seconds = std::chrono::duration<double>(stage.processor_time).count();
    fmt::print("{:<14} {:7.1f} us a sentence {:5.1f} %\n", stage.name,
               1e6 * seconds / static_cast<double>(sentences), 100 * seconds / all);
  }
  fmt::print("{:<14} {:7.1f} us a sentence, {:.0f} sentences/s\n", "all",
             1e6 * all / static_cast<double>(sentences), static_cast<double>(sentences) / all);
}

void run(const std::vector<std::string>& files, const std::string& kernels) {
  Analyzer::instance();  // loads the models, which is no pass's cost
  const double before = cpu_seconds();
  const Rules rules;
  fmt::print("rules compiled in {:.0f} ms\n", 1000 * (cpu_seconds() - before));
  std::optional<Models> models;
  if (!kernels.empty()) models.emplace(kernels);
  const auto profile = std::make_shared<IngestProfile>();
  std::size_t sentences = 0;
  for (const std::string& file : files) {
    const std::string bytes = read_file(file);
    for (int round = 0; round < kRounds; ++round)
      sentences += read(bytes, file, models ? &*models : nullptr, RulesAccess::set(rules), profile);
  }
  print(*profile, sentences);
}

}  // namespace
}  // namespace dossier::extract

int main(int argc, char** argv) {
  using namespace dossier::extract;
  return Program{"stage_speed [--kernels NAME] DOCUMENT...", {}, {"--kernels"}}.run(
      argc, argv, [](const Arguments& words) {
        run(words.files, words.value("--kernels"));
        return 0;
      });
}
