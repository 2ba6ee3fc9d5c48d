// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/tables.h"

#include <algorithm>
#include <map>
#include <string>

#include "extract/embedded.h"
#include "extract/lexicon/word_table.h"
#include "model/vocabulary.h"

namespace dossier::extract::embedded {
std::span<const File> ask_words();  ///< desk/ask/data/*.tsv
}  // namespace dossier::extract::embedded

namespace dossier::asking {
namespace {

using extract::WordTable;

/// One of the tables, parsed when it is asked for first. Any thread may read it.
class Table {
 public:
  explicit Table(std::string_view name)
      : table_(extract::embedded::file_named(extract::embedded::ask_words(), name).bytes) {}

  std::string_view cell(std::string_view word, std::string_view column) const {
    const std::size_t row = table_.row(word);
    return row == WordTable::kAbsent ? std::string_view() : table_.cell(row, table_.column(column));
  }
  /// The words whose cell has this item.
  std::vector<std::string_view> words_with(std::string_view item, std::string_view column) const {
    std::vector<std::string_view> out;
    const std::size_t number = table_.column(column);
    for (std::size_t row = 0; row < table_.size(); ++row) {
      std::string_view cell = table_.cell(row, number);
      while (!cell.empty())
        if (extract::next_item(cell, ' ') == item) out.push_back(table_.words()[row]);
    }
    return out;
  }
  std::vector<std::string_view> words_with_flag(std::string_view flag) const {
    std::vector<std::string_view> out;
    for (std::size_t row = 0; row < table_.size(); ++row)
      if ((table_.flags(row) & table_.flag(flag)) != 0) out.push_back(table_.words()[row]);
    return out;
  }
  bool has_flag(std::string_view word, std::string_view flag) const {
    const std::size_t row = table_.row(word);
    return row != WordTable::kAbsent && (table_.flags(row) & table_.flag(flag)) != 0;
  }

 private:
  WordTable table_;
};

const Table& attributes() {
  static const Table table("attributes.tsv");
  return table;
}
const Table& verbs() {
  static const Table table("verb_properties.tsv");
  return table;
}
const Table& nouns() {
  static const Table table("noun_classes.tsv");
  return table;
}
const Table& synonym_table() {
  static const Table table("synonyms.tsv");
  return table;
}
const Table& event_noun_table() {
  static const Table table("event_nouns.tsv");
  return table;
}
const Table& post_table() {
  static const Table table("posts.tsv");
  return table;
}
const Table& alike_table() {
  static const Table table("nouns_alike.tsv");
  return table;
}
const Table& opposite_table() {
  static const Table table("opposites.tsv");
  return table;
}
std::vector<std::string> items(std::string_view cell) {
  std::vector<std::string> out;
  while (!cell.empty()) out.emplace_back(extract::next_item(cell, ' '));
  return out;
}
const Table& words() {
  static const Table table("question_words.tsv");
  return table;
}

/// "schema:jobTitle k:age" as terms.
std::vector<Term> terms(std::string_view cell) {
  static const std::map<std::string_view, std::string_view> kSpaces{
      {"schema", vocabulary::kSchema}, {"k", vocabulary::kDossier}, {"r", vocabulary::kRelation}};
  std::vector<Term> out;
  while (!cell.empty()) {
    const std::string_view item = extract::next_item(cell, ' ');
    const std::size_t colon = item.find(':');
    if (colon == item.npos) continue;
    out.push_back(
        Term::iri(vocabulary::iri(kSpaces.at(item.substr(0, colon)), item.substr(colon + 1))));
  }
  return out;
}

Properties properties(const Table& table, std::string_view word) {
  return {terms(table.cell(word, "forward")), terms(table.cell(word, "inverse")), false};
}

}  // namespace

Properties attribute(std::string_view noun) {
  Properties out = properties(attributes(), noun);
  out.posts = attributes().has_flag(noun, "posts");
  return out;
}

Properties verb_properties(std::string_view lemma, std::string_view marker) {
  if (marker.empty()) return properties(verbs(), lemma);
  return properties(verbs(), std::string(lemma) + "_" + std::string(marker));
}

std::vector<Term> classes_of(std::string_view noun) { return terms(nouns().cell(noun, "classes")); }

std::vector<std::string> synonyms(std::string_view lemma) {
  std::vector<std::string> out = items(synonym_table().cell(lemma, "synonyms"));
  // Both ways: "destroyed" answers "wrecked" as "wrecked" answers "destroyed".
  for (const std::string_view word : synonym_table().words_with(lemma, "synonyms"))
    if (std::find(out.begin(), out.end(), word) == out.end()) out.emplace_back(word);
  return out;
}

std::vector<std::string> posts_like(std::string_view word) {
  return items(post_table().cell(word, "posts"));
}

std::vector<std::string> event_nouns(std::string_view verb) {
  return items(event_noun_table().cell(verb, "nouns"));
}

std::vector<std::string> opposites(std::string_view lemma) {
  return items(opposite_table().cell(lemma, "opposites"));
}

bool is_getting(std::string_view lemma) { return words().has_flag(lemma, "getting"); }

bool is_doing(std::string_view lemma) { return words().has_flag(lemma, "doing"); }

bool is_saying(std::string_view lemma) { return words().has_flag(lemma, "saying"); }

std::vector<std::string> nouns_alike(std::string_view noun) {
  std::vector<std::string> out;
  std::vector<std::string_view> heads = alike_table().words_with(noun, "nouns");
  if (!alike_table().cell(noun, "nouns").empty()) heads.push_back(noun);
  for (const std::string_view head : heads) {
    out.emplace_back(head);
    for (std::string& word : items(alike_table().cell(head, "nouns")))
      out.push_back(std::move(word));
  }
  return out;
}

bool is_alike(std::string_view noun, std::string_view other) {
  const std::vector<std::string> nouns = nouns_alike(noun);
  return std::find(nouns.begin(), nouns.end(), other) != nouns.end();
}

bool is_generic(std::string_view noun) { return words().has_flag(noun, "generic"); }

bool is_befalling(std::string_view lemma) { return words().has_flag(lemma, "befalling"); }

std::vector<std::string_view> opinion_verbs() { return words().words_with_flag("opinion"); }

bool is_empty_word(std::string_view lower) { return words().has_flag(lower, "empty"); }

bool is_exclusion(std::string_view lower) { return words().has_flag(lower, "exclusion"); }

}  // namespace dossier::asking
