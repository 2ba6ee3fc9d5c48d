// SPDX-License-Identifier: Apache-2.0
#include "engine/query/unknown_constants.h"

#include <algorithm>

#include "engine/algebra/constants.h"
#include "engine/algebra/translate.h"
#include "engine/query/execution.h"
#include "parser/sparql/parse.h"

namespace dossier {

namespace {

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

bool is_known(const storage::QuadSource& source, const Term& term, algebra::ConstantPlace place) {
  const TermId id = source.find(term);
  const std::optional<storage::Permutation> permutation = leading(place);
  if (!id || !permutation) return static_cast<bool>(id);
  storage::ScanRequest request;
  request.permutation = *permutation;
  request.prefix[0] = id;
  request.prefix_length = 1;
  return source.estimate(request) != 0;
}

}  // namespace

std::vector<Term> unknown_constants(const storage::QuadSource& source, std::string_view text,
                                    const QueryOptions& options) {
  const ast::Query query = parse_query(text, parser_options(options));
  std::vector<Term> unknown;
  algebra::each_constant(
      algebra::translate(query, options.parameters).root,
      [&](const Term& term, algebra::ConstantPlace place) {
        if (place == algebra::ConstantPlace::value || is_known(source, term, place)) return;
        if (std::find(unknown.begin(), unknown.end(), term) == unknown.end())
          unknown.push_back(term);
      });
  return unknown;
}

}  // namespace dossier
