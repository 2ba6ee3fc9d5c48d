// SPDX-License-Identifier: Apache-2.0
#include "tests/differential/generate.h"

#include <algorithm>
#include <random>
#include <utility>

#include "model/vocabulary.h"

namespace dossier::naive {
namespace {

using ast::Operator;

const std::vector<std::string> kVariables = {"x", "y", "z", "w", "v"};

Term iri(const char* kind, std::size_t number) {
  return Term::iri("urn:" + std::string(kind) + std::to_string(number));
}

/// Few different terms, so that joins find partners and values meet across types.
class Generator {
 public:
  explicit Generator(std::uint64_t seed) : random_(seed) {}

  Case make() {
    Case out;
    const std::size_t quads = 4 + below(16);
    for (std::size_t i = 0; i < quads; ++i) out.data.push_back(quad());
    out.query.form = select(2);
    if (chance(15)) out.query.dataset = dataset();
    if (chance(15)) cut(std::get<ast::SelectQuery>(out.query.form));
    return out;
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  bool chance(unsigned percent) { return below(100) < percent; }
  template <typename T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }

  // ---- Data ----

  Term literal() {
    switch (below(8)) {
      case 0:
        return Term::string("a");
      case 1:
        return Term::string("a string that is not short");
      case 2:
        return Term::lang("a", "en");
      case 3:
        return Term::boolean(chance(50));
      case 4:
        return Term::typed("1.5", std::string(vocabulary::xsd::kDecimal));
      case 5:
        return Term::typed("01", std::string(vocabulary::xsd::kInteger));
      default:
        return Term::integer(static_cast<std::int64_t>(below(4)) - 1);
    }
  }
  Term predicate() { return iri("p", below(3)); }
  Term resource() {
    return chance(15) ? Term::blank_node("n" + std::to_string(below(2))) : iri("n", below(4));
  }
  Term object() { return chance(50) ? resource() : literal(); }
  Quad quad() {
    Quad out{resource(), predicate(), object(), std::nullopt};
    if (chance(10)) {
      out.predicate = Term::iri(std::string(vocabulary::rdf::kReifies));
      out.object = Term::triple({iri("n", below(4)), predicate(), object()});
    }
    if (chance(45)) out.graph = iri("g", below(2));
    return out;
  }

  /// FROM and FROM NAMED, of graphs that may be missing.
  ast::DatasetClause dataset() {
    ast::DatasetClause out;
    for (std::size_t i = 0; i < 3; ++i) {
      if (chance(45)) out.default_graphs.push_back(iri("g", i));
      if (chance(45)) out.named_graphs.push_back(iri("g", i));
    }
    return out;
  }

  // ---- Patterns ----

  ast::Variable variable() { return {pick(kVariables)}; }
  ast::Node node(unsigned percent_variable, bool object_position) {
    if (chance(percent_variable)) return variable();
    return object_position && chance(40) ? literal() : iri("n", below(4));
  }
  ast::TriplePattern triple() {
    ast::TriplePattern out;
    if (chance(8)) return reified();
    if (chance(20)) {
      out.predicate = path(2);
      const bool open = has_sequence(std::get<ast::Path>(out.predicate));
      out.subject = node(open ? 100 : 70, false);
      out.object = node(open ? 100 : 70, false);
      return out;
    }
    out.subject = chance(5) ? ast::Node(ast::BlankNode{block_label_}) : node(75, false);
    out.predicate = chance(15) ? ast::Node(variable()) : ast::Node(predicate());
    out.object = node(65, true);
    return out;
  }
  ast::TriplePattern reified() {
    ast::TriplePattern out;
    out.subject = variable();
    out.predicate = ast::Node(Term::iri(std::string(vocabulary::rdf::kReifies)));
    out.object = Box<ast::TripleTermPattern>(ast::TripleTermPattern{
        variable(), chance(50) ? ast::Node(variable()) : ast::Node(predicate()), node(70, true)});
    return out;
  }
  ast::Path path(int depth) {
    if (depth == 0 || chance(15)) return {predicate()};
    switch (below(6)) {
      case 0:
        return {ast::PathInverse{path(depth - 1)}};
      case 1:
        return {ast::PathSequence{{path(depth - 1), path(depth - 1)}}};
      case 2:
        return {ast::PathAlternative{{path(depth - 1), path(depth - 1)}}};
      case 3:
        return negated_set();
      default:
        return {ast::PathRepeat{path(depth - 1), static_cast<ast::PathModifier>(below(3))}};
    }
  }
  ast::Path negated_set() {
    ast::PathNegatedSet set;
    if (chance(70)) set.forward.push_back(predicate());
    if (set.forward.empty() || chance(40)) set.inverse.push_back(predicate());
    return {set};
  }
  /// A zero-length path inside a sequence meets terms outside of the graph only through constants:
  /// no constants then.
  static bool has_sequence(const ast::Path& path) {
    if (std::holds_alternative<ast::PathSequence>(path.node)) return true;
    if (const auto* inverse = std::get_if<ast::PathInverse>(&path.node))
      return has_sequence(*inverse->path);
    if (const auto* repeat = std::get_if<ast::PathRepeat>(&path.node))
      return has_sequence(*repeat->path);
    if (const auto* alternative = std::get_if<ast::PathAlternative>(&path.node))
      return std::any_of(alternative->choices.begin(), alternative->choices.end(), has_sequence);
    return false;
  }

