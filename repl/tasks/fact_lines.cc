// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/fact_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/results/one_line.h"
#include "repl/format/display_width.h"

namespace dossier::repl {
namespace {

constexpr std::size_t kWidestRelation = 28;
constexpr std::size_t kNarrowest = 20;

/// One thing at the other end, however often it is said.
struct Other {
  std::size_t sentences = 0;
  std::string note;  ///< how it is said, and when
};

std::string note_of(const FactRow& row) {
  std::string note = row.qualifier();
  const std::string time = period_text(row.time);
  if (!time.empty()) note += (note.empty() ? "" : ", ") + time;
  return note;
}

std::optional<Term> confidence_of(const FactRow& row) {
  if (!row.confidence) return std::nullopt;
  return Term::decimal(fmt::format("{:.2f}", *row.confidence));
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> spans_of(const FactRow& row) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
  for (const auto& span : {row.subject_span, row.predicate_span, row.object_span})
    if (span.first < span.second) out.push_back(span);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

std::string fact_line(const FactRow& row) {
  std::string out = row.subject + ' ' + row.predicate;
  if (!row.object.empty()) out += ' ' + row.object;
  const std::string qualifier = row.qualifier();
  if (!qualifier.empty()) out += " (" + qualifier + ")";
  for (const std::string& part : {period_text(row.time), row.place})
    if (!part.empty()) out += ", " + part;
  return one_line(out);
}

RowList fact_list(const std::vector<FactRow>& rows, bool full) {
  RowList list;
  list.columns = {"subject", "relation", "object", "said",    "when",
                  "where",   "by",       "told",   "document"};
  if (full)
    for (const char* column : {"sentence", "text", "confidence", "fact", "s", "p", "o"})
      list.columns.emplace_back(column);
  for (const FactRow& row : rows) {
    const std::string& by = row.attributed_to.empty() ? row.speaker : row.attributed_to;
    list.rows.push_back({text_or_none(row.subject), text_or_none(row.predicate),
                         text_or_none(row.object), text_or_none(row.qualifier()),
                         text_or_none(period_text(row.time)), text_or_none(row.place),
                         text_or_none(by), text_or_none(row.date), row.document});
    if (!full) continue;
    for (const std::optional<Term>& value :
         {std::optional<Term>(row.sentence), text_or_none(row.text), confidence_of(row),
          std::optional<Term>(row.fact), std::optional<Term>(row.triple.subject),
          std::optional<Term>(row.triple.predicate), std::optional<Term>(row.triple.object)})
      list.rows.back().push_back(value);
  }
  if (!full && !list.rows.empty()) drop_empty_columns(list);
  return list;
}

void write_grouped_facts(std::ostream& out, std::string_view title,
                         const std::vector<FactRow>& rows, bool by_subject, std::size_t width,
                         const std::vector<Term>& contradicted) {
  if (rows.empty()) return;
  std::set<std::string> doubtful;
  std::map<std::string, std::map<std::string, Other>> groups;
  std::size_t widest = 0;
  for (const FactRow& row : rows) {
    widest = std::max(widest, std::min(display_width(row.predicate), kWidestRelation));
    if (std::find(contradicted.begin(), contradicted.end(), row.triple.predicate) !=
        contradicted.end())
      doubtful.insert(row.predicate);
    Other& other = groups[row.predicate][one_line(by_subject ? row.subject : row.object)];
    if (other.sentences++ == 0) other.note = note_of(row);
  }
  out << '\n' << title << '\n';
  for (const auto& [relation, others] : groups) {
    std::string text;
    for (const auto& [name, other] : others) {
      std::string one = name;
      if (other.sentences > 1) one += fmt::format(" ×{}", other.sentences);
      if (!other.note.empty()) one += " (" + other.note + ")";
      if (one.starts_with(' ')) one.erase(0, 1);
      text += (text.empty() ? "" : "; ") + one;
    }
    if (doubtful.contains(relation)) text += "  contradicted: .conflicts";
    std::vector<std::string> names = wrap_to_width(relation, widest);
    const std::vector<std::string> lines =
        wrap_to_width(text, std::max(width - std::min(width, widest + 4), kNarrowest));
    for (std::size_t i = 0; i < std::max(names.size(), lines.size()); ++i) {
      const std::string name = i < names.size() ? names[i] : "";
      out << "  " << name << std::string(widest - std::min(widest, display_width(name)) + 2, ' ')
          << (i < lines.size() ? lines[i] : "") << '\n';
    }
  }
}

void write_fact(std::ostream& out, const FactRow& row, const CardStyle& style) {
  out << "  " << fact_line(row) << '\n';
  out << "    " << sentence_place(row.sentence, style.prefixes);
  const std::string& by = row.attributed_to.empty() ? row.speaker : row.attributed_to;
  for (const std::string& part : {row.date, by})
    if (!part.empty()) out << " · " << one_line(part);
  out << '\n';
  write_marked(out, row.text, spans_of(row), style);
}

}  // namespace dossier::repl
