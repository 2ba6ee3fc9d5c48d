// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/found_cards.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/results/one_line.h"
#include "engine/results/short_names.h"
#include "model/utf8.h"
#include "repl/format/display_width.h"
#include "repl/process/counting.h"

namespace dossier::repl {
namespace {

using Spans = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// Bytes as code points.
Spans code_points(const std::string& text, const TextSpans& bytes) {
  const auto place = [&](std::size_t at) {
    return static_cast<std::uint32_t>(utf8::length(std::string_view(text).substr(0, at)));
  };
  Spans out;
  for (const auto& [begin, end] : bytes) out.emplace_back(place(begin), place(end));
  return out;
}

void write_rest(std::ostream& out, std::uint64_t all, std::size_t shown, std::string_view hint) {
  if (all > shown) out << fmt::format("  and {} more{}\n", grouped(all - shown), hint);
}

void write_unknown(std::ostream& out, const Found& found) {
  for (const std::string& word : found.unknown_words)
    out << fmt::format("no text has \"{}\"\n", one_line(word));
  if (!found.searched_instead.empty() && !(found.entities.empty() && found.sentences.empty()))
    out << "searched for words spelled nearly so: " << one_line(found.searched_instead) << '\n';
}

void write_entities(std::ostream& out, const Found& found, const CardStyle& style,
                    std::size_t& number) {
  out << "entities\n";
  if (found.entities.empty()) out << "no entity with that name\n";
  std::size_t widest = 0;
  for (const FoundEntity& one : found.entities)
    widest = std::max(widest, display_width(short_text(one.entity, style.prefixes)));
  for (const FoundEntity& one : found.entities) {
    const std::string iri = short_text(one.entity, style.prefixes);
    const bool alias = !one.name.empty() && one.name != one.label;
    const std::string name = alias ? fmt::format("{} ({})", one.label, one.name) : one.label;
    out << list_margin(++number, style) << iri << std::string(widest - display_width(iri) + 2, ' ')
        << one_line(name);
    if (one.mentions > 0) out << ", in " << counted(one.mentions, "sentence");
    out << '\n';
  }
  write_rest(
      out, found.all_entities, found.entities.size(),
      fmt::format("; --limit {} shows more", 10 * std::max<std::size_t>(found.entities.size(), 1)));
}

void write_documents(std::ostream& out, const Found& found, const CardStyle& style,
                     std::size_t& number) {
  if (found.documents.empty()) return;
  out << "documents\n";
  for (const FoundDocument& one : found.documents) {
    const std::string line = short_text(one.document, style.prefixes) +
                             (one.date.empty() ? "" : " · " + one.date) + " · " +
                             one_line(one.headline);
    const std::string margin = list_margin(++number, style);
    const bool narrow = style.width && *style.width > margin.size();
    out << margin << (narrow ? cut_to_width(line, *style.width - margin.size()) : line) << '\n';
  }
}

void write_sentences(std::ostream& out, const Found& found, const FindRequest& request,
                     const CardStyle& style, std::size_t& number) {
  out << "sentences\n";
  if (found.sentences.empty()) out << "no sentence with that text\n";
  for (const FoundSentence& one : found.sentences) {
    out << list_margin(++number, style) << sentence_place(one.sentence, style.prefixes);
    for (const std::string& part : {one.date, one.speaker})
      if (!part.empty()) out << " · " << one_line(part);
    out << '\n';
    write_marked(out, one.text, code_points(one.text, one.marks), style);
  }
  const std::size_t shown = request.skip + found.sentences.size();
  write_rest(out, found.all_sentences, shown, fmt::format("; --skip {} shows the next", shown));
}

std::optional<Term> score_of(double score) {
  return Term::typed(fmt::format("{:.3f}", score), "http://www.w3.org/2001/XMLSchema#decimal");
}

}  // namespace

void write_found(std::ostream& out, const Found& found, const FindRequest& request,
                 const CardStyle& style) {
  write_unknown(out, found);
  std::size_t number = 0;
  write_entities(out, found, style, number);
  write_documents(out, found, style, number);
  write_sentences(out, found, request, style, number);
}

std::vector<Term> things_found(const Found& found) {
  std::vector<Term> out;
  for (const FoundEntity& one : found.entities) out.push_back(one.entity);
  for (const FoundDocument& one : found.documents) out.push_back(one.document);
  for (const FoundSentence& one : found.sentences) out.push_back(one.sentence);
  return out;
}

RowList found_list(const Found& found) {
  RowList list;
  list.columns = {"kind", "thing", "text", "date", "document", "speaker", "score"};
  const auto none = std::nullopt;
  for (const FoundEntity& one : found.entities) {
    list.rows.push_back(
        {Term::string("entity"), one.entity, text_or_none(one.label), none, none, none, none});
  }
  for (const FoundDocument& one : found.documents) {
    list.rows.push_back({Term::string("document"), one.document, text_or_none(one.headline),
                         text_or_none(one.date), one.document, none, none});
  }
  for (const FoundSentence& one : found.sentences) {
    list.rows.push_back({Term::string("sentence"), one.sentence, text_or_none(one.text),
                         text_or_none(one.date), one.document, text_or_none(one.speaker),
                         score_of(one.score)});
  }
  return list;
}

}  // namespace dossier::repl
