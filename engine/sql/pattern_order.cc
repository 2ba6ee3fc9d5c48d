// SPDX-License-Identifier: Apache-2.0
#include "engine/sql/pattern_order.h"

#include <algorithm>
#include <set>

#include "model/vocabulary.h"

namespace dossier::sql {
namespace {

using algebra::Item;

/// What is known of one pattern before any data is seen.
struct Shape {
  int confined = 0;  ///< by constants: more is fewer rows
  std::vector<Slot> slots;
};

void add(Shape& shape, const Item& item, int weight) {
  if (std::holds_alternative<Term>(item))
    shape.confined += weight;
  else
    shape.slots.push_back(std::get<Slot>(item));
}

bool is_type(const Item& predicate) {
  const auto* term = std::get_if<Term>(&predicate);
  return term != nullptr && term->is_iri() && term->value() == vocabulary::rdf::kType;
}

/// A thing has few triples, a value is that of some things, a relation has many; a class confines
/// least.
Shape shape_of(const Item& subject, const Item& predicate, const Item& object) {
  constexpr int kSubject = 8, kObject = 4, kPredicate = 1;
  const bool of_class = is_type(predicate);
  Shape shape;
  add(shape, subject, kSubject);
  add(shape, predicate, of_class ? 0 : kPredicate);
  add(shape, object, of_class ? 0 : kObject);
  return shape;
}

std::vector<Shape> shapes_of(const algebra::Bgp& bgp) {
  std::vector<Shape> shapes;
  for (const algebra::TriplePattern& one : bgp.triples)
    shapes.push_back(shape_of(one.subject, one.predicate, one.object));
  for (const algebra::TripleTermPattern& one : bgp.triple_terms) {
    shapes.push_back(shape_of(one.subject, one.predicate, one.object));
    shapes.back().slots.push_back(one.term);
  }
  return shapes;
}

}  // namespace

std::vector<std::size_t> join_order(const algebra::Bgp& bgp) {
  const std::vector<Shape> shapes = shapes_of(bgp);
  std::vector<std::size_t> order, left(shapes.size());
  for (std::size_t i = 0; i < left.size(); ++i) left[i] = i;
  std::set<Slot> bound;
  const auto shared = [&](std::size_t number) {
    return std::count_if(shapes[number].slots.begin(), shapes[number].slots.end(),
                         [&](Slot slot) { return bound.contains(slot); });
  };
  const auto later = [&](std::size_t a, std::size_t b) {
    const bool a_joins = shared(a) > 0, b_joins = shared(b) > 0;
    if (a_joins != b_joins) return b_joins;
    if (shapes[a].confined != shapes[b].confined) return shapes[a].confined < shapes[b].confined;
    return shared(a) < shared(b);
  };
  while (!left.empty()) {
    const auto next = std::max_element(left.begin(), left.end(), later);  // the first of equals
    bound.insert(shapes[*next].slots.begin(), shapes[*next].slots.end());
    order.push_back(*next);
    left.erase(next);
  }
  return order;
}

}  // namespace dossier::sql
