// SPDX-License-Identifier: Apache-2.0
// .about: a card of one entity.

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "dossier/evidence.h"
#include "engine/results/one_line.h"
#include "engine/results/short_names.h"
#include "engine/saved/name_resolution.h"
#include "model/vocabulary.h"
#include "repl/format/display_width.h"
#include "repl/process/counting.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/fact_text.h"
#include "repl/tasks/full_names.h"

namespace dossier::repl {
namespace {

/// One relation and one thing at its other end, however often it is said.
struct Line {
  std::uint64_t sentences = 0;
  bool asserted = false;
  std::string note;  ///< "negative", "planned", ... of the first sentence
};
/// relation -> other end -> how it is said.
using Facts = std::map<std::string, std::map<std::string, Line>>;

std::vector<Term> values(Session& session, const Term& thing, const char* text) {
  QueryOptions options;
  options.parameters.emplace("thing", thing);
  std::vector<Term> terms;
  QueryResult result = session.kb().query(text, options);
  for (Row row; result.next(row);) {
    if (row[0]) terms.push_back(*row[0]);
  }
  return terms;
}

std::string joined(const std::vector<Term>& terms, std::string_view separator,
                   const std::function<std::string(const Term&)>& text) {
  std::string out;
  for (const Term& term : terms) {
    if (!out.empty()) out += separator;
    out += text(term);
  }
  return out;
}

void write_field(Session& session, std::string_view title, const std::string& text) {
  if (text.empty()) return;
  constexpr std::size_t kTitle = 12;
  const std::size_t width = session.layout().width.value_or(100);
  bool first = true;
  for (const std::string& line : wrap_to_width(text, std::max<std::size_t>(width, 40) - kTitle)) {
    session.out() << fmt::format("{:<{}}", first ? title : std::string_view{}, kTitle) << line
                  << '\n';
    first = false;
  }
}

void write_head(Session& session, const Term& thing) {
  const Prefixes prefixes = session.prefixes();
  const auto plain = [](const Term& term) { return one_line(term.value()); };
  const auto short_form = [&](const Term& term) { return short_text(term, prefixes); };
  session.out() << label_of(session.kb(), thing) << "  " << short_text(thing, prefixes) << '\n';
  write_field(session, "type",
              joined(values(session, thing, "SELECT DISTINCT ?c WHERE { ?thing a ?c } ORDER BY ?c"),
                     ", ", short_form));
  write_field(session, "also",
              joined(values(session, thing,
                            "SELECT DISTINCT ?n WHERE { ?thing skos:altLabel ?n } ORDER BY ?n"),
                     ", ", plain));
  const std::size_t documents =
      values(session, thing, "SELECT DISTINCT ?d WHERE { ?s k:mentions ?thing ; k:partOf ?d }")
          .size();
  const std::size_t sentences =
      values(session, thing, "SELECT DISTINCT ?s WHERE { ?s k:mentions ?thing }").size();
  if (sentences > 0) {
    write_field(
        session, "mentioned",
        fmt::format("in {} of {}", counted(sentences, "sentence"), counted(documents, "document")));
  }
}

/// Facts with a role's relation ("president_of") are listed as roles, apart from events.
bool is_role(const Term& predicate) {
  return predicate.value().starts_with(vocabulary::kRelation) && predicate.value().ends_with("_of");
}

void add(Facts& facts, const std::string& relation, const std::string& other, const Evidence& one) {
  Line& line = facts[relation][other];
  if (line.sentences == 0) line.note = qualifiers(one);
  ++line.sentences;
  line.asserted = line.asserted || one.asserted;
}

void write_facts(Session& session, std::string_view title, const Facts& facts) {
  if (facts.empty()) return;
  session.out() << '\n' << title << '\n';
  std::size_t widest = 0;
  for (const auto& [relation, others] : facts) {
    widest = std::max(widest, std::min<std::size_t>(display_width(relation), 24));
  }
  const std::size_t width = std::max<std::size_t>(session.layout().width.value_or(100), 50);
  for (const auto& [relation, others] : facts) {
    std::string text;
    for (const auto& [other, line] : others) {
      if (!text.empty()) text += "; ";
      text += other.empty() ? "-" : other;
      if (line.sentences > 1) text += fmt::format(" ×{}", line.sentences);
      if (!line.asserted && !line.note.empty()) text += " (" + line.note + ")";
    }
    std::string name = cut_to_width(relation, widest);
    for (const std::string& line : wrap_to_width(text, width - widest - 4)) {
      session.out() << "  " << name << std::string(widest - display_width(name) + 2, ' ') << line
                    << '\n';
      name.clear();
    }
  }
}

}  // namespace

void shell_about(Session& session, const ShellArguments& arguments) {
  arguments.require(!arguments.rest.empty(), ".about ENTITY");
  const std::string name = arguments.words.size() == 1 ? arguments.words.front() : arguments.rest;
  const Term thing = named_entity(session.kb(), name, session.prefixes(), session.console().err);
  write_head(session, thing);

  FactText names(session.kb(), session.prefixes());
  Facts roles;
  Facts done;
  Facts received;
  for (const Evidence& one : evidence_of(session.kb(), thing, std::nullopt, std::nullopt)) {
    Facts& facts = is_role(one.fact.predicate) ? roles : done;
    add(facts, names.predicate(one.fact.predicate), names.thing(one.fact.object), one);
  }
  for (const Evidence& one : evidence_of(session.kb(), std::nullopt, std::nullopt, thing)) {
    add(received, names.thing(one.fact.subject), names.predicate(one.fact.predicate), one);
  }
  write_facts(session, "roles", roles);
  write_facts(session, "facts about it", done);
  write_facts(session, "facts that end in it", received);
}

}  // namespace dossier::repl
