// SPDX-License-Identifier: Apache-2.0
// .find: entities and sentences that match a text, best first.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "engine/results/one_line.h"
#include "engine/results/short_names.h"
#include "engine/saved/name_resolution.h"
#include "repl/format/display_width.h"
#include "repl/process/counting.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/tasks/evidence_card.h"

namespace dossier::repl {
namespace {

constexpr std::size_t kShown = 10;

/// What is looked for, in any case.
struct Wanted {
  std::string whole;
  std::vector<std::string> words;
};

bool starts_word(const std::string& text, std::size_t at) {
  return at == 0 || text[at - 1] == ' ' || text[at - 1] == '-' || text[at - 1] == '(';
}

/// 0 is best; none when not every word is there.
std::optional<int> rank(const std::string& text, const Wanted& wanted) {
  if (text == wanted.whole) return 0;
  const std::size_t at = text.find(wanted.whole);
  if (at == 0) return 1;
  if (at != std::string::npos) return starts_word(text, at) ? 2 : 4;
  bool at_words = true;
  for (const std::string& word : wanted.words) {
    const std::size_t place = text.find(word);
    if (place == std::string::npos) return std::nullopt;
    at_words = at_words && starts_word(text, place);
  }
  return at_words ? 3 : 5;
}

struct FoundEntity {
  int rank = 0;
  std::string name;
  std::uint64_t mentions = 0;
};

std::uint64_t mentions_of(Session& session, const Term& thing) {
  QueryOptions options;
  options.parameters.emplace("thing", thing);
  QueryResult result =
      session.kb().query("SELECT (COUNT(*) AS ?n) WHERE { ?s k:mentions ?thing }", options);
  Row row;
  return result.next(row) && row[0] ? std::stoull(row[0]->value()) : 0;
}

/// Each thing once, under its best name; an alias counts a little less than a label.
std::map<Term, FoundEntity> entities_like(Session& session, const Wanted& wanted) {
  std::map<Term, FoundEntity> found;
  for (const Name& name : all_names(session.kb())) {
    const std::optional<int> plain = rank(folded(name.text), wanted);
    if (!plain) continue;
    const int ranked = *plain * 2 + (name.label ? 0 : 1);
    const auto [place, first] = found.try_emplace(name.thing, FoundEntity{ranked, name.text, 0});
    if (!first && ranked < place->second.rank) place->second = {ranked, name.text, 0};
  }
  return found;
}

/// The label, and the name that was found where that is another.
std::string shown_name(Session& session, const Term& thing, const std::string& name) {
  const std::string label = label_of(session.kb(), thing);
  return one_line(label == name ? label : label + " (" + name + ")");
}

void show_entities(Session& session, const Wanted& wanted) {
  std::map<Term, FoundEntity> found = entities_like(session, wanted);
  if (found.empty()) {
    session.out() << "no entity with that name\n";
    return;
  }
  std::vector<std::pair<Term, FoundEntity>> order;
  for (auto& [thing, entity] : found) {
    entity.mentions = mentions_of(session, thing);
    order.emplace_back(thing, entity);
  }
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.second.rank, -static_cast<double>(a.second.mentions)) <
           std::tuple(b.second.rank, -static_cast<double>(b.second.mentions));
  });
  const std::size_t shown = std::min(order.size(), kShown);
  std::size_t widest = 0;
  for (std::size_t i = 0; i < shown; ++i) {
    widest = std::max(widest, display_width(short_text(order[i].first, session.prefixes())));
  }
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& [thing, entity] = order[i];
    const std::string iri = short_text(thing, session.prefixes());
    session.out() << "  " << iri << std::string(widest - display_width(iri) + 2, ' ')
                  << shown_name(session, thing, entity.name);
    if (entity.mentions > 0) {
      session.out() << ", in " << counted(entity.mentions, "sentence");
    }
    session.out() << '\n';
  }
  if (order.size() > shown) {
    session.out() << fmt::format("  and {} more\n", order.size() - shown);
  }
}

struct FoundSentence {
  int rank = 0;
  std::string date;
  std::string sentence;
  std::string text;
};

std::vector<FoundSentence> sentences_like(Session& session, const Wanted& wanted) {
  std::vector<FoundSentence> found;
  QueryResult result = session.kb().query(
      "SELECT ?sentence ?text ?date WHERE { ?sentence a k:Sentence ; k:text ?text ; k:partOf ?doc "
      "OPTIONAL { ?doc schema:datePublished ?date } }",
      session.options(""));
  for (Row row; result.next(row);) {
    if (!row[0] || !row[1]) continue;
    const std::optional<int> ranked = rank(folded(row[1]->value()), wanted);
    if (!ranked) continue;
    found.push_back({*ranked < 3 ? 0 : *ranked, row[2] ? row[2]->value() : "",
                     sentence_place(*row[0], session.prefixes()), row[1]->value()});
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.rank, a.date) < std::tuple(b.rank, b.date);
  });
  return found;
}

void show_sentences(Session& session, const Wanted& wanted) {
  const std::vector<FoundSentence> found = sentences_like(session, wanted);
  if (found.empty()) {
    session.out() << "no sentence with that text\n";
    return;
  }
  const std::size_t shown = std::min(found.size(), kShown);
  const std::size_t width = session.layout().width.value_or(100);
  for (std::size_t i = 0; i < shown; ++i) {
    session.out() << fmt::format("  {} · {}\n", found[i].sentence, found[i].date.substr(0, 10));
    for (const std::string& line : wrap_to_width(one_line(found[i].text), width - 4)) {
      session.out() << "    " << line << '\n';
    }
  }
  if (found.size() > shown) {
    session.out() << fmt::format("  and {} more\n", found.size() - shown);
  }
}

}  // namespace

void shell_find(Session& session, const ShellArguments& arguments) {
  arguments.require(!arguments.words.empty(), ".find TEXT");
  Wanted wanted;
  for (const std::string& word : arguments.words) {
    if (!wanted.whole.empty()) wanted.whole += ' ';
    wanted.whole += folded(word);
  }
  for (const std::string& word : split_words(wanted.whole)) wanted.words.push_back(word);
  session.out() << "entities\n";
  show_entities(session, wanted);
  session.out() << "sentences\n";
  show_sentences(session, wanted);
}

}  // namespace dossier::repl
