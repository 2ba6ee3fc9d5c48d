// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/store_names.h"

#include <algorithm>
#include <string_view>

#include "engine/results/short_names.h"

namespace dossier::repl {
namespace {

std::string with_underscores(std::string name) {
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

std::set<std::string> starting(const std::set<std::string>& texts, const std::string& key) {
  std::set<std::string> found;
  for (const std::string& text : texts)
    if (folded(text).starts_with(key)) found.insert(text);
  return found;
}

}  // namespace

std::set<std::string> StoreNames::terms_starting(const std::string& typed) {
  refresh();
  const std::string key = folded(typed);
  std::set<std::string> found;
  for (const Names* names : {&named_, &described_}) {
    if (!found.empty()) break;
    found = starting(names->terms, key);
    for (const auto& [name, term] : names->by_name)
      if (name.starts_with(key)) found.insert(term);
  }
  return found;
}

std::set<std::string> StoreNames::labels_starting(const std::string& typed) {
  refresh();
  const std::string key = folded(typed);
  std::set<std::string> found = starting(named_.labels, key);
  return found.empty() ? starting(described_.labels, key) : found;
}

void StoreNames::refresh() {
  if (loaded_ && seen_changes_ == session_.changes) return;
  loaded_ = true;
  seen_changes_ = session_.changes;
  named_ = described_ = {};
  add_terms("SELECT DISTINCT ?x WHERE { ?s ?x ?o }");
  add_terms("SELECT DISTINCT ?x WHERE { ?s a ?x }");
  std::set<std::string> described;
  QueryResult concepts = session_.kb().query(
      "SELECT ?x WHERE { VALUES ?class { k:Concept k:Individual k:Quantity } ?x a ?class }");
  for (const Row& row : concepts)
    if (row[0]->is_iri()) described.insert(row[0]->value());
  for (const Name& name : all_names(session_.kb()))
    add_name(name, described.contains(name.thing.value()) ? described_ : named_);
}

void StoreNames::add_terms(const char* query) {
  QueryResult result = session_.kb().query(query);
  for (Row row; result.next(row);) {
    if (row[0] && row[0]->is_iri()) named_.terms.insert(short_text(*row[0], session_.prefixes()));
  }
}

void StoreNames::add_name(const Name& name, Names& names) {
  const std::string term = short_text(name.thing, session_.prefixes());
  names.terms.insert(term);
  names.labels.insert(name.text);
  const std::size_t colon = term.find(':');
  if (colon == std::string::npos) return;
  const std::string prefix = term.substr(0, colon + 1);
  for (std::size_t at = 0; at < name.text.size();) {
    names.by_name.emplace_back(folded(prefix + with_underscores(name.text.substr(at))), term);
    const std::size_t space = name.text.find(' ', at);
    if (space == std::string::npos) break;
    at = space + 1;
  }
}

}  // namespace dossier::repl
