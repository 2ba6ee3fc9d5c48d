// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/check_template.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dossier/error.h"
#include "dossier/prefixes.h"
#include "extract/graph/analysis_terms.h"
#include "extract/graph/vocabulary.h"
#include "model/vocabulary.h"
#include "parser/sparql/parse.h"

namespace dossier::extract::rules {

namespace {

constexpr std::array<std::string_view, 10> kAnnotations = {
    k::kFrame, k::kInSentence, k::kConfidence, k::kTime,     k::kFrom,
    k::kTo,    k::kPlace,      k::kModality,   k::kPolarity, k::kAttributedTo};

const Term* predicate_of(const ast::TriplePattern& triple) {
  const auto* node = std::get_if<ast::Node>(&triple.predicate);
  return node == nullptr ? nullptr : std::get_if<Term>(node);
}

/// A reified fact: what it says, and whether it says where from.
struct Reifier {
  ast::TriplePattern fact;
  bool has_source = false;
};

class Check {
 public:
  Check(std::string_view text, const std::vector<ast::TriplePattern>& triples)
      : text_(text), triples_(triples) {}

  void run() {
    for (const ast::TriplePattern& triple : triples_) find_reifier(triple);
    for (const ast::TriplePattern& triple : triples_) check(triple);
    for (const auto& [label, reifier] : reifiers_) {
      if (!reifier.has_source) fail(reifier.fact, kNoSource);
    }
  }

 private:
  static constexpr const char* kNoSource =
      "the fact does not say where it was read: add {| k:frame ?f |}";

  [[noreturn]] void fail(const ast::TriplePattern& at, const std::string& message) const {
    throw Error::in_text(ErrorCode::usage, message, text_, at.offset.bytes);
  }

  void find_reifier(const ast::TriplePattern& triple) {
    const Term* predicate = predicate_of(triple);
    if (predicate == nullptr || predicate->value() != vocabulary::rdf::kReifies) return;
    const auto* node = std::get_if<ast::BlankNode>(&triple.subject);
    if (node == nullptr) fail(triple, "a rule cannot name the reifier of a fact");
    const auto* term = std::get_if<Box<ast::TripleTermPattern>>(&triple.object);
    if (term == nullptr) fail(triple, "the fact has no variable: it would be the same everywhere");
    Reifier& reifier = reifiers_[node->label];
    reifier.fact = {(**term).subject, (**term).predicate, (**term).object, triple.offset};
  }

  void check(const ast::TriplePattern& triple) {
    const Term* predicate = predicate_of(triple);
    if (predicate != nullptr && predicate->value() == vocabulary::rdf::kReifies) return;
    const auto* node = std::get_if<ast::BlankNode>(&triple.subject);
    const auto reifier = node == nullptr ? reifiers_.end() : reifiers_.find(node->label);
    if (reifier != reifiers_.end()) return annotation(triple, reifier->second);
    const bool reified = std::any_of(reifiers_.begin(), reifiers_.end(), [&](const auto& entry) {
      return entry.second.fact == triple;
    });
    if (!reified) fail(triple, kNoSource);
  }

  void annotation(const ast::TriplePattern& triple, Reifier& reifier) const {
    const Term* predicate = predicate_of(triple);
    const bool known = predicate != nullptr && std::find(kAnnotations.begin(), kAnnotations.end(),
                                                         predicate->value()) != kAnnotations.end();
    if (!known) {
      fail(triple,
           "a rule can state of a fact only k:frame, k:sentence, k:confidence, k:time, k:from, "
           "k:to, "
           "k:place, k:attributedTo, k:polarity, k:modality");
    }
    if (predicate->value() == k::kFrame || predicate->value() == k::kInSentence)
      reifier.has_source = true;
  }

  std::string_view text_;
  const std::vector<ast::TriplePattern>& triples_;
  std::map<std::string, Reifier> reifiers_;
};

}  // namespace

void check_template(std::string_view text) {
  SparqlOptions options;
  options.prefixes = predeclared_prefixes();
  for (const auto& [name, iri] : graph_prefixes()) options.prefixes.emplace_back(name, iri);
  const ast::Query query = parse_query(text, options);
  Check(text, std::get<ast::ConstructQuery>(query.form).construct_template).run();
}

}  // namespace dossier::extract::rules
