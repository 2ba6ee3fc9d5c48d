// SPDX-License-Identifier: Apache-2.0
// Placeholders: terms and ids that stand for parameters in a plan, so that it serves other values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "dossier/term.h"
#include "model/term_id.h"
#include "storage/quad_source.h"
#include "storage/text_index.h"

namespace dossier::plan {

/// More parameters of one query than this have no placeholders.
inline constexpr std::size_t kMostPlaceholders = 64;

/// A term that no text and no store can hold: IRIs have no control characters.
Term placeholder_term(std::size_t number);

/// An id that no store gives out, though it looks like one of a store.
constexpr TermId placeholder_id(std::size_t number) {
  return {TermId::Kind::iri, TermId::kMaxPayload - number};
}
constexpr bool is_placeholder(TermId id) {
  return !id.is_local() && id.kind() == TermId::Kind::iri &&
         id.payload() > TermId::kMaxPayload - kMostPlaceholders;
}
constexpr std::size_t placeholder_number(TermId id) { return TermId::kMaxPayload - id.payload(); }

/// A source for planning: it has the placeholders as terms and counts quads as if the values stood
/// in their place.
class PlaceholderSource : public storage::QuadSource, public storage::TextSource {
 public:
  /// `values` by number; none() for a term that the source lacks. The source must outlive this.
  PlaceholderSource(const storage::QuadSource& source, std::vector<TermId> values)
      : source_(source), values_(std::move(values)) {}

  std::uint64_t estimate(const storage::ScanRequest& request) const override;
  std::uint64_t distinct_estimate(TermId predicate, Position position) const override;
  TermId find(const Term& term) const override;
  void find(std::span<const Term> terms, std::span<TermId> ids) const override;

  std::unique_ptr<storage::Scan> scan(const storage::ScanRequest& request) const override {
    return source_.scan(request);
  }
  bool contains(const IdQuad& quad) const override { return source_.contains(quad); }
  Term term(TermId id) const override {
    return is_placeholder(id) ? placeholder_term(placeholder_number(id)) : source_.term(id);
  }
  void terms(std::span<const TermId> ids, std::span<Term> terms) const override {
    source_.terms(ids, terms);
  }
  bool terms_within(std::span<const TermId> ids, std::span<Term> terms,
                    std::size_t enough) const override {
    return source_.terms_within(ids, terms, enough);
  }
  std::array<TermId, 3> triple(TermId id) const override { return source_.triple(id); }
  TermId find_triple(const std::array<TermId, 3>& parts) const override {
    return source_.find_triple(parts);
  }
  void each_triple(TermId subject, TermId predicate, const TripleVisit& visit) const override;
  std::vector<TermId> named_graphs() const override { return source_.named_graphs(); }
  std::unique_ptr<const storage::TextIndex> text_index() const override {
    return storage::text_index_of(source_);
  }

 private:
  const storage::QuadSource& source_;
  std::vector<TermId> values_;
};

}  // namespace dossier::plan
