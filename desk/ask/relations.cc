// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "desk/ask/attempts.h"
#include "desk/ask/tables.h"
#include "desk/views/rows.h"
#include "model/vocabulary.h"

namespace dossier::asking {
namespace {

constexpr std::size_t kShortestStem = 5;

Term relation(const std::string& local) {
  return Term::iri(vocabulary::iri(vocabulary::kRelation, local));
}

std::vector<std::string> split(const std::string& local) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  while (begin <= local.size()) {
    const std::size_t end = std::min(local.find_first_of("_-", begin), local.size());
    if (end > begin) out.push_back(local.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

bool is_post(const std::string& local) {
  return local.ends_with("_of") && !local.starts_with("former_") && local.size() > 3;
}

}  // namespace

Relations::Relations(const KnowledgeBase& kb, const QueryOptions& options) {
  QueryOptions own = options;
  own.parameters.clear();
  for (const Row& row : kb.query(
           "SELECT DISTINCT ?p WHERE { ?fact rdf:reifies <<( ?s ?p ?o )>> } ORDER BY ?p", own)) {
    const std::string& iri = row["p"]->value();
    if (iri.starts_with(vocabulary::kRelation))
      locals_.push_back(iri.substr(vocabulary::kRelation.size()));
    else
      others_.push_back(*row["p"]);
  }
  std::sort(locals_.begin(), locals_.end());
}

std::vector<Term> Relations::named(const std::vector<std::string>& locals) const {
  std::vector<Term> out;
  for (const std::string& local : locals) {
    if (!std::binary_search(locals_.begin(), locals_.end(), local)) continue;
    const Term term = relation(local);
    if (std::find(out.begin(), out.end(), term) == out.end()) out.push_back(term);
  }
  return out;
}

std::vector<Term> Relations::of_verb(const std::string& verb) const {
  std::vector<Term> out;
  for (const std::string& local : locals_)
    if (local == verb || local.starts_with(verb + "_")) out.push_back(relation(local));
  return out;
}

std::vector<Term> Relations::posts(const std::vector<std::string>& words) const {
  std::vector<Term> exact, wider;
  const std::set<std::string> wanted(words.begin(), words.end());
  if (wanted.empty()) return {};
  for (const std::string& local : locals_) {
    if (!is_post(local)) continue;
    std::vector<std::string> parts = split(local.substr(0, local.size() - 3));
    std::erase_if(parts, [](const std::string& part) { return is_empty_word(part); });
    const std::set<std::string> title(parts.begin(), parts.end());
    if (!std::includes(title.begin(), title.end(), wanted.begin(), wanted.end())) continue;
    (title.size() == wanted.size() ? exact : wider).push_back(relation(local));
  }
  return exact.empty() ? wider : exact;
}

std::vector<Term> Relations::all_posts() const {
  std::vector<Term> out;
  for (const std::string& local : locals_)
    if (is_post(local)) out.push_back(relation(local));
  return out;
}

std::vector<Term> Relations::like(const std::string& verb) const {
  std::vector<Term> out;
  if (verb.size() < kShortestStem) return out;
  const std::string stem = verb.substr(0, std::max(kShortestStem, verb.size() - 2));
  for (const std::string& local : locals_) {
    const std::string first = local.substr(0, local.find('_'));
    if (first.starts_with(stem) && first != verb) out.push_back(relation(local));
  }
  return out;
}

std::vector<Term> Relations::known(const std::vector<Term>& relations) const {
  std::vector<Term> out;
  for (const Term& term : relations) {
    const std::string& iri = term.value();
    const bool open = iri.starts_with(vocabulary::kRelation);
    const bool has = open ? std::binary_search(locals_.begin(), locals_.end(),
                                               iri.substr(vocabulary::kRelation.size()))
                          : std::find(others_.begin(), others_.end(), term) != others_.end();
    if (has) out.push_back(term);
  }
  return out;
}

std::vector<RelationFamily> families_with(const std::vector<std::string>& locals) {
  std::vector<RelationFamily> out;
  for (const RelationFamily& family : relation_families())
    if (family.name != "say" &&
        std::find_first_of(locals.begin(), locals.end(), family.relations.begin(),
                           family.relations.end()) != locals.end())
      out.push_back(family);
  return out;
}

void leave_out_dates(std::vector<Term>& properties) {
  std::erase_if(properties, [](const Term& term) { return term.value().ends_with("Date"); });
}

void leave_out_acquisitions(std::vector<Term>& properties) {
  std::erase(properties, Term::iri(vocabulary::iri(vocabulary::kDossier, "acquiredBy")));
}

}  // namespace dossier::asking
