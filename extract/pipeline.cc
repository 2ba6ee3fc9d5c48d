// SPDX-License-Identifier: Apache-2.0
#include "extract/pipeline.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "dossier/error.h"
#include "extract/analyze/quantities.h"
#include "extract/analyze/time_expressions.h"
#include "extract/calibrate/calibrate.h"
#include "extract/clause/clauses.h"
#include "extract/encoder/document_states.h"
#include "extract/encoder/reading_model.h"
#include "extract/listings/attendance.h"
#include "extract/listings/cell_names.h"
#include "extract/listings/row_facts.h"
#include "extract/names/find_names.h"
#include "extract/names/missing_names.h"
#include "extract/names/model_names.h"
#include "extract/names/revise_names.h"
#include "extract/relate/relate.h"
#include "extract/rules/model_facts.h"
#include "extract/rules/rules_access.h"
#include "extract/segment/segment.h"

namespace dossier::extract {

struct PassContext {
  Analysis& analysis;
  Resolution& resolution;
  const PipelineSettings& settings;
  const Analyzer& analyzer;
  const encoder::ReadingModel* model = nullptr;  ///< null: there is none
  std::optional<encoder::DocumentStates> states = {};
  std::vector<rules::StatedFactor> factors = {};
};

namespace {

/// What is kept for each until the document is stored, in bytes.
constexpr std::size_t kCharacterMemory = 16;
constexpr std::size_t kWordMemory = 512;
constexpr std::size_t kSentenceMemory = 6 << 10;
constexpr std::size_t kFrameMemory = 4 << 10;
constexpr std::size_t kClauseMemory = 6 << 10;

/// Made when they are needed first: the words are known then.
encoder::DocumentStates& states_of(PassContext& context) {
  if (!context.states)
    context.states.emplace(context.analysis.sentences, context.model->encoder(),
                           context.settings.interruption);
  return *context.states;
}

/// Sentences in a language that is not read have no words for the passes that follow.
void leave_foreign_unread(Analysis& analysis) {
  auto paragraph = analysis.document.paragraphs.begin();
  const auto end = analysis.document.paragraphs.end();
  for (Sentence& sentence : analysis.sentences) {
    while (paragraph != end && paragraph->span.end <= sentence.span.begin) ++paragraph;
    if (paragraph != end && paragraph->foreign) sentence.tokens.clear();
  }
}

void run_segment(PassContext& context) {
  Analysis& analysis = context.analysis;
  const Interruption& interruption = context.settings.interruption;
  interruption.charge(analysis.document.text.size() * kCharacterMemory);
  if (analysis.sentences.empty()) analysis.sentences = segment(analysis.document);
  leave_foreign_unread(analysis);
  for (const Sentence& sentence : analysis.sentences)
    interruption.charge(kSentenceMemory + sentence.tokens.size() * kWordMemory);
  if (DocumentProgress* const progress = interruption.progress())
    progress->sentences = analysis.sentences.size();
}

void run_tag(PassContext& context) {
  context.analyzer.tag(context.analysis.sentences, context.settings.retag,
                       context.settings.interruption);
}

/// Runs `work` for each sentence, between looks at the limits.
template <typename Work>
void each_sentence(PassContext& context, const Work& work) {
  for (Sentence& sentence : context.analysis.sentences) {
    context.settings.interruption.check();
    work(sentence);
  }
}

void run_times(PassContext& context) {
  each_sentence(context, [&](Sentence& sentence) {
    sentence.times = find_times(context.analysis.document, sentence);
  });
}

void run_quantities(PassContext& context) {
  each_sentence(context, [&](Sentence& sentence) {
    sentence.quantities =
        find_quantities(context.analysis.document, sentence, context.analyzer.lexicon());
  });
}

void run_read_names(PassContext& context) {
  if (context.model == nullptr) return;
  read_model_names(*context.model, states_of(context), context.analysis);
}

void run_names(PassContext& context) {
  find_names(context.analysis.document, context.analyzer.lexicon(), context.analysis.sentences);
}

void run_revise_names(PassContext& context) { revise_names(context.analysis); }

void run_missing_names(PassContext& context) { each_sentence(context, add_missing_names); }

void run_listed_names(PassContext& context) {
  name_cells(context.analysis);
  name_attendees(context.analysis);
}

void run_anchor_times(PassContext& context) { anchor_times(context.analysis); }

void run_relate(PassContext& context) {
  if (context.model == nullptr) return;
  relate_mentions(*context.model, states_of(context), context.analysis);
  context.states.reset();
}

void run_clauses(PassContext& context) {
  each_sentence(context, [&](Sentence& sentence) {
    if (sentence.is_prose()) read_clauses(sentence);
    context.settings.interruption.charge(sentence.frames.size() * kFrameMemory +
                                         sentence.clauses.size() * kClauseMemory);
  });
}

void run_resolve(PassContext& context) { context.resolution = resolve_entities(context.analysis); }

void run_rules(PassContext& context) {
  static const Rules built_in;
  const rules::RuleSet& rules =
      context.settings.rules ? *context.settings.rules : RulesAccess::set(built_in);
  context.factors =
      rules.apply(context.analysis, context.resolution, context.settings.interruption);
  rules::add_model_facts(context.analysis);
}

void run_calibrate(PassContext& context) {
  calibrate::calibrate(context.analysis, context.factors);
}

void run_listings(PassContext& context) {
  add_row_facts(context.analysis);
  add_attendance_facts(context.analysis);
}

constexpr std::array kPasses{
    PassInfo{Pass::segment, "segment", "sentences and words", run_segment},
    PassInfo{Pass::tag, "tag", "parts of speech, lemmas, trees, the network's readings of names",
             run_tag},
    PassInfo{Pass::times, "times", "time expressions", run_times},
    PassInfo{Pass::quantities, "quantities", "numbers with their units", run_quantities},
    PassInfo{Pass::read_names, "read-names", "the reading model's readings of names",
             run_read_names},
    PassInfo{Pass::names, "names", "names and their types", run_names},
    PassInfo{Pass::revise_names, "revise-names", "names again, by what the whole document says",
             run_revise_names},
    PassInfo{Pass::missing_names, "missing-names", "countries and acronyms that were left out",
             run_missing_names},
    PassInfo{Pass::listed_names, "listed-names", "names in rows of tables and lists of people",
             run_listed_names},
    PassInfo{Pass::anchor_times, "anchor-times", "times relative to other times", run_anchor_times},
    PassInfo{Pass::relate, "relate",
             "what pronouns may mean and pairs of mentions say, by the reading model", run_relate},
    PassInfo{Pass::clauses, "clauses", "frames and clauses", run_clauses},
    PassInfo{Pass::resolve, "resolve", "entities, pronouns, descriptions", run_resolve},
    PassInfo{Pass::rules, "rules", "typed facts", run_rules},
    PassInfo{Pass::calibrate, "calibrate", "how surely each fact is right", run_calibrate},
    PassInfo{Pass::listings, "listings", "facts of rows of tables and lists of people",
             run_listings},
};

void require_pass(const std::string& name) {
  const bool known = std::any_of(kPasses.begin(), kPasses.end(),
                                 [&](const PassInfo& pass) { return pass.name == name; });
  if (!known) throw Error(ErrorCode::usage, "there is no pass '" + name + "'");
}

}  // namespace

std::span<const PassInfo> passes() { return kPasses; }

PipelineSettings pipeline_settings(const ReadSettings& settings) {
  return {.fast = settings.fast,
          .interruption = settings.interruption,
          .profile = settings.profile.get()};
}

namespace {

const encoder::ReadingModel* model_of(const PipelineSettings& settings) {
  if (settings.fast) return nullptr;
  return settings.model != nullptr ? settings.model : encoder::ReadingModel::builtin();
}

}  // namespace

Resolution run_passes(Analysis& analysis, const PipelineSettings& settings) {
  const Interruption::Scope scope(settings.interruption);
  const std::vector<std::string>& without = settings.without;
  std::for_each(without.begin(), without.end(), require_pass);
  Resolution resolution;
  PassContext context{analysis, resolution, settings,
                      settings.analyzer ? *settings.analyzer : *Analyzer::instance(),
                      model_of(settings)};
  for (const PassInfo& pass : kPasses) {
    if (pass.pass > settings.last) break;
    if (std::find(without.begin(), without.end(), pass.name) != without.end()) continue;
    settings.interruption.check();
    const StageTimer timer(settings.profile, pass.name);
    pass.run(context);
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
