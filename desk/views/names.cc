// SPDX-License-Identifier: Apache-2.0
#include "desk/views/names.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/graph/data_model.h"
#include "model/vocabulary.h"

namespace dossier {
namespace {

struct Kind {
  std::string_view class_iri;
  std::string_view kind;
};

/// The first class that a thing has decides; the more exact ones come first.
constexpr std::array kKinds{
    Kind{"https://schema.org/Person", "person"},
    Kind{"https://schema.org/Organization", "organization"},
    Kind{"https://schema.org/Country", "country"},
    Kind{"https://schema.org/City", "city"},
    Kind{"https://schema.org/Place", "place"},
    Kind{"https://schema.org/Event", "event"},
    Kind{"urn:dossier:vocabulary:Document", "document"},
    Kind{"https://schema.org/CreativeWork", "work"},
    Kind{"https://schema.org/Product", "product"},
    Kind{"urn:dossier:vocabulary:Nationality", "nationality"},
    Kind{"urn:dossier:vocabulary:Quantity", "quantity"},
    Kind{"urn:dossier:vocabulary:Individual", "individual"},
    Kind{"urn:dossier:vocabulary:Concept", "concept"},
};

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

}  // namespace

std::string local_name(const std::string& iri) {
  const std::string_view part = std::string_view(iri).substr(iri.find_last_of("/#:") + 1);
  std::string out;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const int high = part[i] == '%' && i + 2 < part.size() ? hex(part[i + 1]) : -1;
    const int low = high >= 0 ? hex(part[i + 2]) : -1;
    if (low >= 0) {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += part[i] == '_' ? ' ' : part[i];
    }
  }
  return out;
}

namespace {

/// "job title" of "jobTitle", as schema.org writes names.
std::string apart(const std::string& name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool begins_word =
        i > 0 && name[i] >= 'A' && name[i] <= 'Z' && name[i - 1] >= 'a' && name[i - 1] <= 'z';
    if (begins_word) out += ' ';
    out += begins_word ? static_cast<char>(name[i] - 'A' + 'a') : name[i];
  }
  return out;
}

/// What a thing without a label is called.
std::string fallback(const Term& term) {
  if (!term.is_iri()) return "_:" + term.value();
  const std::string name = local_name(term.value());
  return term.value().starts_with(vocabulary::kSchema) ||
                 term.value().starts_with(vocabulary::kDossier)
             ? apart(name)
             : name;
}

}  // namespace

Namer::Namer(const KnowledgeBase& kb, const QueryOptions& options)
    : options_(options),
      labels_(kb.prepare("SELECT ?label { $thing rdfs:label ?label } ORDER BY ?label LIMIT 1")),
      classes_(kb.prepare("SELECT DISTINCT ?class { $thing a ?class }")) {}

NamedTerm Namer::operator()(const Term& term) {
  const std::string& text = label(term);
  const auto found = kinds_.find(term);
  if (found != kinds_.end()) return {term, text, found->second};
  return {term, text, kinds_.emplace(term, find_kind(term)).first->second};
}

std::optional<NamedTerm> Namer::operator()(const std::optional<Term>& term) {
  if (!term) return std::nullopt;
  return (*this)(*term);
}

const std::string& Namer::label(const Term& term) {
  const auto found = known_.find(term);
  if (found != known_.end()) return found->second;
  return known_.emplace(term, find_label(term)).first->second;
}

std::string Namer::find_label(const Term& term) {
  if (extract::is_no_object(term)) return "";
  if (term.is_literal()) return term.value();
  if (term.is_triple()) return term.to_string();
  for (const Row& row : labels_.run({{"thing", term}}, options_)) return row[0]->value();
  return fallback(term);
}

std::string_view Namer::find_kind(const Term& term) {
  if (extract::is_no_object(term)) return "none";
  if (term.is_literal() || term.is_triple()) return "value";
  if (term.is_iri() && term.value().starts_with(vocabulary::kRelation)) return "relation";
  std::size_t best = kKinds.size();
  for (const Row& row : classes_.run({{"thing", term}}, options_)) {
    for (std::size_t i = 0; i < best; ++i) {
      if (kKinds[i].class_iri == row[0]->value()) best = i;
    }
  }
  return best < kKinds.size() ? kKinds[best].kind : "";
}

}  // namespace dossier
