// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/full_names.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "engine/results/short_names.h"
#include "engine/saved/near_names.h"

namespace dossier::repl {
namespace {

constexpr std::string_view kEntityPrefix = "e:";

// Where the string that opens at `at` ends: one or three quotes, "\" before a quote keeps it in.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  std::string quote(1, text[at]);
  if (text.substr(at, 3) == std::string(3, text[at])) quote = std::string(3, text[at]);
  std::size_t end = at + quote.size();
  while (end < text.size() && text.substr(end, quote.size()) != quote)
    end += text[end] == '\\' ? 2 : 1;
  return std::min(end + quote.size(), text.size());
}

bool is_name_character(char c) {
  constexpr std::string_view kOthers = "_-.:%\\";
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || byte >= 0x80 || kOthers.find(c) != kOthers.npos;
}

// Where what begins at `at` ends, and whether it may be a name.
std::pair<std::size_t, bool> piece_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '"' || c == '\'') return {end_of_string(text, at), false};
  if (c == '#') return {std::min(text.find('\n', at), text.size()), false};
  if (c == '<') {
    const std::size_t end = text.find_first_of("<> \n\"{}", at + 1);
    const bool is_iri = end != text.npos && text[end] == '>';
    return {is_iri ? end + 1 : at + 1, false};
  }
  if (!is_name_character(c)) return {at + 1, false};
  std::size_t end = at + 1;
  while (end < text.size() && is_name_character(text[end])) end += text[end] == '\\' ? 2 : 1;
  end = std::min(end, text.size());
  while (end > at + 1 && text[end - 1] == '.') --end;  // the end of a triple
  return {end, true};
}

}  // namespace

std::string with_names(std::string_view query, const std::map<std::string, std::string>& names) {
  std::string out;
  for (std::size_t at = 0; at < query.size();) {
    const auto [end, may_be_name] = piece_at(query, at);
    const std::string piece(query.substr(at, end - at));
    const auto name = may_be_name ? names.find(piece) : names.end();
    out += name == names.end() ? piece : name->second;
    at = end;
  }
  return out;
}

Term named_entity(const KnowledgeBase& kb, const std::string& text, const Prefixes& prefixes,
                  std::ostream& err) {
  std::string note;
  Term thing = resolve_near(kb, text, prefixes, note);
  if (!note.empty()) err << note << '\n';
  return thing;
}

std::string with_full_names(const KnowledgeBase& kb, const std::string& query,
                            const QueryOptions& options, std::ostream& err) {
  if (query.find(kEntityPrefix) == query.npos) return query;
  const Prefixes prefixes = predeclared_prefixes();
  std::map<std::string, std::string> names;
  for (const UnknownConstant& one : kb.unknown_constants(query, options)) {
    if (one.is_elsewhere) continue;
    const std::optional<NearName> near = near_entity(kb, one.term);
    if (!near) continue;
    const std::string written = short_text(one.term, prefixes);
    if (names.emplace(written, "<" + near->thing.value() + ">").second)
      err << written << ": " << near->label << '\n';
  }
  return names.empty() ? query : with_names(query, names);
}

}  // namespace dossier::repl
