// SPDX-License-Identifier: Apache-2.0
// A group without a name, by the sentence before: "according to Rift Relief. The aid group ..."
#include <algorithm>
#include <utility>
#include <vector>

#include "desk/ask/answer_rows.h"
#include "desk/views/rows.h"
#include "extract/lexicon/lexicon.h"
#include "model/ascii.h"
#include "model/utf8.h"

namespace dossier::asking {

/// "The aid group runs a camp": the only organisation that the sentence before names.
bool AnswerReader::name_group(Answer& answer, AnswerPart part) const {
  const FactRow& fact = answer.fact;
  const auto [begin, end] = part == AnswerPart::subject ? fact.subject_span : fact.object_span;
  const bool of_part = part == AnswerPart::subject || part == AnswerPart::object;
  if (!of_part || begin == end) return false;
  const std::size_t first = utf8::byte_offset(fact.text, begin);
  const std::string written = fact.text.substr(first, utf8::byte_offset(fact.text, end) - first);
  const std::string words = ascii_lower(written);
  // "The Italian government" says which it is.
  const bool telling = std::any_of(written.begin() + static_cast<long>(!written.empty()),
                                   written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const std::string noun = words.substr(words.find_last_of(' ') + 1);
  const extract::Lexicon& lexicon = extract::Lexicon::builtin();
  const bool group = lexicon.is(noun, extract::kOrganizationHead) ||
                     lexicon.word(noun).noun_class == extract::NounClass::group;
  if (!words.starts_with("the ") || !group || telling) return false;
  QueryOptions options;
  options.parameters = {{"sentence", fact.sentence}};
  QueryResult result = kb_.query(
      "SELECT DISTINCT ?thing ?label WHERE { $sentence k:partOf ?document ; k:index ?at . ?before "
      "k:partOf ?document ; k:index ?beforeAt ; k:mentions ?thing FILTER(?beforeAt = ?at - 1) "
      "?thing a schema:Organization ; rdfs:label ?label } ORDER BY ?thing LIMIT 2",
      options);
  std::vector<std::pair<Term, std::string>> named;
  for (const Row& row : result) named.emplace_back(*row["thing"], text_of(row["label"]));
  if (named.size() != 1) return false;
  answer.term = named.front().first;
  answer.value = named.front().second;
  return true;
}

}  // namespace dossier::asking
