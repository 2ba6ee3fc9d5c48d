// SPDX-License-Identifier: Apache-2.0
// The properties of a fact, with its citation, as columns of tables and attributes of edges.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "desk/export/facts_source.h"

namespace dossier::exporting {

enum class FieldType { text, number, whole, truth };

struct FactField {
  std::string_view name;
  FieldType type = FieldType::text;
  std::string (*value)(const ExportedFact&) = nullptr;  ///< "" when the fact has none
};

/// status, asserted, time, from, to, time_text, place, speaker, attributed_to, confidence,
/// document, headline, date, page, sentence, text, fact: without subject, relation and object.
std::span<const FactField> fact_fields();

/// "http://…" or "urn:…"; of a blank node "_:b1".
std::string id_text(const Term& term);

}  // namespace dossier::exporting
