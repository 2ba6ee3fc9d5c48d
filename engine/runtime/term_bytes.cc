// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/term_bytes.h"

#include <string>

#include "model/vocabulary.h"

namespace dossier {

namespace {

/// What a literal has beside its text, where it is kept with it.
std::string_view qualifier_of(const Term& term) noexcept {
  if (!term.language().empty()) return term.language();
  return term.datatype() == vocabulary::xsd::kString ? std::string_view() : term.datatype();
}

}  // namespace

std::size_t text_bytes(std::size_t capacity) noexcept {
  static const std::size_t inside = std::string().capacity();
  return capacity <= inside ? 0 : capacity + kBlockBytes;
}

std::size_t heap_bytes(const Term& term) noexcept {
  if (!term.is_triple())
    return text_bytes(term.value().capacity()) + text_bytes(qualifier_of(term).size());
  const Triple& triple = term.as_triple();
  return sizeof(Triple) + kBlockBytes + heap_bytes(triple.subject) + heap_bytes(triple.predicate) +
         heap_bytes(triple.object);
}

}  // namespace dossier
