// SPDX-License-Identifier: Apache-2.0
#include "extract/graph/vocabulary.h"

#include <fmt/format.h>

#include <algorithm>

#include "extract/text/unicode.h"
#include "model/vocabulary.h"

namespace dossier::extract {

namespace {

/// What the path of an IRI may hold (RFC 3987, ucschar and a part of ASCII).
bool is_allowed(char32_t c) {
  if (c < 0x80) {
    return c > 0x20 && c != 0x7F &&
           std::u32string_view(U"<>\"{}|^`\\%#?").find(c) == std::u32string_view::npos;
  }
  const bool basic =
      (c >= 0xA0 && c < 0xD800) || (c >= 0xF900 && c < 0xFDD0) || (c >= 0xFDF0 && c < 0xFFF0);
  const bool further =
      c >= 0x10000 && c < 0xF0000 && (c & 0xFFFF) < 0xFFFE && !(c >= 0xE0000 && c < 0xE1000);
  return basic || further;
}

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether `text` has the shape of `pattern`, in which 0 stands for a digit.
bool has_shape(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (pattern[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != pattern[i]) return false;
  return true;
}

}  // namespace

std::string local_name(std::string_view label) {
  std::string result;
  for (const char32_t c : to_code_points(label)) {
    const std::string letter = to_utf8(std::u32string_view(&c, 1));
    if (c == U' ') {
      result += '_';
    } else if (is_allowed(c)) {
      result += letter;
    } else {
      for (const char byte : letter)
        result += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
  }
  return result;
}

Term document_iri(std::string_view slug) {
  return Term::iri(vocabulary::iri(vocabulary::kDocument, local_name(slug)));
}

std::string slug_of_document(const Term& document) {
  return document.value().substr(document_iri("").value().size());
}

Term part_iri(std::string_view slug, Part part, std::uint32_t number) {
  return Term::iri(
      fmt::format("{}#{}{}", document_iri(slug).value(), static_cast<char>(part), number));
}

Term sentence_iri(std::string_view slug, std::uint32_t index) {
  return part_iri(slug, Part::sentence, index);
}

Term argument_iri(std::string_view marker) {
  return Term::iri(vocabulary::iri(vocabulary::kArgument, local_name(marker)));
}

Term relation_iri(std::string_view local) {
  return Term::iri(vocabulary::iri(vocabulary::kRelation, local_name(local)));
}

Term class_iri(MentionType type) {
  static constexpr auto kClasses = std::to_array<std::string_view>(
      {kPerson, kOrganization, kPlace, kCountry, kCity, kEvent, kCreativeWork, kProduct,
       k::kNationality, k::kIndividual, k::kConcept, k::kConcept});
  static_assert(kClasses.size() == static_cast<std::size_t>(MentionType::unknown) + 1);
  return iri(kClasses[static_cast<std::size_t>(type)]);
}

namespace {

constexpr auto kModalities =
    std::to_array<std::string_view>({"asserted", "possible", "necessary", "planned", "expected",
                                     "hoped", "conditional", "asked", "alleged"});
static_assert(kModalities.size() == static_cast<std::size_t>(Modality::alleged) + 1);

}  // namespace

std::string_view modality_name(Modality modality) {
  return kModalities[static_cast<std::size_t>(modality)];
}

std::optional<Modality> modality_named(std::string_view name) {
  for (std::size_t i = 0; i < kModalities.size(); ++i)
    if (kModalities[i] == name) return static_cast<Modality>(i);
  return std::nullopt;
}

Term time_literal(const std::string& value) {
  const auto typed = [&](std::string_view datatype) {
    return Term::typed(value, std::string(datatype));
  };
  if (has_shape(value, "0000-00-00")) return typed(vocabulary::xsd::kDate);
  if (has_shape(value, "0000-00")) return typed(vocabulary::xsd::kGYearMonth);
  if (has_shape(value, "0000")) return typed(vocabulary::xsd::kGYear);
  if (value.size() >= 19 && has_shape(std::string_view(value).substr(0, 19), "0000-00-00T00:00:00"))
    return typed(vocabulary::xsd::kDateTime);
  return Term::string(value);
}

Term number_literal(const std::string& lexical) {
  const std::string_view digits =
      std::string_view(lexical).substr(lexical.starts_with("-") ? 1 : 0);
  return Term::typed(lexical, std::string(all_digits(digits) ? vocabulary::xsd::kInteger
                                                             : vocabulary::xsd::kDecimal));
}

Term confidence_literal(double confidence) {
  std::string text = fmt::format("{:.2f}", confidence);
  if (text.ends_with("0")) text.pop_back();
  return Term::typed(text, std::string(vocabulary::xsd::kDecimal));
}

}  // namespace dossier::extract
