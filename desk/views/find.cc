// SPDX-License-Identifier: Apache-2.0
// Search: entities, documents and sentences by their words.
#include <algorithm>
#include <set>
#include <tuple>

#include "desk/views/rows.h"
#include "dossier/views.h"
#include "engine/saved/name_resolution.h"
#include "model/vocabulary.h"
#include "storage/store.h"
#include "storage/text/search.h"

namespace dossier {
namespace {

constexpr std::size_t kMostDocuments = 10;
/// So many names are looked at to choose the entities that are shown.
constexpr std::size_t kMostNames = 2000;

Term words_of(const std::string& words) { return Term::string(words); }

/// The conditions of a request on a sentence, as a part of a query, and their values.
struct Conditions {
  std::string pattern;
  Parameters values;
};

Conditions conditions_of(const FindRequest& request) {
  Conditions out;
  if (request.document) {
    out.pattern += "?sentence k:partOf $onlyIn . ";
    out.values.emplace("onlyIn", *request.document);
  }
  if (request.speaker) {
    out.pattern += "?sentence k:speaker $saidBy . ";
    out.values.emplace("saidBy", *request.speaker);
  }
  if (!request.since.empty()) {
    out.pattern +=
        "?document schema:datePublished ?day "
        "FILTER(xsd:date(SUBSTR(STR(?day), 1, 10)) >= $since) ";
    out.values.emplace("since", day_term(request.since));
  }
  return out;
}

class Finder {
 public:
  Finder(const KnowledgeBase& kb, const FindRequest& request, const QueryOptions& options)
      : kb_(kb), request_(request), options_(options), conditions_(conditions_of(request)) {}

  Found run() {
    Found out = search(request_.words);
    out.unknown_words = unknown_words();
    const bool nothing = out.all_sentences == 0 && out.all_entities == 0 && out.documents.empty();
    const std::string spelled = with_tildes(out.unknown_words);
    if (!nothing || spelled.empty()) return out;
    Found instead = search(spelled);
    instead.unknown_words = std::move(out.unknown_words);
    instead.searched_instead = spelled;
    return instead;
  }

 private:
  Found search(const std::string& words) {
    Found out;
    add_sentences(words, out);
    add_entities(words, out);
    add_documents(words, out);
    return out;
  }

  QueryOptions options(const std::string& words, const Parameters& more = {}) const {
    QueryOptions out = options_;
    out.parameters = more;
    out.parameters.emplace("words", words_of(words));
    return out;
  }

  std::vector<std::string> unknown_words() const {
    const storage::TextSearch search(storage::text_index_of(*kb_.store().snapshot()),
                                     request_.words);
    return search.unknown_words();
  }

  // A word that nobody knows is asked for with its neighbours in spelling. Empty: there is none.
  std::string with_tildes(const std::vector<std::string>& unknown) const {
    std::string out = request_.words;
    bool changed = false;
    for (const std::string& word : unknown) {
      const std::size_t at = out.find(word);
      const std::size_t end = at == out.npos ? out.npos : at + word.size();
      const bool whole =
          end != out.npos && (end == out.size() || out[end] == ' ' || out[end] == ')');
      if (!whole) continue;
      out.insert(end, "~");
      changed = true;
    }
    return changed ? out : std::string();
  }

  void add_sentences(const std::string& words, Found& out) {
    const std::string pattern =
        "?sentence k:matches $words ; k:score ?score ; a k:Sentence ; "
        "k:text ?text ; k:partOf ?document . " +
        conditions_.pattern;
    const QueryOptions options = this->options(words, conditions_.values);
    out.all_sentences = count_rows(kb_, "SELECT ?sentence WHERE { " + pattern + "}", options);
    if (out.all_sentences == 0) return;
    const storage::TextSearch marking(storage::text_index_of(*kb_.store().snapshot()), words);
    const auto source = kb_.store().snapshot();
    QueryResult result = kb_.query(
        "SELECT ?sentence ?document ?text ?score ?headline ?date ?name WHERE { " + pattern +
            "OPTIONAL { ?document schema:headline ?headline } "
            "OPTIONAL { ?document schema:datePublished ?date } "
            "OPTIONAL { ?sentence k:speaker ?speaker . ?speaker rdfs:label ?name } } "
            "ORDER BY DESC(?score) ?date ?document ?sentence" +
            slice(request_.skip, request_.sentences),
        options);
    std::set<Term> seen;
    for (const Row& row : result) {
      if (!seen.insert(*row["sentence"]).second) continue;  // a speaker with two labels
      FoundSentence found;
      found.sentence = *row["sentence"];
      found.document = *row["document"];
      found.headline = text_of(row["headline"]);
      found.date = day_of(row["date"]);
      found.speaker = text_of(row["name"]);
      found.text = text_of(row["text"]);
      found.score = std::stod(row["score"]->value());
      for (const auto& mark : marking.marks(source->find(*row["text"]), found.text))
        found.marks.emplace_back(mark.begin, mark.end);
      out.sentences.push_back(std::move(found));
    }
  }

