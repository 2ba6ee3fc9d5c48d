// SPDX-License-Identifier: Apache-2.0
#include "desk/export/fact_fields.h"

#include <fmt/format.h>

#include <array>

namespace dossier::exporting {
namespace {

constexpr std::array kFields{
    FactField{"status", FieldType::text,
              [](const ExportedFact& fact) {
                const std::string qualifier = fact.row.qualifier();
                return qualifier.empty() ? std::string("asserted") : qualifier;
              }},
    FactField{
        "asserted", FieldType::truth,
        [](const ExportedFact& fact) { return std::string(fact.row.asserted ? "true" : "false"); }},
    FactField{"time", FieldType::text, [](const ExportedFact& fact) { return fact.row.time.time; }},
    FactField{"from", FieldType::text, [](const ExportedFact& fact) { return fact.row.time.from; }},
    FactField{"to", FieldType::text, [](const ExportedFact& fact) { return fact.row.time.to; }},
    FactField{"time_text", FieldType::text,
              [](const ExportedFact& fact) { return fact.row.time.text; }},
    FactField{"place", FieldType::text, [](const ExportedFact& fact) { return fact.row.place; }},
    FactField{"speaker", FieldType::text,
              [](const ExportedFact& fact) { return fact.row.speaker; }},
    FactField{"attributed_to", FieldType::text,
              [](const ExportedFact& fact) { return fact.row.attributed_to; }},
    FactField{"confidence", FieldType::number,
              [](const ExportedFact& fact) {
                return fact.row.confidence ? fmt::format("{}", *fact.row.confidence)
                                           : std::string();
              }},
    FactField{"document", FieldType::text,
              [](const ExportedFact& fact) { return id_text(fact.row.document); }},
    FactField{"headline", FieldType::text,
              [](const ExportedFact& fact) { return fact.row.headline; }},
    FactField{"date", FieldType::text, [](const ExportedFact& fact) { return fact.row.date; }},
    FactField{"page", FieldType::whole,
              [](const ExportedFact& fact) {
                return fact.row.page == 0 ? std::string() : std::to_string(fact.row.page);
              }},
    FactField{"sentence", FieldType::text,
              [](const ExportedFact& fact) { return id_text(fact.row.sentence); }},
    FactField{"text", FieldType::text, [](const ExportedFact& fact) { return fact.row.text; }},
    FactField{"fact", FieldType::text,
              [](const ExportedFact& fact) { return id_text(fact.row.fact); }},
};

}  // namespace

std::span<const FactField> fact_fields() { return kFields; }

std::string id_text(const Term& term) { return term.is_iri() ? term.value() : term.to_string(); }

}  // namespace dossier::exporting
