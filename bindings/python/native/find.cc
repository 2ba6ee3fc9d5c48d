// SPDX-License-Identifier: Apache-2.0
// Looking for words, and questions in plain English.

#include <optional>
#include <string>
#include <utility>

#include "bindings/python/native/handles.h"
#include "bindings/python/native/named.h"
#include "bindings/python/native/options.h"
#include "bindings/python/native/terms.h"
#include "bindings/python/native/view_objects.h"
#include "dossier/ask.h"
#include "dossier/extract.h"
#include "dossier/text_index.h"

namespace dossier::python {
namespace {

using py::literals::operator""_a;

py::object find_words(const KnowledgeBaseObject& self, const std::string& words,
                      const py::object& document, const py::object& speaker,
                      const std::string& since, std::size_t entities, std::size_t sentences,
                      std::size_t skip, const py::object& timeout, const py::object& options) {
  const Named in(document, "the document");
  const Named by(speaker, "the speaker");
  const QueryOptions asked = to_query_options(py::none(), timeout, options);
  const Found found = self.run(
      [&](KnowledgeBase& kb) {
        return find(kb,
                    {.words = words,
                     .document = in.document(kb),
                     .speaker = by.entity(kb),
                     .since = since,
                     .entities = entities,
                     .sentences = sentences,
                     .skip = skip},
                    asked);
      },
      to_token(options));
  return view("Found", to_objects(found.entities), to_objects(found.documents),
              to_objects(found.sentences), found.all_entities, found.all_sentences,
              found.unknown_words, found.searched_instead);
}

py::list to_objects(const std::vector<Answer>& answers) {
  py::list list;
  for (const Answer& one : answers)
    list.append(view("Answer", one.value, node_or_none(one.term), to_object(one.fact)));
  return list;
}

py::list to_objects(const std::vector<AmbiguousName>& names) {
  py::list list;
  for (const AmbiguousName& one : names)
    list.append(view("AmbiguousName", one.name, python::to_objects(one.candidates)));
  return list;
}

std::map<std::string, Term> choices_of(const std::optional<py::dict>& choices) {
  std::map<std::string, Term> result;
  if (!choices) return result;
  for (const auto& [name, value] : *choices)
    result.emplace(py::str(name).cast<std::string>(), to_iri(value, "a choice"));
  return result;
}

py::object ask_in_english(const KnowledgeBaseObject& self, const std::string& question,
                          const std::optional<py::dict>& choices, std::size_t most,
                          const py::object& timeout, const py::object& options) {
  const AskRequest request{.question = question, .choices = choices_of(choices), .most = most};
  const QueryOptions asked = to_query_options(py::none(), timeout, options);
  const Answers found =
      self.run([&](KnowledgeBase& kb) { return ask(kb, request, asked); }, to_token(options));
  return view("Answers", found.question, found.understood, to_objects(found.answers),
              to_objects(found.denied), to_objects(found.planned), to_objects(found.alleged),
              python::to_objects(found.text), found.sparql, found.step, found.unread,
              to_objects(found.ambiguous));
}

void index_texts(const KnowledgeBaseObject& self, const py::iterable& predicates) {
  TextIndexOptions options;
  for (const py::handle predicate : predicates)
    options.more_predicates.push_back(to_iri(predicate, "a property").value());
  options.base_forms = word_bases;
  options.progress = [](const Progress&) { return !Call::stopped(); };
  self.run([&](KnowledgeBase& kb) { index_text(kb, options); });
}

}  // namespace

void bind_find(KnowledgeBaseClass& bound) {
  bound
      .def("find", &find_words, "words"_a, py::kw_only(), "document"_a = py::none(),
           "speaker"_a = py::none(), "since"_a = "", "entities"_a = 10, "sentences"_a = 10,
           "skip"_a = 0, "timeout"_a = py::none(), "options"_a = py::none(),
           "Entities, documents and sentences by their words: \"phrases\", beginnings*, "
           "misspelt~ words, AND, OR, NOT.")
      .def("ask_english", &ask_in_english, "question"_a, py::kw_only(), "choices"_a = py::none(),
           "most"_a = 20, "timeout"_a = py::none(), "options"_a = py::none(),
           "Answers a question in English with sentences. choices says what an ambiguous name "
           "means.")
      .def("index_texts", &index_texts, "predicates"_a = py::tuple(),
           "Completes the text index after a large load; the texts of these properties are "
           "indexed from now on, too.");
}

}  // namespace dossier::python
