// SPDX-License-Identifier: Apache-2.0
#include "extract/document_identity.h"

#include "extract/graph/vocabulary.h"
#include "extract/reader/source_name.h"
#include "model/vocabulary.h"

namespace dossier::extract {
namespace {

/// What file a document was read from; empty where there is no such document.
std::string source_of(const GraphReader& known, const Term& document) {
  return known.text(document, k::kSourceFile);
}

/// The slug of the document that was read from a file of this name; of several, that made of
/// `base`.
std::optional<std::string> known_slug(const GraphReader& known, const std::string& source_name,
                                      const std::string& base) {
  const std::string plain = document_iri(base).value();
  std::optional<std::string> other;
  for (const Term& document : known.subjects(k::kSourceFile, Term::string(source_name))) {
    const std::string& found = document.value();
    if (found == plain) return base;
    // Named from another folder before.
    if (const std::string slug = slug_of_document(document); slug.find('%') == std::string::npos)
      other = slug;
    if (!found.starts_with(plain + "_")) continue;
    const std::string number = found.substr(plain.size() + 1);
    if (!number.empty() && number.find_first_not_of("0123456789") == std::string::npos)
      return base + "_" + number;
  }
  return other;
}

}  // namespace

std::string name_document(const GraphReader& known, const std::string& base, Document& document) {
  const auto is_taken = [&](const std::string& slug) {
    return known.contains(document_iri(slug), vocabulary::rdf::kType,
                          Term::iri(std::string(k::kDocument)));
  };
  const auto slug = known_slug(known, document.source_name, base);
  document.slug = slug.value_or(base);
  for (int number = 2; !slug && is_taken(document.slug); ++number)
    document.slug = base + "_" + std::to_string(number);
  return document.slug == base ? std::string() : source_of(known, document_iri(base));
}

std::optional<Term> document_named(const GraphReader& known, const std::string& name) {
  for (const Term& document : known.subjects(k::kSourceFile, Term::string(name))) return document;
  return std::nullopt;
}

std::optional<Twin> twin_of(const GraphReader& known, const Document& document, bool may_be_moved) {
  std::optional<Twin> found;
  const Term own = document_iri(document.slug);
  for (const Term& other : known.subjects(k::kSha256, Term::string(document.sha256))) {
    if (other == own) continue;
    const std::string source = source_of(known, other);
    const bool moved = may_be_moved && is_lost_file(source);
    if (!found || moved) found = Twin{other, source, moved};
    if (moved) break;
  }
  return found;
}

}  // namespace dossier::extract
