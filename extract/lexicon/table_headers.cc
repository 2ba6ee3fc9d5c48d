// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/table_headers.h"

#include <array>
#include <utility>

#include "extract/lexicon/word_table.h"

namespace dossier::extract {
namespace {

constexpr std::string_view kTable = "table_headers";

bool has(std::string_view word, const char* flag) { return WordSet(kTable, flag).contains(word); }

MentionType type_of(std::string_view header) {
  static constexpr std::array<std::pair<const char*, MentionType>, 5> kTypes{
      {{"person", MentionType::person},
       {"organization", MentionType::organization},
       {"country", MentionType::country},
       {"city", MentionType::city},
       {"place", MentionType::place}}};
  for (const auto& [flag, type] : kTypes)
    if (has(header, flag)) return type;
  return MentionType::unknown;
}

}  // namespace

bool is_table_header(std::string_view header) {
  static const WordTable& table = WordTable::builtin(kTable);
  return table.row(header) != WordTable::kAbsent;
}

TableHeader table_header(std::string_view header) {
  static const WordColumn relations(kTable, "relation");
  static const WordColumn subjects(kTable, "subject");
  if (!is_table_header(header)) return {};
  TableHeader found;
  found.index = has(header, "index");
  found.named = has(header, "name");
  found.time = has(header, "time");
  found.count = has(header, "count");
  found.text = has(header, "text");
  found.type = type_of(header);
  found.relation = relations[header];
  found.subject = subjects[header];
  return found;
}

CellWord cell_word(std::string_view cell) {
  if (has(cell, "empty")) return CellWord::empty;
  if (has(cell, "yes")) return CellWord::yes;
  if (has(cell, "no")) return CellWord::no;
  return has(cell, "total") ? CellWord::total : CellWord::none;
}

}  // namespace dossier::extract
