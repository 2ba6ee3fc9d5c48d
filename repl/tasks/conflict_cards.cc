// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/conflict_cards.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "engine/results/short_names.h"
#include "repl/process/counting.h"

namespace dossier::repl {
namespace {

std::string_view title_of(Conflict::Kind kind) {
  constexpr std::array<std::string_view, 5> kTitles{"two values", "two subjects", "two times",
                                                    "two numbers", "stated and denied"};
  return kTitles.at(static_cast<std::size_t>(kind));
}

std::string fact_text(const Evidence& one, const Prefixes& prefixes) {
  return short_text(one.fact.subject, prefixes) + ' ' + short_text(one.fact.predicate, prefixes) +
         ' ' + short_text(one.fact.object, prefixes);
}

void write_side(std::ostream& out, const Evidence& one, std::uint64_t sentences,
                const CardStyle& style) {
  write_one_evidence(out, one, style);
  if (sentences > 1) out << fmt::format("    and {} more\n", counted(sentences - 1, "sentence"));
}

}  // namespace

void write_conflicts(std::ostream& out, const std::vector<Conflict>& conflicts,
                     const CardStyle& style) {
  for (const Conflict& conflict : conflicts) {
    out << title_of(conflict.kind) << ": " << fact_text(conflict.one, style.prefixes);
    if (conflict.one.fact != conflict.other.fact)
      out << " | " << fact_text(conflict.other, style.prefixes);
    out << "\n\n";
    write_side(out, conflict.one, conflict.one_sentences, style);
    out << '\n';
    write_side(out, conflict.other, conflict.other_sentences, style);
    out << '\n';
  }
  out << (conflicts.empty() ? "no contradiction found" : counted(conflicts.size(), "conflict"))
      << '\n';
}

}  // namespace dossier::repl
