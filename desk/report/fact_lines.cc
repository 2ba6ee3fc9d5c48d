// SPDX-License-Identifier: Apache-2.0
#include "desk/report/fact_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "desk/views/names.h"
#include "desk/views/rows.h"
#include "dossier/conflicts.h"

namespace dossier::reporting {
namespace {

std::string words_of(const FactRow& row) {
  std::string out = row.subject + " " + row.predicate;
  if (!row.object.empty()) out += " " + row.object;
  return out;
}

/// " (2 May 2024; planned; as Ruth Adler says)"
std::string circumstances(const FactRow& row, bool with_time) {
  std::vector<std::string> parts;
  if (with_time && !row.time.empty()) parts.push_back(period_text(row.time));
  if (!row.place.empty()) parts.push_back(row.place);
  if (!row.qualifier().empty()) parts.push_back(row.qualifier());
  if (!row.attributed_to.empty()) parts.push_back("as " + row.attributed_to + " says");
  if (parts.empty()) return {};
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? " (" : "; ") + part;
  return out + ")";
}

void cite(Run& run, std::size_t number) {
  if (std::find(run.citations.begin(), run.citations.end(), number) == run.citations.end())
    run.citations.push_back(number);
}

std::string kind_of(Conflict::Kind kind) {
  switch (kind) {
    case Conflict::Kind::values:
      return "different values";
    case Conflict::Kind::subjects:
      return "different subjects";
    case Conflict::Kind::times:
      return "different times";
    case Conflict::Kind::amounts:
      return "different numbers";
    case Conflict::Kind::denied:
      break;
  }
  return "said and denied";
}

bool is_about(const Evidence& side, const std::vector<Term>& about) {
  const auto has = [&](const Term& term) {
    return std::find(about.begin(), about.end(), term) != about.end();
  };
  return about.empty() || has(side.fact.subject) || has(side.fact.object) || has(side.document);
}

Runs side_of(const Evidence& side, std::uint64_t sentences, Citations& citations) {
  Run run{side.text, false, {citations.number_of(citation_of(side))}};
  Runs out{std::move(run)};
  if (sentences > 1) out.push_back({fmt::format(" and {} more", sentences - 1)});
  return out;
}

}  // namespace

Citation citation_of(const FactRow& row) {
  return {row.document, row.sentence, row.headline, row.date, row.text, row.speaker, row.page};
}

Citation citation_of(const Evidence& one) {
  return {
      one.document, one.sentence, one.headline, one.date.substr(0, 10), one.text, one.speaker, 0};
}

std::vector<Runs> fact_lines(const std::vector<FactRow>& rows, Citations& citations) {
  std::vector<Runs> out;
  std::map<std::pair<std::string, std::string>, std::size_t> known;
  for (const FactRow& row : rows) {
    const auto [at, is_new] =
        known.emplace(std::pair(words_of(row), circumstances(row, true)), out.size());
    if (is_new) out.push_back({{words_of(row)}, {circumstances(row, true)}});
    cite(out[at->second].back(), citations.number_of(citation_of(row)));
  }
  return out;
}

Grid timeline(const std::vector<FactRow>& rows, Citations& citations) {
  std::vector<const FactRow*> dated;
  for (const FactRow& row : rows)
    if (!row.time.from.empty() || !row.time.to.empty()) dated.push_back(&row);
  const auto key = [](const FactRow* row) {
    const Period& time = row->time;
    return std::tie(time.from.empty() ? time.to : time.from, time.to);
  };
  std::stable_sort(dated.begin(), dated.end(),
                   [&](const FactRow* a, const FactRow* b) { return key(a) < key(b); });
  Grid out{{"When", "What"}, {}};
  std::map<std::pair<std::string, std::string>, std::size_t> known;
  for (const FactRow* row : dated) {
    const std::string when = period_text(row->time);
    const std::string what = words_of(*row) + circumstances(*row, false);
    const auto [at, is_new] = known.emplace(std::pair(when, what), out.rows.size());
    if (is_new) out.rows.push_back({{{when}}, {{what}}});
    cite(out.rows[at->second].back().back(), citations.number_of(citation_of(*row)));
  }
  return out;
}

Grid contradictions(const KnowledgeBase& kb, const std::vector<Term>& about, Citations& citations) {
  Grid out{{"About", "One side", "The other"}, {}};
  Namer names(kb);
  for (const Conflict& conflict : conflicts(kb)) {
    if (!is_about(conflict.one, about) && !is_about(conflict.other, about)) continue;
    const Triple& fact = conflict.one.fact;
    const std::string what = fmt::format("{}, {}: {}", names.label(fact.subject),
                                         names.label(fact.predicate), kind_of(conflict.kind));
    out.rows.push_back({{{what}},
                        side_of(conflict.one, conflict.one_sentences, citations),
                        side_of(conflict.other, conflict.other_sentences, citations)});
  }
  return out;
}

}  // namespace dossier::reporting
