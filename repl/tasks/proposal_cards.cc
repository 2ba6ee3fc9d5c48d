// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/proposal_cards.h"

#include <fmt/format.h>

#include "dossier/error.h"
#include "engine/results/one_line.h"
#include "repl/process/counting.h"

namespace dossier::repl {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + one_line(part);
  return out;
}

void write_side(std::ostream& out, const ProposalSide& side, const CardStyle& style) {
  out << "  " << one_line(side.name);
  if (!side.status.empty() && side.status != "asserted") out << " (" << side.status << ')';
  if (side.sentence != Term()) out << "  " << sentence_place(side.sentence, style.prefixes);
  if (!side.date.empty()) out << " · " << side.date;
  if (side.sentences > 1) out << " · " << counted(side.sentences, "sentence");
  if (side.sentences == 0) out << "  no sentence mentions it";
  out << '\n';
  if (side.text.empty()) return;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> spans;
  for (const auto& [begin, end] : side.spans)
    spans.emplace_back(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
  write_marked(out, side.text, spans, style);
}

}  // namespace

void write_proposal(std::ostream& out, const Proposal& proposal, const CardStyle& style) {
  out << proposal.id << "  " << (style.color ? "\x1b[1m" : "") << one_line(proposal.proposed)
      << (style.color ? "\x1b[0m" : "") << "?\n"
      << "  because " << joined(proposal.reasons) << '\n';
  for (const ProposalSide& side : proposal.sides) write_side(out, side, style);
}

RowList proposal_list(const std::vector<Proposal>& proposals) {
  RowList list;
  list.columns = {"id",       "kind", "proposed", "because",        "weight",    "thing",
                  "sentence", "text", "other",    "other_sentence", "other_text"};
  for (const Proposal& one : proposals) {
    std::vector<std::optional<Term>>& row = list.rows.emplace_back();
    row = {Term::string(one.id), Term::string(std::string(name_of(one.kind))),
           Term::string(one.proposed), Term::string(joined(one.reasons)),
           Term::decimal(fmt::format("{:.2f}", one.weight))};
    for (std::size_t i = 0; i < 2; ++i) {
      if (i >= one.sides.size()) {
        row.resize(row.size() + 3);
        continue;
      }
      const ProposalSide& side = one.sides[i];
      row.emplace_back(side.thing);
      row.emplace_back(side.sentence == Term() ? std::nullopt : std::optional(side.sentence));
      row.emplace_back(text_or_none(side.text));
    }
  }
  return list;
}

Proposal::Kind parse_proposal_kind(const std::string& word) {
  for (std::size_t i = 0; i < kProposalKinds.size(); ++i)
    if (word == kProposalKinds.at(i) || word == std::string(kProposalKinds.at(i)) + "s")
      return static_cast<Proposal::Kind>(i);
  throw Error(
      ErrorCode::usage,
      fmt::format("\"{}\" is no kind of proposal: write duplicate, label, conflict or fact", word));
}

Proposal proposal_named(const KnowledgeBase& kb, const std::string& id,
                        const ReviewRequest& request) {
  std::optional<Proposal> found = find_proposal(kb, id, request);
  if (found) return *std::move(found);
  throw Error(ErrorCode::input,
              fmt::format("the queue has no proposal {}; it may be decided already", id));
}

}  // namespace dossier::repl
