// SPDX-License-Identifier: Apache-2.0
#include "extract/pipeline.h"

#include <algorithm>
#include <array>
#include <utility>

#include "dossier/error.h"
#include "extract/analyze/anchored_times.h"
#include "extract/analyze/quantities.h"
#include "extract/analyze/time_expressions.h"
#include "extract/clause/clauses.h"
#include "extract/names/find_names.h"
#include "extract/names/missing_names.h"
#include "extract/names/revise_names.h"
#include "extract/rules/rules_access.h"
#include "extract/segment/segment.h"

namespace dossier::extract {
namespace {

/// What is kept for each until the document is stored, in bytes.
constexpr std::size_t kCharacterMemory = 16;
constexpr std::size_t kWordMemory = 512;
constexpr std::size_t kSentenceMemory = 6 << 10;
constexpr std::size_t kFrameMemory = 4 << 10;
constexpr std::size_t kClauseMemory = 6 << 10;

struct Context {
  Analysis& analysis;
  Resolution& resolution;
  const PipelineSettings& settings;
  const Analyzer& analyzer;
};

void run_segment(Context& context) {
  Analysis& analysis = context.analysis;
  const Interruption& interruption = context.settings.interruption;
  interruption.charge(analysis.document.text.size() * kCharacterMemory);
  if (analysis.sentences.empty()) analysis.sentences = segment(analysis.document);
  for (const Sentence& sentence : analysis.sentences)
    interruption.charge(kSentenceMemory + sentence.tokens.size() * kWordMemory);
  if (DocumentProgress* const progress = interruption.progress())
    progress->sentences = analysis.sentences.size();
}

void run_tag(Context& context) {
  context.analyzer.tag(context.analysis.sentences, context.settings.retag,
                       context.settings.interruption);
}

/// Runs `work` for each sentence, between looks at the limits.
template <typename Work>
void each_sentence(Context& context, const Work& work) {
  for (Sentence& sentence : context.analysis.sentences) {
    context.settings.interruption.check();
    work(sentence);
  }
}

void run_times(Context& context) {
  each_sentence(context, [&](Sentence& sentence) {
    sentence.times = find_times(context.analysis.document, sentence);
  });
}

void run_quantities(Context& context) {
  each_sentence(context, [&](Sentence& sentence) {
    sentence.quantities =
        find_quantities(context.analysis.document, sentence, context.analyzer.lexicon());
  });
}

void run_names(Context& context) {
  find_names(context.analysis.document, context.analyzer.lexicon(), context.analysis.sentences);
}

void run_revise_names(Context& context) { revise_names(context.analysis); }

void run_missing_names(Context& context) { each_sentence(context, add_missing_names); }

void run_anchor_times(Context& context) { anchor_times(context.analysis); }

void run_clauses(Context& context) {
  each_sentence(context, [&](Sentence& sentence) {
    read_clauses(sentence);
    context.settings.interruption.charge(sentence.frames.size() * kFrameMemory +
                                         sentence.clauses.size() * kClauseMemory);
  });
}

void run_resolve(Context& context) { context.resolution = resolve_entities(context.analysis); }

void run_rules(Context& context) {
  static const Rules built_in;
  const rules::RuleSet& rules =
      context.settings.rules ? *context.settings.rules : RulesAccess::set(built_in);
  rules.apply(context.analysis, context.resolution, context.settings.interruption);
}

constexpr std::array kPasses{
    PassInfo{Pass::segment, "segment", "sentences and words"},
    PassInfo{Pass::tag, "tag", "parts of speech, lemmas, trees, the network's readings of names"},
    PassInfo{Pass::times, "times", "time expressions"},
    PassInfo{Pass::quantities, "quantities", "numbers with their units"},
    PassInfo{Pass::names, "names", "names and their types"},
    PassInfo{Pass::revise_names, "revise-names", "names again, by what the whole document says"},
    PassInfo{Pass::missing_names, "missing-names", "countries and acronyms that were left out"},
    PassInfo{Pass::anchor_times, "anchor-times", "times relative to other times"},
    PassInfo{Pass::clauses, "clauses", "frames and clauses"},
    PassInfo{Pass::resolve, "resolve", "entities, pronouns, descriptions"},
    PassInfo{Pass::rules, "rules", "typed facts"},
};
constexpr std::array kRuns{run_segment, run_tag,          run_times,         run_quantities,
                           run_names,   run_revise_names, run_missing_names, run_anchor_times,
                           run_clauses, run_resolve,      run_rules};
static_assert(kPasses.size() == kRuns.size());

void require_pass(const std::string& name) {
  const bool known = std::any_of(kPasses.begin(), kPasses.end(),
                                 [&](const PassInfo& pass) { return pass.name == name; });
  if (!known) throw Error(ErrorCode::usage, "there is no pass '" + name + "'");
}

}  // namespace

std::span<const PassInfo> passes() { return kPasses; }

Resolution run_passes(Analysis& analysis, const PipelineSettings& settings) {
  const Interruption::Scope scope(settings.interruption);
  const std::vector<std::string>& without = settings.without;
  std::for_each(without.begin(), without.end(), require_pass);
  Resolution resolution;
  Context context{analysis, resolution, settings,
                  settings.analyzer ? *settings.analyzer : *Analyzer::instance()};
  for (std::size_t i = 0; i < kPasses.size() && kPasses[i].pass <= settings.last; ++i) {
    if (std::find(without.begin(), without.end(), kPasses[i].name) != without.end()) continue;
    settings.interruption.check();
    const StageTimer timer(settings.profile, kPasses[i].name);
    kRuns[i](context);
  }
  return resolution;
}

Analysis analyze_document(Document document, const PipelineSettings& settings) {
  Analysis analysis;
  analysis.document = std::move(document);
  run_passes(analysis, settings);
  return analysis;
}

}  // namespace dossier::extract
