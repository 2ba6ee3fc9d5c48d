// SPDX-License-Identifier: Apache-2.0
// Views of documents, of their words and of what they say against each other.
#include "desk/server/views/json.h"
#include "desk/views/names.h"
#include "dossier/conflicts.h"

namespace dossier::server {
namespace {

Json summary(const DocumentRow& document) {
  return {{"iri", document.document.value()},
          {"headline", text_or_null(document.headline)},
          {"shortHeadline", text_or_null(document.short_headline)},
          {"date", text_or_null(document.date)},
          {"author", document.author.empty() ? Json() : Json{{"label", document.author}}},
          {"file", text_or_null(document.file)},
          {"sentences", document.sentences},
          {"facts", document.facts}};
}

Json sentence_json(const DocumentSentence& sentence, Namer& namer) {
  Json json{{"iri", sentence.sentence.value()},
            {"index", sentence.index},
            {"text", sentence.text},
            {"speaker", json_of(sentence.speaker)},
            {"turn", text_or_null(sentence.turn)},
            {"page", sentence.page ? Json(*sentence.page) : Json()},
            {"mentions", Json::array()},
            {"facts", Json::array()}};
  for (const DocumentMention& mention : sentence.mentions) {
    json["mentions"].push_back(
        {{"entity", json_of(mention.entity)}, {"at", json_of(std::optional(mention.at))}});
  }
  for (const FactRow& fact : sentence.facts) json["facts"].push_back(json_of(fact, namer));
  return json;
}

Json evidence_json(const Evidence& evidence, Namer& namer) {
  Json spans = Json::array();
  for (const auto& [begin, end] : evidence.spans) spans.push_back({begin, end});
  const std::string status = !evidence.modality.empty()        ? evidence.modality
                             : evidence.polarity == "negative" ? "denied"
                                                               : "asserted";
  return {{"subject", json_of(namer(evidence.fact.subject))},
          {"predicate", json_of(namer(evidence.fact.predicate))},
          {"object", json_of(namer(evidence.fact.object))},
          {"status", status},
          {"negative", evidence.polarity == "negative"},
          {"time", text_or_null(evidence.time)},
          {"confidence", evidence.confidence ? Json(*evidence.confidence) : Json()},
          {"claimant",
           evidence.attributed_to.empty() ? Json() : Json{{"label", evidence.attributed_to}}},
          {"sentence", evidence.sentence.value()},
          {"text", evidence.text},
          {"speaker", evidence.speaker.empty() ? Json() : Json{{"label", evidence.speaker}}},
          {"document", evidence.document.value()},
          {"headline", text_or_null(evidence.headline)},
          {"date", text_or_null(evidence.date.substr(0, 10))},
          {"spans", std::move(spans)}};
}

}  // namespace

Json documents_view(const ViewCall& call) {
  const std::string words = call.form.text("q");
  Json rows = Json::array();
  for (const DocumentRow& document : document_rows(call.kb, words, call.options)) {
    rows.push_back(summary(document));
  }
  return {{"words", words}, {"documents", std::move(rows)}};
}

Json document_view(const ViewCall& call) {
  const std::size_t first = number(call.form, "first", 0, 1'000'000'000);
  const std::size_t most = number(call.form, "most", 400, 2000);
  const DocumentView view =
      dossier::document_view(call.kb, term_of(call, "id"), first, most, call.options);
  Json json{{"iri", view.document.value()},
            {"headline", text_or_null(view.headline)},
            {"date", text_or_null(view.date)},
            {"file", text_or_null(view.source_file)},
            {"sha256", text_or_null(view.sha256)},
            {"language", text_or_null(view.language)},
            {"author", json_of(view.author)},
            {"place", json_of(view.place)},
            {"all", view.all_sentences},
            {"first", first},
            {"editable", call.context.options.edit},
            {"sentences", Json::array()}};
  Namer namer(call.kb, call.options);
  for (const DocumentSentence& sentence : view.sentences) {
    json["sentences"].push_back(sentence_json(sentence, namer));
  }
  return json;
}

Json search_view(const ViewCall& call) {
  FindRequest request;
  request.words = call.form.text("q");
  request.skip = number(call.form, "skip", 0, 1'000'000);
  request.sentences = number(call.form, "most", 20, 1000);
  request.since = call.form.text("since");
  if (call.form.has("document")) request.document = term_of(call, "document");
  if (call.form.has("speaker")) request.speaker = term_of(call, "speaker");
  if (request.words.empty()) throw HttpError{400, "the field q is missing: the words to look for"};
  const Found found = find(call.kb, request, call.options);
  Namer namer(call.kb, call.options);
  Json json{{"words", request.words},
            {"allSentences", found.all_sentences},
            {"allEntities", found.all_entities},
            {"searchedInstead", text_or_null(found.searched_instead)},
            {"unknown", found.unknown_words},
            {"skip", request.skip},
            {"entities", Json::array()},
            {"documents", Json::array()},
            {"sentences", Json::array()}};
  for (const FoundEntity& entity : found.entities) {
    Json one = json_of(namer(entity.entity));
    one["name"] = entity.name;
    one["sentences"] = entity.mentions;
    json["entities"].push_back(std::move(one));
  }
  for (const FoundDocument& document : found.documents) {
    json["documents"].push_back({{"iri", document.document.value()},
                                 {"headline", text_or_null(document.headline)},
                                 {"date", text_or_null(document.date)}});
  }
  for (const FoundSentence& sentence : found.sentences) {
    // Bytes of the text here, as everywhere in find(); the page counts in code points.
    Json marks = Json::array();
    for (const auto& [begin, end] : sentence.marks) marks.push_back({begin, end});
    json["sentences"].push_back({{"iri", sentence.sentence.value()},
                                 {"document", sentence.document.value()},
                                 {"headline", text_or_null(sentence.headline)},
                                 {"date", text_or_null(sentence.date)},
                                 {"speaker", text_or_null(sentence.speaker)},
                                 {"text", sentence.text},
                                 {"byteMarks", std::move(marks)},
                                 {"score", sentence.score}});
  }
  return json;
}

Json conflicts_view(const ViewCall& call) {
  Namer namer(call.kb, call.options);
  Json rows = Json::array();
  for (const Conflict& conflict : conflicts(call.kb)) {
    rows.push_back({{"kind", name_of(conflict.kind)},
                    {"one", evidence_json(conflict.one, namer)},
                    {"other", evidence_json(conflict.other, namer)},
                    {"oneSentences", conflict.one_sentences},
                    {"otherSentences", conflict.other_sentences}});
  }
  return {{"conflicts", std::move(rows)}};
}

Json why_view(const ViewCall& call) {
  FactPattern pattern;
  if (call.form.has("subject")) pattern.subject = Term::iri(call.form.text("subject"));
  if (call.form.has("predicate")) pattern.predicate = Term::iri(call.form.text("predicate"));
  if (call.form.has("object")) pattern.object = Term::iri(call.form.text("object"));
  if (!pattern.subject && !pattern.predicate && !pattern.object) {
    throw HttpError{400, "give subject, predicate or object, as IRIs"};
  }
  EvidenceOptions options;
  options.limit = number(call.form, "most", 100, 1000);
  options.offset = number(call.form, "skip", 0, 1'000'000);
  options.cancellation = call.options.cancellation;
  options.timeout = call.options.timeout;
  Namer namer(call.kb, call.options);
  Json rows = Json::array();
  for (const Evidence& evidence : evidence_of(call.kb, pattern, options)) {
    rows.push_back(evidence_json(evidence, namer));
  }
  return {{"facts", std::move(rows)}};
}

Json timeline_view(const ViewCall& call) {
  const TimelineView view = dossier::timeline_view(
      call.kb, term_of(call, "id"), number(call.form, "most", 500, 5000), call.options);
  Json json{{"entity", json_of(view.entity)},
            {"facts", Json::array()},
            {"mentions", Json::array()},
            {"undatedSentences", view.undated_sentences}};
  Namer namer(call.kb, call.options);
  for (const FactRow& fact : view.dated) json["facts"].push_back(json_of(fact, namer));
  for (const MentionDay& day : view.mentions) {
    json["mentions"].push_back(
        {{"date", day.date}, {"sentences", day.sentences}, {"documents", day.documents}});
  }
  return json;
}

}  // namespace dossier::server