  void add_entities(const std::string& words, Found& out) {
    QueryOptions options = this->options(words);
    options.row_limit = kMostNames;
    QueryResult result = kb_.query(
        "SELECT ?thing ?score ?class ?label WHERE { ?thing k:matches $words ; k:score ?score ; "
        "a ?class OPTIONAL { ?thing rdfs:label ?label } "
        "FILTER(isIRI(?thing) && ?class NOT IN (k:Sentence, k:Document, schema:CreativeWork)) } "
        "ORDER BY DESC(?score) ?thing",
        options);
    std::vector<FoundEntity> all;
    std::set<Term> seen;
    for (const Row& row : result) {
      if (!seen.insert(*row["thing"]).second) continue;
      all.push_back({*row["thing"], *row["class"], text_of(row["label"]), text_of(row["label"])});
    }
    out.all_entities = all.size();
    for (FoundEntity& entity : all) entity.mentions = mentions_of(entity.entity);
    const std::string wanted = folded(words);
    std::stable_sort(all.begin(), all.end(), [&](const FoundEntity& a, const FoundEntity& b) {
      return rank(a, wanted) < rank(b, wanted);
    });
    all.resize(std::min(all.size(), request_.entities));
    for (FoundEntity& entity : all) entity.name = best_name(entity, words);
    out.entities = std::move(all);
  }

  // Names before concepts, the whole name before a part of one, what is mentioned often first.
  static std::tuple<bool, bool, double> rank(const FoundEntity& entity, const std::string& wanted) {
    const std::string& type = entity.entity_class.value();
    const bool unnamed = type.ends_with(":Concept") || type.ends_with(":Individual");
    return {unnamed, folded(entity.label) != wanted, -static_cast<double>(entity.mentions)};
  }

  std::uint64_t mentions_of(const Term& thing) const {
    QueryOptions options = options_;
    options.parameters = {{"thing", thing}};
    return count_rows(kb_, "SELECT ?s WHERE { ?s k:mentions $thing }", options);
  }

  // The label if it matches, else a further name that does.
  std::string best_name(const FoundEntity& entity, const std::string& words) const {
    const storage::TextSearch search(storage::text_index_of(*kb_.store().snapshot()), words);
    const auto source = kb_.store().snapshot();
    const auto matches = [&](const std::string& name) {
      return !search.marks(source->find(Term::string(name)), name).empty();
    };
    if (matches(entity.label)) return entity.label;
    QueryOptions options = options_;
    options.parameters = {{"thing", entity.entity}};
    for (const Row& row : kb_.query("SELECT DISTINCT ?name WHERE { $thing skos:altLabel ?name } "
                                    "ORDER BY ?name",
                                    options)) {
      if (matches(row["name"]->value())) return row["name"]->value();
    }
    return entity.label;
  }

  void add_documents(const std::string& words, Found& out) {
    QueryResult result = kb_.query(
        "SELECT ?document ?headline ?date WHERE { ?document k:matches $words ; "
        "k:score ?score ; a k:Document ; schema:headline ?headline "
        "OPTIONAL { ?document schema:datePublished ?date } } "
        "ORDER BY DESC(?score) ?date ?document" +
            slice(0, kMostDocuments),
        options(words));
    for (const Row& row : result)
      out.documents.push_back({*row["document"], text_of(row["headline"]), day_of(row["date"])});
  }

  const KnowledgeBase& kb_;
  const FindRequest& request_;
  const QueryOptions& options_;
  Conditions conditions_;
};

}  // namespace

Found find(const KnowledgeBase& kb, const FindRequest& request, const QueryOptions& options) {
  return Finder(kb, request, options).run();
}

}  // namespace dossier
