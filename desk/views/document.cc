// SPDX-License-Identifier: Apache-2.0
// One document: sentences, speakers, mentions, facts.
#include <algorithm>
#include <map>

#include "desk/views/read_facts.h"
#include "desk/views/rows.h"
#include "dossier/error.h"

namespace dossier {
namespace {

class DocumentReader {
 public:
  DocumentReader(const KnowledgeBase& kb, const Term& document, std::uint64_t first,
                 std::size_t most, const QueryOptions& options)
      : kb_(kb),
        options_(options),
        within_(options),
        namer_(kb, options),
        slice_(dossier::slice(first, most)) {
    within_.parameters = {{"document", document},
                          {"fromIndex", Term::integer(static_cast<std::int64_t>(first))},
                          {"toIndex", Term::integer(static_cast<std::int64_t>(first + most))}};
    options_.parameters = {{"document", document}};
    view_.document = document;
  }

  DocumentView read() {
    read_head();
    read_sentences();
    read_mentions();
    add_facts();
    return std::move(view_);
  }

 private:
  void read_head() {
    bool is_document = false;
    for (const Row& row :
         kb_.query("SELECT ?headline ?date ?file ?sha ?language ?author ?place ?count {"
                   " $document a k:Document OPTIONAL { $document schema:headline ?headline }"
                   " OPTIONAL { $document schema:datePublished ?date }"
                   " OPTIONAL { $document k:sourceFile ?file } OPTIONAL { $document k:sha256 ?sha }"
                   " OPTIONAL { $document schema:inLanguage ?language }"
                   " OPTIONAL { $document schema:author ?author }"
                   " OPTIONAL { $document schema:locationCreated ?place }"
                   " OPTIONAL { $document k:sentenceCount ?count } } LIMIT 1",
                   options_)) {
      is_document = true;
      view_.headline = text_of(row["headline"]);
      view_.date = day_of(row["date"]);
      view_.source_file = text_of(row["file"]);
      view_.sha256 = text_of(row["sha"]);
      view_.language = text_of(row["language"]);
      view_.author = namer_(row["author"]);
      view_.place = namer_(row["place"]);
      view_.all_sentences = row["count"].as<std::optional<std::uint64_t>>().value_or(0);
    }
    if (is_document) return;
    throw Error(ErrorCode::input, "there is no document " + view_.document.value());
  }

  void read_sentences() {
    for (const Row& row :
         kb_.query("SELECT ?sentence ?index ?text ?speaker ?turn ?page ?begin {"
                   " ?sentence k:partOf $document ; k:index ?index ; k:text ?text"
                   " OPTIONAL { ?sentence k:speaker ?speaker } OPTIONAL { ?sentence k:turn ?turn }"
                   " OPTIONAL { ?sentence k:page ?page } OPTIONAL { ?sentence k:begin ?begin } }"
                   " ORDER BY ?index" +
                       slice_,
                   options_)) {
      DocumentSentence sentence;
      sentence.sentence = *row["sentence"];
      sentence.index = row["index"].as<std::optional<std::uint64_t>>().value_or(0);
      sentence.text = row["text"]->value();
      sentence.speaker = namer_(row["speaker"]);
      sentence.turn = text_of(row["turn"]);
      sentence.page = row["page"].as<std::optional<std::uint64_t>>();
      begins_.push_back(row["begin"].as<std::optional<std::uint64_t>>().value_or(0));
      if (!places_.emplace(sentence.sentence, view_.sentences.size()).second) {
        begins_.pop_back();
        continue;
      }
      view_.sentences.push_back(std::move(sentence));
    }
  }

  void read_mentions() {
    for (const Row& row :
         kb_.query("SELECT DISTINCT ?sentence ?entity ?begin ?end {"
                   " ?sentence k:partOf $document ; k:index ?index FILTER(?index >= $fromIndex && "
                   "?index < $toIndex)"
                   " ?mention k:partOf ?sentence ; k:of ?entity ; k:begin ?begin ; k:end ?end }"
                   " ORDER BY ?begin DESC(?end)",
                   within_)) {
      const auto place = places_.find(*row["sentence"]);
      const auto begin = row["begin"].as<std::optional<std::uint64_t>>();
      const auto end = row["end"].as<std::optional<std::uint64_t>>();
      if (place == places_.end() || !begin || !end) continue;
      const std::uint64_t offset = begins_[place->second];
      if (*begin < offset || *end <= *begin) continue;
      view_.sentences[place->second].mentions.push_back(
          {namer_(*row["entity"]), {*begin - offset, *end - offset}});
    }
  }

  void add_facts() {
    const FactSelection selection{
        .pattern =
            "?sentence k:partOf $document ; k:index ?index "
            "FILTER(?index >= $fromIndex && ?index < $toIndex) ?fact k:evidence ?sentence ; "
            "rdf:reifies <<( ?s ?p ?o )>> .",
        .order = "ORDER BY ?index ?subjectBegin ?predicateBegin ?objectBegin"};
    for (FactRow& fact : read_facts(kb_, selection, within_, namer_)) {
      const auto place = places_.find(fact.sentence);
      if (place != places_.end()) view_.sentences[place->second].facts.push_back(std::move(fact));
    }
  }

  const KnowledgeBase& kb_;
  QueryOptions options_;  ///< with the document
  QueryOptions within_;   ///< with the range of sentences, too
  Namer namer_;
  std::string slice_;
  DocumentView view_;
  std::vector<std::uint64_t> begins_;  ///< of the sentences, in the document
  std::map<Term, std::size_t> places_;
};

}  // namespace

DocumentView document_view(const KnowledgeBase& kb, const Term& document, std::uint64_t first,
                           std::size_t most, const QueryOptions& options) {
  return DocumentReader(kb, document, first, most, options).read();
}

}  // namespace dossier
