// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/placeholder.h"

#include <charconv>
#include <optional>
#include <string_view>

namespace dossier::plan {

namespace {

constexpr std::string_view kPrefix = "\x01parameter:";

std::optional<std::size_t> number_of(const Term& term) {
  if (!term.is_iri() || !term.value().starts_with(kPrefix)) return std::nullopt;
  const std::string_view digits = std::string_view(term.value()).substr(kPrefix.size());
  std::size_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

}  // namespace

Term placeholder_term(std::size_t number) {
  return Term::iri(std::string(kPrefix) + std::to_string(number));
}

std::uint64_t PlaceholderSource::estimate(const storage::ScanRequest& request) const {
  storage::ScanRequest bound = request;
  for (std::size_t i = 0; i < bound.prefix_length; ++i) {
    if (!is_placeholder(bound.prefix[i])) continue;
    bound.prefix[i] = values_[placeholder_number(bound.prefix[i])];
    if (!bound.prefix[i]) return 0;
  }
  return source_.estimate(bound);
}

std::uint64_t PlaceholderSource::distinct_estimate(TermId predicate, Position position) const {
  if (is_placeholder(predicate)) predicate = values_[placeholder_number(predicate)];
  return predicate ? source_.distinct_estimate(predicate, position) : 0;
}

void PlaceholderSource::each_triple(TermId subject, TermId predicate,
                                    const TripleVisit& visit) const {
  for (TermId* part : {&subject, &predicate}) {
    if (!is_placeholder(*part)) continue;
    *part = values_[placeholder_number(*part)];
    if (!*part) return;
  }
  source_.each_triple(subject, predicate, visit);
}

TermId PlaceholderSource::find(const Term& term) const {
  const std::optional<std::size_t> number = number_of(term);
  return number ? placeholder_id(*number) : source_.find(term);
}

void PlaceholderSource::find(std::span<const Term> terms, std::span<TermId> ids) const {
  if (values_.empty()) return source_.find(terms, ids);
  for (std::size_t i = 0; i < terms.size(); ++i) ids[i] = find(terms[i]);
}

}  // namespace dossier::plan
