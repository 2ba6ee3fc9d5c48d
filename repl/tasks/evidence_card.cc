// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/evidence_card.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/results/one_line.h"
#include "engine/results/short_names.h"
#include "model/utf8.h"
#include "model/vocabulary.h"
#include "parser/rdf/names.h"
#include "repl/format/display_width.h"
#include "repl/tasks/period_text.h"

namespace dossier::repl {
namespace {

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kPlain = "\x1b[0m";
// These never occur in a text: one_line() replaces control characters.
constexpr std::string_view kOpen = "\x01";
constexpr std::string_view kClose = "\x02";

/// "2020-11-20T19:00:00" as "2020-11-20 19:00".
std::string readable(std::string date) {
  constexpr std::size_t kMinutes = 16;
  if (date.size() > kMinutes && date[10] == 'T') {
    date.resize(kMinutes);
    date[10] = ' ';
  }
  return date;
}

void add(std::string& line, std::string_view label, std::string_view value) {
  if (value.empty()) return;
  if (!line.empty()) line += " · ";
  line += label;
  line += value;
}

/// The qualifiers of the claim.
std::string claim_line(const Evidence& one) {
  std::string line;
  add(line, "claimed by ", one.attributed_to);
  add(line, "", one.polarity);
  add(line, "", one.modality);
  add(line, "time ", period_text(one));
  add(line, "place ", one.place);
  if (one.confidence) add(line, "confidence ", fmt::format("{:.2f}", *one.confidence));
  return line;
}

/// "   (denied, planned)" of a fact that no sentence asserts; what has no such word was said.
std::string how_said(const std::vector<const Evidence*>& sentences) {
  if (sentences.front()->asserted) return {};
  std::set<std::string> ways;
  for (const Evidence* one : sentences) {
    if (one->polarity == "negative") ways.insert("denied");
    if (!one->modality.empty()) ways.insert(one->modality);
  }
  if (ways.empty()) return "   (said, not asserted)";
  return fmt::format("   ({})", fmt::join(ways, ", "));
}

}  // namespace

std::string fact_words(const Triple& fact, const CardStyle& style) {
  std::string out;
  for (const Term* term : {&fact.subject, &fact.predicate, &fact.object}) {
    const bool no_object =
        style.name && term == &fact.object && term->is_literal() && term->value() == "true";
    if (no_object) continue;
    if (!out.empty()) out += ' ';
    out += style.name && term->is_iri() ? one_line(style.name(*term))
                                        : short_text(*term, style.prefixes);
  }
  return out;
}

std::string running_text(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return one_line(text);
}

// The spans are marked with characters of no width before wrapping; then the marks are replaced by
// what the output can show.
void write_marked(std::ostream& out, const std::string& text,
                  const std::vector<std::pair<std::uint32_t, std::uint32_t>>& spans,
                  const CardStyle& style) {
  const std::string shown = running_text(text);
  const bool same_length = utf8::length(shown) == utf8::length(text);
  const std::string marked = same_length ? mark_spans(shown, spans, kOpen, kClose) : shown;
  const std::size_t room = style.width && *style.width > 24 ? *style.width - 4 : 76;
  for (const std::string& line : wrap_to_width(marked, room)) {
    out << "    ";
    for (const char c : line) {
      if (c == kOpen.front()) {
        out << (style.color ? kBold : "[");
      } else if (c == kClose.front()) {
        out << (style.color ? kPlain : "]");
      } else {
        out << c;
      }
    }
    out << '\n';
  }
}

void write_one_evidence(std::ostream& out, const Evidence& one, const CardStyle& style) {
  std::string head;
  add(head, "", sentence_place(one.sentence, style.prefixes));
  add(head, "", readable(one.date));
  add(head, "", one.speaker);
  out << "  " << head << '\n';
  write_marked(out, one.text, one.spans, style);
  const std::string claim = claim_line(one);
  if (!claim.empty()) out << "    " << claim << '\n';
  if (!one.headline.empty()) {
    const std::string headline = one_line(one.headline);
    constexpr std::size_t kIndent = 10;
    const bool narrow = style.width && *style.width > 2 * kIndent;
    out << "    from: " << (narrow ? cut_to_width(headline, *style.width - kIndent) : headline)
        << '\n';
  }
}

std::string list_margin(std::size_t number, const CardStyle& style) {
  return style.numbered ? fmt::format("{:>3} ", number) : "  ";
}

std::string sentence_place(const Term& sentence, const Prefixes& prefixes) {
  const std::string& iri = sentence.value();
  const std::size_t mark = iri.rfind("#s");
  if (mark == std::string::npos) return short_text(sentence, prefixes);
  return short_iri(iri.substr(0, mark), prefixes) + ", sentence " + iri.substr(mark + 2);
}

std::string mark_spans(std::string_view text,
                       const std::vector<std::pair<std::uint32_t, std::uint32_t>>& spans,
                       std::string_view open, std::string_view close) {
  std::string out;
  std::size_t done = 0;
  for (const auto& [begin, end] : spans) {
    std::size_t from = utf8::byte_offset(text, begin);
    const std::size_t to = utf8::byte_offset(text, end);
    if (from < done) continue;
    // The comma of "Berg, the chairman" tells the relation, but looks like a slip.
    while (from < to && (text[from] == ',' || text[from] == ' ')) ++from;
    if (to <= from) continue;
    out += text.substr(done, from - done);
    out += open;
    out += text.substr(from, to - from);
    out += close;
    done = to;
  }
  out += text.substr(done);
  return out;
}

void write_evidence(std::ostream& out, const std::vector<Evidence>& evidence,
                    const CardStyle& style) {
  std::vector<const Triple*> order;
  std::map<Triple, std::vector<const Evidence*>> by_fact;
  for (const Evidence& one : evidence) {
    auto [place, first] = by_fact.try_emplace(one.fact);
    if (first) order.push_back(&place->first);
    place->second.push_back(&one);
  }
  bool first = true;
  for (const Triple* fact : order) {
    const std::vector<const Evidence*>& sentences = by_fact[*fact];
    if (!first) out << '\n';
    first = false;
    out << fact_words(*fact, style) << how_said(sentences) << '\n';
    for (const Evidence* one : sentences) {
      out << '\n';
      write_one_evidence(out, *one, style);
    }
  }
}

}  // namespace dossier::repl
