// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/pattern_text.h"

#include <fmt/format.h>

#include <variant>

#include "engine/results/short_names.h"

namespace dossier::repl {

PatternText::PatternText(const ast::TriplePattern& pattern, const QueryOptions& options,
                         const Prefixes& prefixes)
    : options_(options), prefixes_(prefixes) {
  const auto* predicate = std::get_if<ast::Node>(&pattern.predicate);
  if (predicate == nullptr) {
    writable_ = false;
    return;
  }
  subject_ = term_of(pattern.subject);
  predicate_ = term_of(*predicate);
  object_ = term_of(pattern.object);
  text_ = fmt::format("{} {} {}", text_of(pattern.subject), text_of(*predicate),
                      text_of(pattern.object));
}

std::optional<Term> PatternText::term_of(const ast::Node& node) const {
  if (const auto* term = std::get_if<Term>(&node)) return *term;
  const auto* variable = std::get_if<ast::Variable>(&node);
  if (variable == nullptr) return std::nullopt;
  const auto given = options_.parameters.find(variable->name);
  if (given == options_.parameters.end()) return std::nullopt;
  return given->second;
}

std::string PatternText::text_of(const ast::Node& node) {
  if (const auto term = term_of(node)) {
    if (term->is_iri()) return short_text(*term, prefixes_);
    return term->to_string();
  }
  if (const auto* variable = std::get_if<ast::Variable>(&node)) return "?" + variable->name;
  writable_ = false;
  return {};
}

}  // namespace dossier::repl
