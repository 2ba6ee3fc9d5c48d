// SPDX-License-Identifier: Apache-2.0
#include "tests/w3c/isomorphism.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>

namespace dossier::w3c {
namespace {

using Colours = std::map<std::string, std::size_t>;               // by blank node label
using Classes = std::map<std::size_t, std::vector<std::string>>;  // labels by colour
using Renaming = std::map<std::string, std::string>;

std::size_t mix(std::size_t seed, std::size_t value) {
  return (seed ^ value) * 0x9E3779B97F4A7C15ULL + (seed >> 31);
}

void collect(const Term& term, Colours& colours) {
  if (term.is_blank_node()) colours.emplace(term.value(), 0);
  if (!term.is_triple()) return;
  collect(term.as_triple().subject, colours);
  collect(term.as_triple().predicate, colours);
  collect(term.as_triple().object, colours);
}

/// A dataset without repetitions.
struct Dataset {
  explicit Dataset(const std::vector<Quad>& given) : quads(given.begin(), given.end()) {
    for (const Quad& quad : quads) {
      collect(quad.subject, blank_nodes);
      collect(quad.object, blank_nodes);
      if (quad.graph) collect(*quad.graph, blank_nodes);
    }
  }
  std::set<Quad> quads;
  Colours blank_nodes;
};

/// The hash of a term in which blank nodes are their colours, `self` apart from all others.
std::size_t signature(const Term& term, const Colours& colours, const std::string& self) {
  if (term.is_triple()) {
    std::size_t hash = 3;
    hash = mix(hash, signature(term.as_triple().subject, colours, self));
    hash = mix(hash, signature(term.as_triple().predicate, colours, self));
    return mix(hash, signature(term.as_triple().object, colours, self));
  }
  if (!term.is_blank_node()) return term.hash();
  return mix(term.value() == self ? 1 : 2, colours.at(term.value()));
}

std::size_t signature(const Quad& quad, const Colours& colours, const std::string& self) {
  std::size_t hash = signature(quad.subject, colours, self);
  hash = mix(hash, signature(quad.predicate, colours, self));
  hash = mix(hash, signature(quad.object, colours, self));
  return mix(hash, quad.graph ? signature(*quad.graph, colours, self) : 7);
}

std::size_t count_classes(const Colours& colours) {
  std::set<std::size_t> distinct;
  for (const auto& [label, colour] : colours) distinct.insert(colour);
  return distinct.size();
}

class Refiner {
 public:
  explicit Refiner(const Dataset& dataset) {
    for (const Quad& quad : dataset.quads) {
      Colours inside;
      collect(quad.subject, inside);
      collect(quad.object, inside);
      if (quad.graph) collect(*quad.graph, inside);
      for (const auto& [label, colour] : inside) mentions_[label].push_back(&quad);
    }
  }

  /// Both sides of a comparison do the same number of rounds.
  Colours round(const Colours& colours) const {
    Colours next;
    for (const auto& [label, colour] : colours) {
      std::vector<std::size_t> said;
      for (const Quad* quad : mentions_.at(label)) {
        said.push_back(signature(*quad, colours, label));
      }
      std::sort(said.begin(), said.end());
      std::size_t hash = colour;
      for (const std::size_t value : said) hash = mix(hash, value);
      next.emplace(label, hash);
    }
    return next;
  }

 private:
  std::map<std::string, std::vector<const Quad*>> mentions_;
};

Classes classes_of(const Colours& colours) {
  Classes classes;
  for (const auto& [label, colour] : colours) classes[colour].push_back(label);
  return classes;
}

bool same_shape(const Classes& a, const Classes& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
    return x.first == y.first && x.second.size() == y.second.size();
  });
}

Term rename(const Term& term, const Renaming& renaming) {
  if (term.is_blank_node()) return Term::blank_node(renaming.at(term.value()));
  if (!term.is_triple()) return term;
  const Triple& triple = term.as_triple();
  return Term::triple({rename(triple.subject, renaming), rename(triple.predicate, renaming),
                       rename(triple.object, renaming)});
}

class Comparison {
 public:
  Comparison(const Dataset& a, const Dataset& b) : a_(a), b_(b), refine_a_(a), refine_b_(b) {}

  bool match(Colours a, Colours b) const {
    for (std::size_t known = 0; count_classes(a) > known;) {
      known = count_classes(a);
      a = refine_a_.round(a);
      b = refine_b_.round(b);
    }
    const Classes in_a = classes_of(a);
    const Classes in_b = classes_of(b);
    if (!same_shape(in_a, in_b)) return false;
    const auto open = std::find_if(in_a.begin(), in_a.end(),
                                   [](const auto& entry) { return entry.second.size() > 1; });
    if (open == in_a.end()) return verify(in_a, in_b);
    // Nodes of one colour: settle on one of them here, and try every partner there.
    const std::size_t settled = mix(open->first, 0x5E77);
    a[open->second.front()] = settled;
    return std::any_of(in_b.at(open->first).begin(), in_b.at(open->first).end(),
                       [&](const std::string& partner) {
                         Colours guess = b;
                         guess[partner] = settled;
                         return match(a, guess);
                       });
  }

 private:
  bool verify(const Classes& in_a, const Classes& in_b) const {
    Renaming renaming;
    for (const auto& [colour, labels] : in_a) {
      renaming.emplace(labels.front(), in_b.at(colour).front());
    }
    return std::all_of(a_.quads.begin(), a_.quads.end(), [&](const Quad& quad) {
      Quad renamed{rename(quad.subject, renaming), quad.predicate, rename(quad.object, renaming),
                   std::nullopt};
      if (quad.graph) renamed.graph = rename(*quad.graph, renaming);
      return b_.quads.contains(renamed);
    });
  }

  const Dataset& a_;
  const Dataset& b_;
  Refiner refine_a_;
  Refiner refine_b_;
};

}  // namespace

bool isomorphic(const std::vector<Quad>& a, const std::vector<Quad>& b) {
  const Dataset in_a(a);
  const Dataset in_b(b);
  if (in_a.quads.size() != in_b.quads.size()) return false;
  return Comparison(in_a, in_b).match(in_a.blank_nodes, in_b.blank_nodes);
}

}  // namespace dossier::w3c
