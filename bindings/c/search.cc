// SPDX-License-Identifier: Apache-2.0
// Looking for words, and questions in plain English.

#include "bindings/c/errors.h"
#include "bindings/c/handles.h"
#include "dossier/ask.h"
#include "dossier/views.h"

using dossier::c::deref;
using dossier::c::guarded;
using dossier::c::need;
using dossier::c::options_of;

dossier_found* dossier_find(dossier_kb* kb, const char* words, uint64_t most,
                            const dossier_options* options, dossier_error** error) {
  return guarded<dossier_found*>(error, nullptr, [&] {
    need(words, "words");
    dossier::FindRequest request{.words = words};
    if (most > 0) request.entities = request.sentences = most;
    return new dossier_found{dossier::find(deref(kb, "kb").base, request, options_of(options))};
  });
}

size_t dossier_found_entity_count(const dossier_found* found) {
  return found != nullptr ? found->found.entities.size() : 0;
}

size_t dossier_found_sentence_count(const dossier_found* found) {
  return found != nullptr ? found->found.sentences.size() : 0;
}

int dossier_found_get_entity(const dossier_found* found, size_t number,
                             dossier_found_entity* item) {
  if (item == nullptr || number >= dossier_found_entity_count(found)) return 0;
  const dossier::FoundEntity& one = found->found.entities[number];
  *item = {
      .entity = one.entity.value().c_str(), .label = one.label.c_str(), .mentions = one.mentions};
  return 1;
}

int dossier_found_get_sentence(const dossier_found* found, size_t number,
                               dossier_found_sentence* item) {
  if (item == nullptr || number >= dossier_found_sentence_count(found)) return 0;
  const dossier::FoundSentence& one = found->found.sentences[number];
  *item = {.sentence = one.sentence.value().c_str(),
           .document = one.document.value().c_str(),
           .headline = one.headline.c_str(),
           .date = one.date.c_str(),
           .speaker = one.speaker.c_str(),
           .text = one.text.c_str(),
           .score = one.score};
  return 1;
}

void dossier_found_free(dossier_found* found) { delete found; }

char* dossier_ask_english(dossier_kb* kb, const char* question, uint64_t most,
                          const dossier_options* options, dossier_error** error) {
  return guarded<char*>(error, nullptr, [&] {
    need(question, "question");
    dossier::AskRequest request{.question = question};
    if (most > 0) request.most = most;
    return dossier::c::owned_text(to_json(ask(deref(kb, "kb").base, request, options_of(options))));
  });
}
