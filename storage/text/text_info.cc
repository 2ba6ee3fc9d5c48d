// SPDX-License-Identifier: Apache-2.0
#include "storage/text/text_info.h"

#include <algorithm>

#include "dossier/error.h"
#include "model/vocabulary.h"
#include "storage/bytes.h"

namespace dossier::storage {
namespace {

constexpr std::string_view kText = "urn:dossier:vocabulary:text";

}  // namespace

TextInfo new_text_info() {
  return {.complete = true,
          .predicates = {std::string(kText), "http://www.w3.org/2000/01/rdf-schema#label",
                         "http://www.w3.org/2004/02/skos/core#altLabel",
                         "https://schema.org/headline"}};
}

std::string encode_text_info(const TextInfo& info) {
  std::string out;
  append_little_endian(out, static_cast<std::uint8_t>(info.complete ? 1 : 0));
  append_little_endian(out, info.texts);
  append_little_endian(out, info.words);
  for (const std::string& predicate : info.predicates) {
    append_little_endian(out, static_cast<std::uint32_t>(predicate.size()));
    out += predicate;
  }
  return out;
}

TextInfo decode_text_info(std::string_view bytes) {
  ByteReader reader(bytes);
  TextInfo out;
  const auto complete = reader.read<std::uint8_t>();
  out.complete = complete == 1;
  out.texts = reader.read<std::uint64_t>();
  out.words = reader.read<std::uint64_t>();
  while (reader.ok() && !reader.at_end()) {
    const auto size = reader.read<std::uint32_t>();
    out.predicates.emplace_back(reader.take(size));
  }
  if (!reader.ok() || complete > 1) {
    throw Error(ErrorCode::storage, "what meta says about the text index is damaged");
  }
  return out;
}

IndexedPredicates::IndexedPredicates(const std::vector<std::string>& predicates,
                                     const std::vector<TermId>& ids) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (!ids[i]) continue;
    ids_.push_back(ids[i]);
    if (predicates[i] == kText) named_only_ = ids[i];
  }
}

bool IndexedPredicates::has_text(const IdQuad& quad) const {
  if (!is_string(quad.object)) return false;
  if (quad.predicate == named_only_ && quad.subject.is_blank_node()) return false;
  return std::find(ids_.begin(), ids_.end(), quad.predicate) != ids_.end();
}

IndexedPredicates indexed_predicates(const QuadSource& source, const TextInfo& info) {
  std::vector<Term> terms;
  for (const std::string& predicate : info.predicates) terms.push_back(Term::iri(predicate));
  std::vector<TermId> ids(terms.size());
  source.find(terms, ids);
  return {info.predicates, ids};
}

bool is_string(TermId id) {
  const TermId::Kind kind = id.kind();
  return kind == TermId::Kind::string || kind == TermId::Kind::lang_string ||
         kind == TermId::Kind::short_string;
}

}  // namespace dossier::storage