  ast::PatternElement element(int depth) {
    if (depth == 0) return {block(), {}};
    switch (below(12)) {
      case 0:
      case 1:
        return {ast::OptionalPattern{group(depth - 1)}, {}};
      case 2:
        return {ast::MinusPattern{group(depth - 1)}, {}};
      case 3:
        return {ast::GroupOrUnionPattern{{group(depth - 1), group(depth - 1)}}, {}};
      case 4:
        return {ast::GroupOrUnionPattern{{group(depth - 1)}}, {}};
      case 5:
        return {
            ast::GraphPattern{chance(50) ? ast::Node(variable()) : ast::Node(iri("g", below(2))),
                              group(depth - 1)},
            {}};
      case 6:
      case 7:
        return {ast::Filter{condition(2)}, {}};
      case 8:
        return {ast::Bind{expression(2), {"f" + std::to_string(++fresh_)}}, {}};
      case 9:
        return {values(), {}};
      case 10:
        return subselect(depth - 1);
      default:
        return {block(), {}};
    }
  }
  /// Stands alone in its braces, as the grammar wants it.
  ast::PatternElement subselect(int depth) {
    ast::GroupGraphPattern only;
    only.elements.push_back({ast::SubSelect{select(depth)}, {}});
    return {ast::GroupOrUnionPattern{{std::move(only)}}, {}};
  }
  ast::TriplesBlock block() {
    ast::TriplesBlock out;
    block_label_ = "b" + std::to_string(++fresh_);  // a label belongs to one block
    const std::size_t triples = 1 + below(2);
    for (std::size_t i = 0; i < triples; ++i) out.triples.push_back(triple());
    return out;
  }
  ast::InlineData values() {
    ast::InlineData out{{{"x"}, {"y"}}, {}};
    const std::size_t rows = 1 + below(3);
    for (std::size_t i = 0; i < rows; ++i)
      out.rows.push_back(
          {iri("n", below(4)),
           chance(40) ? std::nullopt : std::optional(chance(50) ? literal() : iri("n", 1))});
    return out;
  }
  ast::GroupGraphPattern group(int depth) {
    ast::GroupGraphPattern out;
    out.elements.push_back(element(chance(80) ? 0 : depth));
    const std::size_t more = below(3);
    for (std::size_t i = 0; i < more; ++i) {
      ast::PatternElement next = element(depth);
      auto* last = std::get_if<ast::TriplesBlock>(&out.elements.back().node);
      auto* triples = std::get_if<ast::TriplesBlock>(&next.node);
      if (last && triples) {  // neighbouring triples share a block, as the parser says
        std::move(triples->triples.begin(), triples->triples.end(),
                  std::back_inserter(last->triples));
      } else {
        out.elements.push_back(std::move(next));
      }
    }
    return out;
  }

  // ---- Expressions ----

