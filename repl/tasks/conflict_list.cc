// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/conflict_list.h"

#include <string_view>

#include "dossier/conflicts.h"

namespace dossier::repl {
namespace {

/// Who claims it: the quoted source, or else the speaker.
std::string claimant(const Evidence& one) {
  return one.attributed_to.empty() ? one.speaker : one.attributed_to;
}

}  // namespace

RowList conflict_list(const KnowledgeBase& kb, const std::string& relations) {
  RowList list;
  list.columns = {"conflict",      "subject",        "relation",  "object",
                  "other_subject", "other_object",   "time",      "other_time",
                  "document",      "other_document", "date",      "other_date",
                  "speaker",       "other_speaker",  "sentences", "other_sentences",
                  "sentence",      "other_sentence"};
  for (const Conflict& conflict : conflicts(kb, relations)) {
    const Evidence& one = conflict.one;
    const Evidence& other = conflict.other;
    list.rows.push_back({Term::string(std::string(name_of(conflict.kind))), one.fact.subject,
                         one.fact.predicate, one.fact.object, other.fact.subject, other.fact.object,
                         text_or_none(one.time), text_or_none(other.time), one.document,
                         other.document, text_or_none(one.date), text_or_none(other.date),
                         text_or_none(claimant(one)), text_or_none(claimant(other)),
                         Term::integer(static_cast<std::int64_t>(conflict.one_sentences)),
                         Term::integer(static_cast<std::int64_t>(conflict.other_sentences)),
                         Term::string(one.text), Term::string(other.text)});
  }
  return list;
}

}  // namespace dossier::repl
