// SPDX-License-Identifier: Apache-2.0
#include "engine/query/unknown_constants.h"

#include <array>
#include <set>
#include <string>
#include <unordered_set>

#include "engine/algebra/constants.h"
#include "engine/algebra/translate.h"
#include "engine/algebra/walk.h"
#include "engine/query/execution.h"
#include "parser/sparql/parse.h"

namespace dossier {

namespace {

/// In units of Limits::work(): what it takes to look a constant up.
constexpr std::size_t kConstantWork = 4096;
constexpr std::size_t kPlaces = static_cast<std::size_t>(algebra::ConstantPlace::value) + 1;

/// The order in which quads with a term in this place stand together; none where it is enough that
/// the store knows the term.
std::optional<storage::Permutation> leading(algebra::ConstantPlace place) {
  switch (place) {
    case algebra::ConstantPlace::subject:
      return storage::Permutation::spo;
    case algebra::ConstantPlace::predicate:
      return storage::Permutation::pso;
    case algebra::ConstantPlace::object:
      return storage::Permutation::osp;
    case algebra::ConstantPlace::graph:
      return storage::Permutation::gspo;
    case algebra::ConstantPlace::triple_term:
    case algebra::ConstantPlace::value:
      break;
  }
  return std::nullopt;
}

/// Whether a quad has the term with this id at this place.
bool stands_at(const storage::QuadSource& source, TermId id, algebra::ConstantPlace place) {
  const std::optional<storage::Permutation> permutation = leading(place);
  if (!permutation) return true;
  storage::ScanRequest request;
  request.permutation = *permutation;
  request.prefix[0] = id;
  request.prefix_length = 1;
  TermId found;
  std::array<TermId*, 4> columns{&found, nullptr, nullptr, nullptr};
  return source.scan(request)->next(columns, 1) > 0;
}

/// The names of variables that stand behind "!": those of NOT EXISTS among them.
void add_negated(const ast::Expression& expression, std::set<std::string>& names) {
  algebra::each_expression(expression, [&](const ast::Expression& part) {
    const auto* operation = std::get_if<ast::Operation>(&part.node);
    if (operation == nullptr || operation->op != ast::Operator::logical_not) return;
    const auto* variable = std::get_if<ast::Variable>(&operation->operands.front().node);
    if (variable != nullptr) names.insert(variable->name);
  });
}

/// Empties the patterns of MINUS and NOT EXISTS. A condition stands above the EXISTS it reads.
void drop_negated(algebra::Node& node, const VariableTable& variables,
                  std::set<std::string>& negated) {
  algebra::each_own_expression(
      node, [&](ast::Expression& expression) { add_negated(expression, negated); });
  if (auto* minus = std::get_if<algebra::Minus>(&node.node)) *minus->right = {algebra::Unit{}};
  if (auto* exists = std::get_if<algebra::Exists>(&node.node)) {
    if (negated.contains(variables.name(exists->result))) *exists->pattern = {algebra::Unit{}};
  }
  algebra::each_child(node, [&](algebra::Node& child) { drop_negated(child, variables, negated); });
}

UnknownConstant::Place place_of(algebra::ConstantPlace place) {
  using enum algebra::ConstantPlace;
  switch (place) {
    case subject:
      return UnknownConstant::Place::subject;
    case predicate:
      return UnknownConstant::Place::predicate;
    case object:
      return UnknownConstant::Place::object;
    case graph:
      return UnknownConstant::Place::graph;
    case triple_term:
    case value:
      break;
  }
  return UnknownConstant::Place::triple_term;
}

}  // namespace

std::vector<UnknownConstant> unknown_constants(const storage::QuadSource& source,
                                               std::string_view text, const QueryOptions& options,
                                               const functions::CustomTablePtr& custom) {
  Limits limits(options);
  const ast::Query query = parse_query(text, parser_options(options, limits, custom));
  algebra::Translation translation = algebra::translate(query, options.parameters, limits.worker());
  std::set<std::string> negated;
  drop_negated(translation.root, translation.variables, negated);
  std::vector<UnknownConstant> unknown;
  std::unordered_set<Term> asked[kPlaces];  // by place
  algebra::each_constant(translation.root, [&](const Term& term, algebra::ConstantPlace place) {
    limits.work(kConstantWork);
    if (place == algebra::ConstantPlace::value) return;
    if (!asked[static_cast<std::size_t>(place)].insert(term).second) return;
    const TermId id = source.find(term);
    if (id && stands_at(source, id, place)) return;
    unknown.push_back({term, place_of(place), static_cast<bool>(id)});
  });
  return unknown;
}

}  // namespace dossier
