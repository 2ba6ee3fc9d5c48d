// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/conflict_cards.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "repl/process/counting.h"

namespace dossier::repl {
namespace {

std::string_view title_of(Conflict::Kind kind) {
  constexpr std::array<std::string_view, 5> kTitles{"two values", "two subjects", "two times",
                                                    "two numbers", "stated and denied"};
  return kTitles.at(static_cast<std::size_t>(kind));
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
    std::string head = fact_words(conflict.one.fact, style);
    const std::string other = fact_words(conflict.other.fact, style);
    if (head != other) head += " | " + other;
    out << title_of(conflict.kind) << ": " << head << "\n\n";
    write_side(out, conflict.one, conflict.one_sentences, style);
    out << '\n';
    write_side(out, conflict.other, conflict.other_sentences, style);
    out << '\n';
  }
  out << (conflicts.empty() ? "no contradiction found" : counted(conflicts.size(), "conflict"))
      << '\n';
}

}  // namespace dossier::repl
