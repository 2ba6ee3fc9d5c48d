// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/question_text.h"

#include <algorithm>

#include "engine/saved/name_resolution.h"
#include "extract/lexicon/lexicon.h"
#include "model/ascii.h"
#include "model/utf8.h"

namespace dossier::asking {

std::string with_names_as_written(const std::string& question, const extract::Sentence& sentence,
                                  const std::vector<FoundName>& names) {
  std::string out;
  std::size_t copied = 0;
  for (const FoundName& name : names) {
    const std::size_t begin =
        utf8::byte_offset(question, sentence.tokens[name.tokens.first].span.begin);
    const std::size_t end =
        utf8::byte_offset(question, sentence.tokens[name.tokens.last - 1].span.end);
    const std::string typed = question.substr(begin, end - begin);
    const bool case_only = folded(typed) == folded(name.link.text) && typed == ascii_lower(typed);
    out += question.substr(copied, begin - copied) + (case_only ? name.link.text : typed);
    copied = end;
  }
  return out + question.substr(copied);
}

std::string without_hyphens_in_titles(std::string text) {
  for (std::size_t at = text.find('-'); at != text.npos; at = text.find('-', at + 1)) {
    const std::size_t begin = text.find_last_of(' ', at) + 1;
    const std::string left = ascii_lower(text.substr(begin, at - begin));
    const std::size_t end = std::min(text.find_first_of(" ?.,", at), text.size());
    const std::string right = ascii_lower(text.substr(at + 1, end - at - 1));
    const extract::Lexicon& lexicon = extract::Lexicon::builtin();
    constexpr std::uint32_t kParts = extract::kTitle | extract::kTitlePart;
    if (lexicon.is(left, kParts) && lexicon.is(right, kParts)) text[at] = ' ';
  }
  return text;
}

std::string asked_word(const Statement& statement) {
  if (!statement.measure.empty()) return "how " + statement.measure;
  switch (statement.wanted) {
    case Wanted::yes_no:
      return "whether";
    case Wanted::time:
      return "when";
    case Wanted::place:
      return "where";
    case Wanted::count:
      return "how many";
    case Wanted::amount:
      return "how much";
    case Wanted::often:
      return "how often";
    case Wanted::cause:
      return "why";
    case Wanted::duration:
      return "how long";
    case Wanted::manner:
      return "how";
    case Wanted::measure:
    case Wanted::thing:
      break;
  }
  if (statement.person) return "who";
  std::string noun;
  for (const std::string& word : statement.noun_words) noun += " " + word;
  return noun.empty() ? "what" : "which" + noun;
}

}  // namespace dossier::asking
