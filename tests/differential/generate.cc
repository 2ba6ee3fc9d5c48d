// SPDX-License-Identifier: Apache-2.0
#include "tests/differential/generate.h"

#include <utility>

#include "tests/differential/generator.h"

namespace dossier::naive {

using ast::Operator;

namespace {

const std::vector<std::string> kProjected = {"x", "y", "z", "w", "v"};

}  // namespace

/// FROM and FROM NAMED, of graphs that may be missing.
ast::DatasetClause QueryGenerator::dataset() {
  ast::DatasetClause out;
  for (std::size_t i = 0; i < 3; ++i) {
    const Term name = Term::iri("urn:g" + std::to_string(i));
    if (chance(45)) out.default_graphs.push_back(name);
    if (chance(45)) out.named_graphs.push_back(name);
  }
  return out;
}

ast::SelectQuery QueryGenerator::select(int depth) {
  ast::SelectQuery out;
  out.where = group(depth);
  if (chance(25)) out.duplicates = ast::Duplicates::distinct;
  if (chance(20)) {
    group_rows(out);
  } else if (chance(35)) {
    out.star = true;
  } else {
    project(out);
  }
  if (depth == 2 && chance(10)) out.values = values();
  return out;
}

void QueryGenerator::project(ast::SelectQuery& query) {
  for (const std::string& name : kProjected)
    if (chance(60)) query.projection.push_back({{name}, std::nullopt});
  if (query.projection.empty() || chance(20))
    query.projection.push_back({{fresh("f")}, chance(25) ? exists(1) : expression(2)});
}

void QueryGenerator::group_rows(ast::SelectQuery& query) {
  if (chance(75)) {
    const ast::Variable key = variable();
    query.modifier.group_by.push_back({of(key), std::nullopt});
    query.projection.push_back({key, std::nullopt});
    if (chance(25)) query.modifier.having.push_back(exists(1));
  }
  query.projection.push_back({{fresh("f")}, aggregate()});
  if (chance(30))
    query.modifier.having.push_back(operation(
        Operator::greater, {aggregate(), of(Term::integer(static_cast<std::int64_t>(below(3))))}));
}

void QueryGenerator::cut(ast::SelectQuery& query) {
  if (query.star) return;
  const ast::Projection& key = query.projection[below(query.projection.size())];
  if (!key.expression)
    query.modifier.order_by.push_back({call(ast::Builtin::str, {of(key.variable)}), chance(40)});
  query.modifier.limit = std::uint64_t{below(6)};
  if (chance(40)) query.modifier.offset = std::uint64_t{below(3)};
}

/// A slice that leaves nothing open: of rows in the order of all that is projected, or of more rows
/// than there are.
void QueryGenerator::cut_subselect(ast::SelectQuery& query) {
  if (query.star || chance(40)) {
    query.modifier.limit = std::uint64_t{chance(20) ? 0U : 100000U};
    return;
  }
  for (const ast::Projection& key : query.projection)
    query.modifier.order_by.push_back({call(ast::Builtin::str, {of(key.variable)}), chance(40)});
  query.modifier.limit = std::uint64_t{1 + below(3)};
  if (chance(30)) query.modifier.offset = std::uint64_t{below(3)};
}

Case generate(std::uint64_t seed, Lexical lexical) {
  ThemeGenerator generator(seed);
  if (lexical == Lexical::canonical) generator.keep_canonical();
  Case out;
  const bool small = generator.chance(60);
  if (small) generator.focus();
  const std::size_t quads = 4 + generator.below(16);
  for (std::size_t i = 0; i < quads; ++i) out.data.push_back(generator.quad());
  for (const Quad& quad : out.data) generator.know(quad);
  out.query.form = small ? generator.small() : generator.select(2);
  if (generator.chance(small ? 5 : 15)) out.query.dataset = generator.dataset();
  if (generator.chance(15)) generator.cut(std::get<ast::SelectQuery>(out.query.form));
  return out;
}

}  // namespace dossier::naive
