// SPDX-License-Identifier: Apache-2.0
// find, ask, documents: what stands in the texts.
#include "desk/mcp/citation.h"
#include "desk/mcp/tool.h"
#include "desk/write/sources.h"
#include "dossier/ask.h"
#include "dossier/error.h"
#include "dossier/views.h"

namespace dossier::mcp {
namespace {

Json json_of(const FoundEntity& one) {
  Json out{{"name", one.label.empty() ? one.name : one.label}, {"iri", iri_text(one.entity)}};
  if (one.entity_class.is_iri()) out["class"] = one.entity_class.value();
  out["sentences"] = one.mentions;
  return out;
}

Json json_of(const DocumentRow& row, const std::string& sha256) {
  Json out{{"document", iri_text(row.document)}};
  put(out, "headline", row.headline);
  put(out, "date", row.date);
  put(out, "author", row.author);
  put(out, "file", row.file);
  put(out, "language", row.language);
  out["sentences"] = row.sentences;
  out["facts"] = row.facts;
  put(out, "sha256", sha256);
  return out;
}

/// One page of a list, and whether there is more.
Json list_documents(const Call& call) {
  const std::size_t skip = call.has("skip") ? call.arguments()["skip"].get<std::size_t>() : 0;
  const std::size_t most = call.count("limit", 50);
  Json list = Json::array();
  if (!call.has("words")) {
    const auto all = writing::sources(call.kb(), call.query_options());
    for (std::size_t i = skip; i < all.size() && list.size() < most; ++i)
      list.push_back(json_of(all[i].document, all[i].sha256));
    return {{"all", all.size()}, {"documents", list}};
  }
  const auto all = document_rows(call.kb(), call.text("words"), call.query_options());
  for (std::size_t i = skip; i < all.size() && list.size() < most; ++i)
    list.push_back(json_of(all[i], ""));
  return {{"all", all.size()}, {"documents", list}};
}

Json read_document(const Call& call, const Term& document) {
  const std::size_t skip = call.has("skip") ? call.arguments()["skip"].get<std::size_t>() : 0;
  Json out;
  for (const writing::Source& source : writing::sources(call.kb(), call.query_options()))
    if (source.document.document == document) out = json_of(source.document, source.sha256);
  Json list = Json::array();
  for (const auto& one : writing::sentences_of(call.kb(), document, skip, call.count("limit", 50),
                                               call.query_options())) {
    Json sentence{{"sentence", iri_text(one.sentence)}};
    if (one.page != 0) sentence["page"] = one.page;
    put(sentence, "speaker", one.speaker);
    sentence["text"] = one.text;
    list.push_back(std::move(sentence));
  }
  out["text"] = std::move(list);
  return out;
}

}  // namespace

Json run_find(const Call& call) {
  FindRequest request;
  request.words = call.text("words");
  request.document = call.document("document");
  request.speaker = call.entity("speaker");
  request.since = call.text("since");
  request.entities = request.sentences = call.count("limit", 10);
  if (call.has("skip")) request.skip = call.arguments()["skip"].get<std::size_t>();
  const Found found = find(call.kb(), request, call.query_options());
  Json entities = Json::array(), documents = Json::array(), sentences = Json::array();
  for (const FoundEntity& one : found.entities) entities.push_back(json_of(one));
  for (const FoundDocument& one : found.documents) {
    Json document{{"document", iri_text(one.document)}, {"headline", one.headline}};
    put(document, "date", one.date);
    documents.push_back(std::move(document));
  }
  for (const FoundSentence& one : found.sentences)
    sentences.push_back({{"citation", citation_of(one)}});
  Json out{{"all_sentences", found.all_sentences}, {"all_entities", found.all_entities}};
  put(out, "searched_instead", found.searched_instead);
  if (!found.unknown_words.empty()) out["unknown_words"] = found.unknown_words;
  out["entities"] = std::move(entities);
  out["documents"] = std::move(documents);
  out["sentences"] = std::move(sentences);
  return out;
}

Json run_ask(const Call& call) {
  AskRequest request{call.text("question")};
  request.most = call.count("limit", 20);
  if (call.has("choices")) {
    for (const auto& [name, choice] : call.arguments()["choices"].items()) {
      if (!choice.is_string())
        throw Error(ErrorCode::usage, "choices: " + name + " is the IRI of a candidate");
      request.choices.emplace(name, Term::iri(choice.get<std::string>()));
    }
  }
  if (call.has("context")) request.before = ask_context(call.arguments()["context"].dump());
  const Answers answers = ask(call.kb(), request, call.query_options());
  Json out = Json::parse(to_json(answers));
  // The citation, as every other answer has it.
  const auto cite = [&](const char* name, const std::vector<Answer>& list) {
    for (std::size_t i = 0; i < list.size() && i < out[name].size(); ++i)
      out[name][i]["citation"] = citation_of(list[i].fact);
  };
  cite("answers", answers.answers);
  cite("denied", answers.denied);
  cite("planned", answers.planned);
  cite("alleged", answers.alleged);
  return out;
}

Json run_documents(const Call& call) {
  const std::optional<Term> document = call.document("document");
  return document ? read_document(call, *document) : list_documents(call);
}

}  // namespace dossier::mcp