  static ast::Expression of(decltype(ast::Expression::node) node) { return {std::move(node), {}}; }
  ast::Expression operation(Operator op, std::vector<ast::Expression> operands) {
    return of(ast::Operation{op, std::move(operands)});
  }
  ast::Expression call(ast::Builtin function, std::vector<ast::Expression> arguments) {
    return of(ast::BuiltinCall{function, std::move(arguments)});
  }
  ast::Expression expression(int depth) {
    if (depth == 0)
      return chance(65) ? of(variable()) : of(chance(70) ? literal() : iri("n", below(4)));
    switch (below(10)) {
      case 8:
        return call(pick<ast::Builtin>({ast::Builtin::concat, ast::Builtin::contains}),
                    {expression(depth - 1), expression(depth - 1)});
      case 9:
        return call(pick<ast::Builtin>({ast::Builtin::strlen, ast::Builtin::ucase}),
                    {expression(depth - 1)});
      case 0:
        return operation(
            static_cast<Operator>(static_cast<int>(Operator::add) + static_cast<int>(below(4))),
            {expression(depth - 1), expression(depth - 1)});
      case 1:
        return call(
            pick<ast::Builtin>({ast::Builtin::str, ast::Builtin::datatype, ast::Builtin::lang}),
            {expression(depth - 1)});
      case 2:
        return call(ast::Builtin::coalesce, {expression(depth - 1), expression(depth - 1)});
      case 3:
        return call(ast::Builtin::if_,
                    {condition(depth - 1), expression(depth - 1), expression(depth - 1)});
      case 4:
        return condition(depth);
      case 5:
        return operation(chance(50) ? Operator::unary_minus : Operator::unary_plus,
                         {of(variable())});
      default:
        return expression(0);
    }
  }
  ast::Expression condition(int depth) {
    switch (below(9)) {
      case 0:
        if (depth > 0)
          return operation(chance(50) ? Operator::logical_or : Operator::logical_and,
                           {condition(depth - 1), condition(depth - 1)});
        break;
      case 1:
        if (depth > 0) return operation(Operator::logical_not, {condition(depth - 1)});
        break;
      case 2:
        if (depth > 0) return exists();
        break;
      case 3:
        return call(ast::Builtin::bound, {of(variable())});
      case 4:
        return operation(chance(70) ? Operator::in : Operator::not_in,
                         {of(variable()), expression(0), expression(0)});
      case 5:
        return call(pick<ast::Builtin>({ast::Builtin::isiri, ast::Builtin::isblank,
                                        ast::Builtin::isliteral, ast::Builtin::isnumeric}),
                    {of(variable())});
      case 6:
        return call(ast::Builtin::sameterm, {of(variable()), expression(0)});
      default:
        break;
    }
    return operation(
        static_cast<Operator>(static_cast<int>(Operator::equal) + static_cast<int>(below(6))),
        {expression(depth > 0 ? depth - 1 : 0), expression(0)});
  }
  /// Triples, a filter over them and the outside, an optional part: where the specification's
  /// substitution is clear.
  ast::Expression exists() {
    ast::GroupGraphPattern inner;
    inner.elements.push_back({block(), {}});
    if (chance(30)) inner.elements.push_back({ast::OptionalPattern{group(0)}, {}});
    if (chance(40)) inner.elements.push_back({ast::Filter{condition(0)}, {}});
    return of(ast::Exists{chance(40), std::move(inner)});
  }

  // ---- Queries ----

  ast::SelectQuery select(int depth) {
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
  void project(ast::SelectQuery& query) {
    for (const std::string& name : kVariables)
      if (chance(60)) query.projection.push_back({{name}, std::nullopt});
    if (query.projection.empty() || chance(20))
      query.projection.push_back({{"f" + std::to_string(++fresh_)}, expression(2)});
  }
  void group_rows(ast::SelectQuery& query) {
    if (chance(75)) {
      const ast::Variable key = variable();
      query.modifier.group_by.push_back({of(key), std::nullopt});
      query.projection.push_back({key, std::nullopt});
    }
    query.projection.push_back({{"f" + std::to_string(++fresh_)}, aggregate()});
    if (chance(30))
      query.modifier.having.push_back(
          operation(Operator::greater,
                    {aggregate(), of(Term::integer(static_cast<std::int64_t>(below(3))))}));
  }
  /// ORDER BY a projected variable, LIMIT and OFFSET.
  void cut(ast::SelectQuery& query) {
    if (query.star) return;
    const ast::Projection& key = query.projection[below(query.projection.size())];
    if (!key.expression)
      query.modifier.order_by.push_back({call(ast::Builtin::str, {of(key.variable)}), chance(40)});
    query.modifier.limit = std::uint64_t{below(6)};
    if (chance(40)) query.modifier.offset = std::uint64_t{below(3)};
  }
  ast::Expression aggregate() {
    if (chance(20)) {
      ast::Aggregate extreme;
      extreme.function = chance(50) ? ast::AggregateFunction::min : ast::AggregateFunction::max;
      extreme.argument = call(ast::Builtin::str, {of(variable())});
      return of(std::move(extreme));
    }
    ast::Aggregate call;
    call.function = pick<ast::AggregateFunction>(
        {ast::AggregateFunction::count, ast::AggregateFunction::sum, ast::AggregateFunction::avg});
    call.distinct = chance(40);
    if (call.function != ast::AggregateFunction::count || chance(60))
      call.argument = expression(chance(70) ? 0 : 1);
    return of(std::move(call));
  }

  std::mt19937_64 random_;
  std::string block_label_;
  int fresh_ = 0;
};

}  // namespace

Case generate(std::uint64_t seed) { return Generator(seed).make(); }

}  // namespace dossier::naive
