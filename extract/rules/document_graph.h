// SPDX-License-Identifier: Apache-2.0
// Represents an analysed document as a small graph in memory, over which rules are run.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dossier/quad.h"
#include "dossier/term.h"
#include "extract/document.h"
#include "extract/resolve/resolve.h"
#include "storage/memory_source.h"

namespace dossier::extract::rules {

/// Which quads are worth making: those with a predicate that some rule asks for.
class WantedTerms {
 public:
  /// Everything.
  WantedTerms() = default;
  /// `constants` are those of all rules; `everything` says that a rule leaves a predicate open.
  WantedTerms(const std::vector<Term>& constants, bool everything);

  bool operator()(std::string_view iri) const { return everything_ || iris_.contains(iri); }

 private:
  std::set<std::string, std::less<>> iris_;
  bool everything_ = true;
};

/// A frame by its place.
struct FramePlace {
  std::uint32_t sentence = 0;
  std::uint32_t frame = 0;
};

/// The graph and the way back from its terms. Entities are named by their labels, as the document
/// alone would name them. Immutable; refers to nothing of the analysis.
class DocumentGraph {
 public:
  /// `first_terms`: see storage::MemorySource.
  DocumentGraph(const Analysis& analysis, const Resolution& resolution, const WantedTerms& wanted,
                std::span<const Term> first_terms);

  const storage::MemorySource& source() const { return *source_; }
  std::size_t size() const { return size_; }

  /// What a term of the graph stands for in a fact; other terms are themselves.
  FactNode node(const Term& term) const;
  std::optional<FramePlace> frame(const Term& term) const;
  /// Index into Analysis::sentences.
  std::optional<std::uint32_t> sentence(const Term& term) const;

 private:
  friend class GraphBuilder;

  std::unordered_map<std::string, FactNode> nodes_;
  std::unordered_map<std::string, FramePlace> frames_;
  std::unordered_map<std::string, std::uint32_t> sentences_;
  std::size_t size_ = 0;
  std::optional<storage::MemorySource> source_;
};

}  // namespace dossier::extract::rules
