// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/rule.h"

#include <fmt/format.h>

#include <utility>

#include "dossier/error.h"
#include "extract/graph/analysis_terms.h"
#include "extract/rules/check_template.h"
#include "extract/rules/fact_reader.h"

namespace dossier::extract::rules {

namespace {

QueryOptions rule_options() {
  QueryOptions options;
  options.prefixes = graph_prefixes();
  options.outside = OutsideAccess::nothing();
  return options;
}

PreparedConstruct prepare(const RuleText& text) {
  try {
    PreparedConstruct query(text.text, rule_options());
    check_template(text.text);
    return query;
  } catch (Error& error) {
    error.set_file(text.file);
    throw;
  }
}

}  // namespace

RuleLimits RuleLimits::of_document(std::size_t sentences) const {
  RuleLimits grown{
      .time = time, .memory_bytes = memory_bytes, .more_time = {}, .more_memory_bytes = 0};
  grown.time += more_time * sentences / 1000;
  grown.memory_bytes += more_memory_bytes * sentences / 1000;
  return grown;
}

Rule::Rule(RuleText text) : text_(std::move(text)), query_(prepare(text_)) {}

void Rule::apply(const DocumentGraph& graph, const RuleLimits& limits,
                 const CancellationToken& cancellation, Analysis& analysis,
                 std::vector<StatedFactor>& factors) const {
  const RuleLimits here = limits.of_document(analysis.sentences.size());
  QueryOptions options;
  options.timeout = here.time;
  options.memory_bytes = here.memory_bytes;
  options.cancellation = cancellation;
  try {
    FactReader facts(graph, text_.name);
    query_.run(graph.source(), options, [&](const Triple& triple) { facts.take(triple); });
    facts.add_facts(analysis, factors);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::cancelled) throw;
    throw Error(error.code(), fmt::format("the rule {} ({}) stopped in document {}: {}", text_.name,
                                          text_.file, analysis.document.source_name, error.what()));
  }
}

}  // namespace dossier::extract::rules
