// SPDX-License-Identifier: Apache-2.0
// The views of things and documents.
#include "dossier/views.h"

#include <optional>
#include <string>

#include "bindings/python/native/handles.h"
#include "bindings/python/native/named.h"
#include "bindings/python/native/options.h"
#include "bindings/python/native/terms.h"
#include "bindings/python/native/view_objects.h"

namespace dossier::python {
namespace {

using py::literals::operator""_a;

py::list to_python_list(const std::vector<Term>& terms) {
  py::list list;
  for (const Term& term : terms) list.append(to_python(term));
  return list;
}

py::object about(const KnowledgeBaseObject& self, const py::object& entity, std::size_t most,
                 const py::object& timeout, const py::object& options) {
  const Named named(entity, "the entity");
  const QueryOptions asked = to_query_options(py::none(), timeout, options);
  const EntityView found = self.run(
      [&](KnowledgeBase& kb) {
        return entity_view(kb, {.entity = named.needed_entity(kb), .most = most}, asked);
      },
      to_token(options));
  return view("EntityView", "entity"_a = to_python(found.entity), "label"_a = found.label,
              "classes"_a = to_python_list(found.classes), "class_names"_a = found.class_names,
              "aliases"_a = found.aliases, "sentences"_a = found.sentences,
              "documents"_a = to_objects(found.documents), "roles"_a = to_objects(found.roles),
              "facts"_a = to_objects(found.facts), "incoming"_a = to_objects(found.incoming),
              "not_asserted"_a = to_objects(found.not_asserted),
              "claims"_a = to_objects(found.claims),
              "possibly_same"_a = to_objects(found.possibly_same),
              "mentioned_with"_a = to_objects(found.with));
}

py::object what_is_said(const KnowledgeBaseObject& self, const py::object& speaker,
                        const py::object& about, const std::string& words, std::size_t most,
                        std::size_t skip, const py::object& timeout, const py::object& options) {
  const Named by(speaker, "the speaker");
  const Named of(about, "the topic");
  const QueryOptions asked = to_query_options(py::none(), timeout, options);
  const Sayings found = self.run(
      [&](KnowledgeBase& kb) {
        return says(kb,
                    {.speaker = by.needed_entity(kb),
                     .about = of.entity(kb),
                     .words = words,
                     .most = most,
                     .skip = skip},
                    asked);
      },
      to_token(options));
  py::list sentences;
  for (const Saying& one : found.sentences)
    sentences.append(view("Saying", to_python(one.sentence), to_python(one.document), one.headline,
                          one.date, one.text, one.reported));
  return view("Sayings", sentences, found.all);
}

py::object timeline(const KnowledgeBaseObject& self, const py::object& entity, std::size_t most,
                    const py::object& timeout, const py::object& options) {
  const Named named(entity, "the entity");
  const QueryOptions asked = to_query_options(py::none(), timeout, options);
  const TimelineView found = self.run(
      [&](KnowledgeBase& kb) { return timeline_view(kb, named.needed_entity(kb), most, asked); },
      to_token(options));
  py::list mentions;
  for (const MentionDay& day : found.mentions)
    mentions.append(view("MentionDay", day.date, day.sentences, day.documents));
  return view("Timeline", to_object(found.entity), to_objects(found.dated), mentions,
              found.undated_sentences);
}

py::object to_object(const DocumentSentence& sentence) {
  py::list mentions;
  for (const DocumentMention& one : sentence.mentions)
    mentions.append(
        view("DocumentMention", python::to_object(one.entity), one.at.first, one.at.second));
  return view("DocumentSentence", to_python(sentence.sentence), sentence.index, sentence.text,
              to_optional_object(sentence.speaker), sentence.turn, sentence.page, mentions,
              to_objects(sentence.facts));
}

py::object document(const KnowledgeBaseObject& self, const py::object& value, std::uint64_t first,
                    std::size_t most, const py::object& timeout, const py::object& options) {
  const Named named(value, "the document");
  const QueryOptions asked = to_query_options(py::none(), timeout, options);
  const DocumentView found = self.run(
      [&](KnowledgeBase& kb) {
        return document_view(kb, named.needed_document(kb), first, most, asked);
      },
      to_token(options));
  py::list sentences;
  for (const DocumentSentence& one : found.sentences) sentences.append(to_object(one));
  return view("DocumentView", to_python(found.document), found.headline, found.date,
              found.source_file, found.sha256, found.language, to_optional_object(found.author),
              to_optional_object(found.place), found.all_sentences, sentences);
}

}  // namespace

void bind_views(KnowledgeBaseClass& bound) {
  bound
      .def("about", &about, "entity"_a, py::kw_only(), "most"_a = 100, "timeout"_a = py::none(),
           "options"_a = py::none(),
           "All that is known of one thing: an Iri, or a str that names it.")
      .def("says", &what_is_said, "speaker"_a, py::kw_only(), "about"_a = py::none(),
           "words"_a = "", "most"_a = 20, "skip"_a = 0, "timeout"_a = py::none(),
           "options"_a = py::none(), "What somebody says, about a thing or with some words.")
      .def("timeline", &timeline, "entity"_a, py::kw_only(), "most"_a = 500,
           "timeout"_a = py::none(), "options"_a = py::none(),
           "Dated facts of a thing, and when documents speak of it.")
      .def("document", &document, "document"_a, py::kw_only(), "first"_a = 0, "most"_a = 1000,
           "timeout"_a = py::none(), "options"_a = py::none(),
           "One document as it is read: its sentences with their entities and facts. A str is an "
           "IRI, a file name or a headline.");
}

}  // namespace dossier::python
