// SPDX-License-Identifier: Apache-2.0
// The IRIs that Dossier itself uses.
#pragma once

#include <string>
#include <string_view>

namespace dossier::vocabulary {

inline constexpr std::string_view kEntity = "urn:dossier:entity:";
inline constexpr std::string_view kRelation = "urn:dossier:relation:";
inline constexpr std::string_view kArgument = "urn:dossier:argument:";
inline constexpr std::string_view kDocument = "urn:dossier:document:";
inline constexpr std::string_view kDossier = "urn:dossier:vocabulary:";
inline constexpr std::string_view kSchema = "https://schema.org/";
inline constexpr std::string_view kSkos = "http://www.w3.org/2004/02/skos/core#";
inline constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr std::string_view kRdfs = "http://www.w3.org/2000/01/rdf-schema#";
inline constexpr std::string_view kXsd = "http://www.w3.org/2001/XMLSchema#";
inline constexpr std::string_view kProv = "http://www.w3.org/ns/prov#";

/// namespace + local name as one IRI.
std::string iri(std::string_view name_space, std::string_view local_name);

namespace rdf {
inline constexpr std::string_view kType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr std::string_view kFirst = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
inline constexpr std::string_view kRest = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
inline constexpr std::string_view kNil = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";
inline constexpr std::string_view kReifies = "http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies";
inline constexpr std::string_view kLangString =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";
inline constexpr std::string_view kDirLangString =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#dirLangString";
}  // namespace rdf

namespace xsd {
inline constexpr std::string_view kString = "http://www.w3.org/2001/XMLSchema#string";
inline constexpr std::string_view kBoolean = "http://www.w3.org/2001/XMLSchema#boolean";
inline constexpr std::string_view kInteger = "http://www.w3.org/2001/XMLSchema#integer";
inline constexpr std::string_view kDecimal = "http://www.w3.org/2001/XMLSchema#decimal";
inline constexpr std::string_view kFloat = "http://www.w3.org/2001/XMLSchema#float";
inline constexpr std::string_view kDouble = "http://www.w3.org/2001/XMLSchema#double";
inline constexpr std::string_view kDate = "http://www.w3.org/2001/XMLSchema#date";
inline constexpr std::string_view kDateTime = "http://www.w3.org/2001/XMLSchema#dateTime";
inline constexpr std::string_view kTime = "http://www.w3.org/2001/XMLSchema#time";
inline constexpr std::string_view kGYear = "http://www.w3.org/2001/XMLSchema#gYear";
inline constexpr std::string_view kGYearMonth = "http://www.w3.org/2001/XMLSchema#gYearMonth";
inline constexpr std::string_view kGMonth = "http://www.w3.org/2001/XMLSchema#gMonth";
inline constexpr std::string_view kGMonthDay = "http://www.w3.org/2001/XMLSchema#gMonthDay";
inline constexpr std::string_view kGDay = "http://www.w3.org/2001/XMLSchema#gDay";
inline constexpr std::string_view kDuration = "http://www.w3.org/2001/XMLSchema#duration";
inline constexpr std::string_view kDayTimeDuration =
    "http://www.w3.org/2001/XMLSchema#dayTimeDuration";
inline constexpr std::string_view kYearMonthDuration =
    "http://www.w3.org/2001/XMLSchema#yearMonthDuration";
}  // namespace xsd

}  // namespace dossier::vocabulary
