// SPDX-License-Identifier: Apache-2.0
#include "tests/differential/updates.h"

#include <optional>
#include <set>
#include <variant>
#include <vector>

#include "parser/sparql/print.h"
#include "tests/differential/generator.h"

namespace dossier::naive {
namespace {

/// A variable or a term.
struct Place {
  std::variant<ast::Variable, Term> node;

  std::string text() const {
    const auto* variable = std::get_if<ast::Variable>(&node);
    return variable != nullptr ? "?" + variable->name : std::get<Term>(node).to_string();
  }
  std::optional<Term> value(const Solution& solution) const {
    const auto* variable = std::get_if<ast::Variable>(&node);
    if (variable == nullptr) return std::get<Term>(node);
    const auto found = solution.find(variable->name);
    return found == solution.end() ? std::nullopt : std::optional(found->second);
  }
};

struct Template {
  std::optional<Place> graph;
  Place subject, predicate, object;

  std::string text() const {
    const std::string triple = subject.text() + " " + predicate.text() + " " + object.text();
    return graph ? "GRAPH " + graph->text() + " { " + triple + " }" : triple;
  }
  /// None where a part is unbound or the quad is not RDF (SPARQL 1.1 Update, section 3.1.3).
  std::optional<Quad> fill(const Solution& solution) const {
    const auto s = subject.value(solution);
    const auto p = predicate.value(solution);
    const auto o = object.value(solution);
    if (!s || !p || !o || !(s->is_iri() || s->is_blank_node()) || !p->is_iri()) return std::nullopt;
    Quad quad{*s, *p, *o, std::nullopt};
    if (!graph) return quad;
    quad.graph = graph->value(solution);
    if (!quad.graph || !(quad.graph->is_iri() || quad.graph->is_blank_node())) return std::nullopt;
    return quad;
  }
};

class TemplateGenerator : public TermGenerator {
 public:
  using TermGenerator::TermGenerator;

  Template make() {
    Template out{std::nullopt, place(80, node_iri()), place(40, predicate()),
                 place(75, chance(50) ? literal() : node_iri())};
    if (chance(40)) out.graph = place(60, graph());
    return out;
  }

 private:
  Place place(unsigned percent_variable, Term otherwise) {
    if (!chance(percent_variable)) return {std::move(otherwise)};
    return {ast::Variable{pick<std::string>({"x", "y", "z", "w", "v"})}};
  }
};

std::set<std::string> lines_of(const std::vector<Quad>& quads) {
  std::set<std::string> lines;
  for (const Quad& quad : quads) {
    std::string line =
        quad.subject.to_string() + " " + quad.predicate.to_string() + " " + quad.object.to_string();
    if (quad.graph) line += " " + quad.graph->to_string();
    lines.insert(std::move(line));
  }
  return lines;
}

std::vector<Quad> filled(const Template& quad, const Solutions& solutions) {
  std::vector<Quad> out;
  for (const Solution& solution : solutions)
    if (auto one = quad.fill(solution)) out.push_back(*std::move(one));
  return out;
}

std::string shown(const char* title, const std::set<std::string>& lines) {
  std::string out = std::string("\n  ") + title + ":";
  for (const std::string& line : lines) out += "\n    " + line;
  return out;
}

}  // namespace

std::string update_difference(Bench& bench, const Case& test, std::uint64_t seed) {
  const auto& where = std::get<ast::SelectQuery>(test.query.form).where;
  const std::string pattern = print(where);
  if (pattern.find(kEndpoint) != std::string::npos) return {};  // its nodes would get other labels
  TemplateGenerator generator(seed);
  const Template removed = generator.make();
  const Template added = generator.make();
  const std::string request =
      "DELETE { " + removed.text() + " } INSERT { " + added.text() + " } WHERE " + pattern;
  for (const DefaultGraph mode : {DefaultGraph::union_of_all, DefaultGraph::strict}) {
    const std::vector<Quad> data = bench.fill(test.data);
    const Dataset dataset = Dataset::of(data, mode == DefaultGraph::union_of_all, {});
    const Solutions solutions = evaluate(where, dataset.default_graph, dataset);
    std::set<std::string> wanted = lines_of(data);
    for (const std::string& line : lines_of(filled(removed, solutions))) wanted.erase(line);
    wanted.merge(lines_of(filled(added, solutions)));
    const std::string title = mode == DefaultGraph::strict ? "strict update: " : "update: ";
    try {
      const std::set<std::string> got = lines_of(bench.update(request, mode));
      if (got != wanted) return title + request + shown("wanted", wanted) + shown("got", got);
    } catch (const Error& error) {
      return title + request + "\n  " + error.describe();
    }
  }
  return {};
}

}  // namespace dossier::naive
