#include "engine/unknown_constants.h"

#include <algorithm>

#include "engine/algebra/translate.h"
#include "engine/algebra/walk.h"
#include "engine/execution.h"
#include "parser/sparql/parse.h"

namespace dossier {

namespace {

class Search {
 public:
  explicit Search(const storage::QuadSource& source) : source_(source) {}

  void visit(const algebra::Node& node) {
    if (const auto* bgp = std::get_if<algebra::Bgp>(&node.node)) {
      for (const algebra::TriplePattern& t : bgp->triples) {
        look_up(t.subject, storage::Permutation::spo);
        look_up(t.predicate, storage::Permutation::pso);
        look_up(t.object, storage::Permutation::osp);
      }
      for (const algebra::TripleTermPattern& t : bgp->triple_terms) {
        for (const algebra::Item* item : {&t.subject, &t.predicate, &t.object}) look_up(*item);
      }
    } else if (const auto* path = std::get_if<algebra::PathPattern>(&node.node)) {
      look_up(path->subject);
      look_up(path->object);
      visit(path->path);
    } else if (const auto* graph = std::get_if<algebra::Graph>(&node.node)) {
      look_up(graph->name, storage::Permutation::gspo);
    }
    algebra::each_child(node, [this](const algebra::Node& child) { visit(child); });
  }

  std::vector<Term> take() { return std::move(unknown_); }

 private:
  void visit(const ast::Path& path) {
    std::visit(
        [this](const auto& p) {
          if constexpr (requires { p.steps; }) {
            for (const ast::Path& step : p.steps) visit(step);
          } else if constexpr (requires { p.choices; }) {
            for (const ast::Path& choice : p.choices) visit(choice);
          } else if constexpr (requires { p.path; }) {
            visit(*p.path);
          } else if constexpr (std::is_same_v<std::decay_t<decltype(p)>, Term>) {
            look_up(p, storage::Permutation::pso);
          }
        },
        path.node);
  }

  /// Without a permutation it is enough that the store knows the term.
  void look_up(const algebra::Item& item,
               std::optional<storage::Permutation> permutation = std::nullopt) {
    const auto* term = std::get_if<Term>(&item);
    if (term == nullptr) return;
    const TermId id = source_.find(*term);
    if (id && permutation) {
      storage::ScanRequest request;
      request.permutation = *permutation;
      request.prefix[0] = id;
      request.prefix_length = 1;
      if (source_.estimate(request) != 0) return;
    } else if (id) {
      return;
    }
    if (std::find(unknown_.begin(), unknown_.end(), *term) == unknown_.end())
      unknown_.push_back(*term);
  }

  const storage::QuadSource& source_;
  std::vector<Term> unknown_;
};

}  // namespace

std::vector<Term> unknown_constants(const storage::QuadSource& source, std::string_view text,
                                    const QueryOptions& options) {
  const ast::Query query = parse_query(text, parser_options(options));
  Search search(source);
  search.visit(algebra::translate(query, options.parameters).root);
  return search.take();
}

}  // namespace dossier
