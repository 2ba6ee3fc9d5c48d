// SPDX-License-Identifier: Apache-2.0
// Writes triples of one graph: what a document's graph in the knowledge base and the graph that
// rules query have in common.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "dossier/quad.h"
#include "extract/document.h"

namespace dossier::extract {

/// Thread-compatible.
class GraphWriter {
 public:
  using Sink = std::function<void(Quad)>;
  /// Whether triples with this predicate, or of this class, are worth making.
  using Wanted = std::function<bool(std::string_view iri)>;

  /// Without `wanted` all are. None: the default graph.
  GraphWriter(std::optional<Term> graph, Sink sink, Wanted wanted = {})
      : graph_(std::move(graph)), sink_(std::move(sink)), wanted_(std::move(wanted)) {}

  void add(const Term& subject, std::string_view predicate, const Term& object) const;
  void type(const Term& subject, std::string_view class_iri) const;
  /// Empty text writes nothing.
  void text(const Term& subject, std::string_view predicate, std::string_view value) const;
  void number(const Term& subject, std::string_view predicate, std::uint64_t value) const;
  /// k:Quantity with its values, unit and words.
  void quantity(const Term& node, const Quantity& quantity) const;
  /// k:time, k:from and k:to, as far as they are known, and the words as k:timeText.
  void time(const Term& node, const TimeExpression& time, std::string_view words) const;
  /// A country or a city is a place, too.
  void entity_class(const Term& entity, MentionType type) const;

 private:
  bool wants(std::string_view iri) const { return !wanted_ || wanted_(iri); }

  std::optional<Term> graph_;
  Sink sink_;
  Wanted wanted_;
};

}  // namespace dossier::extract
