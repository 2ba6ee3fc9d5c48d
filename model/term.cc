// SPDX-License-Identifier: Apache-2.0
#include "dossier/term.h"

#include <algorithm>
#include <utility>

#include "model/ascii.h"
#include "model/flat_delete.h"
#include "model/term_text.h"
#include "model/vocabulary.h"

namespace dossier {
namespace {

std::strong_ordering compare_tags(std::string_view a, std::string_view b) noexcept {
  return std::lexicographical_compare_three_way(
      a.begin(), a.end(), b.begin(), b.end(),
      [](char x, char y) { return ascii_lower(x) <=> ascii_lower(y); });
}

std::size_t hash_tag(std::string_view tag) noexcept {
  std::size_t hash = 14695981039346656037ULL;  // FNV-1a over the lower-case tag
  for (const char c : tag) {
    hash = (hash ^ static_cast<unsigned char>(ascii_lower(c))) * 1099511628211ULL;
  }
  return hash;
}

std::size_t combine(std::size_t seed, std::size_t hash) noexcept {
  return (seed ^ hash) * 0x9E3779B97F4A7C15ULL + (seed >> 29);
}

}  // namespace

Term Term::iri(std::string iri) {
  Term term;
  term.kind_ = Kind::iri;
  term.value_ = std::move(iri);
  return term;
}

Term Term::blank_node(std::string label) {
  Term term;
  term.kind_ = Kind::blank_node;
  term.value_ = std::move(label);
  return term;
}

Term Term::string(std::string lexical) {
  Term term;
  term.value_ = std::move(lexical);
  return term;
}

Term Term::typed(std::string lexical, std::string datatype) {
  Term term;
  term.value_ = std::move(lexical);
  if (datatype != vocabulary::xsd::kString) term.qualifier_ = std::move(datatype);
  return term;
}

Term Term::lang(std::string lexical, std::string language, Direction direction) {
  Term term;
  term.value_ = std::move(lexical);
  term.qualifier_ = std::move(language);
  term.tagged_ = true;
  term.direction_ = direction;
  return term;
}

Term Term::triple(Triple triple) {
  Term term;
  term.kind_ = Kind::triple;
  term.triple_ = make_flat<Triple>(std::move(triple));
  return term;
}

Term Term::boolean(bool value) {
  return typed(value ? "true" : "false", std::string(vocabulary::xsd::kBoolean));
}

Term Term::integer(std::int64_t value) {
  return typed(std::to_string(value), std::string(vocabulary::xsd::kInteger));
}

std::string_view Term::datatype() const noexcept {
  if (kind_ != Kind::literal) return {};
  if (tagged_) {
    return direction_ == Direction::none ? vocabulary::rdf::kLangString
                                         : vocabulary::rdf::kDirLangString;
  }
  return qualifier_.empty() ? vocabulary::xsd::kString : std::string_view(qualifier_);
}

std::string_view Term::language() const noexcept {
  return tagged_ ? std::string_view(qualifier_) : std::string_view();
}

std::string Term::to_string() const {
  std::string out;
  append_term(out, *this);
  return out;
}

namespace {

// Triple terms nest in their objects: those are gone down to without recursion.
std::strong_ordering compare_triples(const Term* a, const Term* b) noexcept {
  while (a->is_triple() && b->is_triple()) {
    const Triple& left = a->as_triple();
    const Triple& right = b->as_triple();
    if (&left == &right) return std::strong_ordering::equal;
    if (const auto order = left.subject <=> right.subject; order != 0) return order;
    if (const auto order = left.predicate <=> right.predicate; order != 0) return order;
    a = &left.object;
    b = &right.object;
  }
  return *a <=> *b;
}

}  // namespace

bool operator==(const Term& a, const Term& b) noexcept {
  // Sizes first: most different terms are told apart without looking at their text.
  if (a.kind_ != b.kind_ || a.value_.size() != b.value_.size()) return false;
  return (a <=> b) == 0;
}

std::strong_ordering operator<=>(const Term& a, const Term& b) noexcept {
  if (const auto order = a.kind_ <=> b.kind_; order != 0) return order;
  if (a.kind_ == Term::Kind::triple) return compare_triples(&a, &b);
  if (const auto order = a.value_ <=> b.value_; order != 0) return order;
  if (const auto order = a.tagged_ <=> b.tagged_; order != 0) return order;
  if (!a.tagged_) return a.qualifier_ <=> b.qualifier_;
  if (const auto order = compare_tags(a.qualifier_, b.qualifier_); order != 0) return order;
  return a.direction_ <=> b.direction_;
}

std::size_t Term::hash() const noexcept {
  const auto kind = static_cast<std::size_t>(kind_);
  if (kind_ == Kind::triple) {
    std::size_t hash = kind;
    const Term* at = this;
    for (; at->is_triple(); at = &at->triple_->object) {
      hash = combine(hash, at->triple_->subject.hash());
      hash = combine(hash, at->triple_->predicate.hash());
    }
    return combine(hash, at->hash());
  }
  const std::size_t hash = combine(kind, std::hash<std::string>{}(value_));
  if (!tagged_) return combine(hash, std::hash<std::string>{}(qualifier_));
  return combine(combine(hash, hash_tag(qualifier_)), static_cast<std::size_t>(direction_));
}

}  // namespace dossier
