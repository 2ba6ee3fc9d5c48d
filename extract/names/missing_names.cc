// SPDX-License-Identifier: Apache-2.0
#include "extract/names/missing_names.h"
#include "extract/names/acronyms.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "extract/lexicon/known_names.h"
#include "extract/names/mentions.h"
#include "extract/names/name_forms.h"
#include "extract/text/calendar.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

void add_country_words(Sentence& sentence) {
  std::vector<Mention> found;
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    if (is_in_mention(sentence, i) || sentence.tokens[i].xpos == Xpos::dt) continue;
    for (const std::uint32_t length : {2U, 1U}) {
      if (i + length > sentence.tokens.size() || is_in_mention(sentence, i + length - 1)) continue;
      Mention mention = make_mention(sentence, {i, i + length}, MentionType::country);
      const CountryMatch match = find_country(mention.text);
      if (match.form == CountryForm::none || sentence.tokens[i].xpos == Xpos::md) continue;
      if (match.form == CountryForm::people) mention.type = MentionType::nationality;
      found.push_back(std::move(mention));
      i += length - 1;
      break;
    }
  }
  for (Mention& mention : found) sentence.mentions.push_back(std::move(mention));
}

/// "a German who left": one of many people, not their country.
void drop_citizens(Sentence& sentence) {
  const std::vector<Token>& tokens = sentence.tokens;
  std::erase_if(sentence.mentions, [&](const Mention& mention) {
    const auto [first, last] = mention.tokens;
    if (last - first != 1 || first == 0) return false;
    if (find_country(mention.text).form != CountryForm::adjective) return false;
    const std::string before = to_lower(tokens[first - 1].text);
    if (before != "a" && before != "an" && before != "another") return false;
    if (last == tokens.size()) return true;
    const auto next = tokens[last].upos;
    return next != Upos::noun && next != Upos::propn && next != Upos::adj && next != Upos::num &&
           tokens[last].text != "-" && tokens[last].text != "/";
  });
}

/// "a Roman Catholic": what somebody is, not who.
void drop_believers(Sentence& sentence) {
  const std::vector<Token>& tokens = sentence.tokens;
  std::erase_if(sentence.mentions, [&](const Mention& mention) {
    const auto [first, last] = mention.tokens;
    if (last - first != 1 || first < 2 || mention.type != MentionType::person) return false;
    const std::string article = to_lower(tokens[first - 2].text);
    return (article == "a" || article == "an") && tokens[first - 1].xpos == Xpos::jj;
  });
}

/// "May" is not a place, and not part of a name inside a time expression.
void drop_months(Sentence& sentence) {
  std::erase_if(sentence.mentions, [&](const Mention& mention) {
    const bool single = mention.tokens.last - mention.tokens.first == 1;
    const std::string word = to_lower(mention.text);
    const bool calendar = month_number(word) > 0 || weekday_number(word) > 0;
    const bool told =
        std::any_of(sentence.times.begin(), sentence.times.end(), [&](const TimeExpression& time) {
          return time.tokens.first <= mention.tokens.first &&
                 mention.tokens.last <= time.tokens.last;
        });
    return single && calendar && (told || mention.type != MentionType::person);
  });
}

/// "WHO" in a sentence that is not all in capitals.
void add_well_known_acronyms(Sentence& sentence) {
  const bool lower_case =
      std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [](const Token& token) {
        return token.text.size() > 1 && token.text[1] >= 'a' && token.text[1] <= 'z';
      });
  if (!lower_case) return;
  for (std::uint32_t i = 1; i < sentence.tokens.size(); ++i) {
    const std::string& word = sentence.tokens[i].text;
    if (!is_acronym(word) || well_known_body(word).empty() || is_in_mention(sentence, i)) continue;
    sentence.mentions.push_back(make_mention(sentence, {i, i + 1}, MentionType::organization));
  }
}

void add_bracket_acronyms(Sentence& sentence) {
  std::vector<Mention> found;
  for (const Mention& mention : sentence.mentions) {
    const std::uint32_t open = mention.tokens.last;
    if (open + 2 >= sentence.tokens.size() || !opens_bracket(sentence.tokens[open]) ||
        !closes_bracket(sentence.tokens[open + 2]) || is_in_mention(sentence, open + 1))
      continue;
    const std::string& acronym = sentence.tokens[open + 1].text;
    if (is_acronym(acronym) && acronym_fits(acronym, mention.text))
      found.push_back(make_mention(sentence, {open + 1, open + 2}, mention.type));
  }
  for (Mention& mention : found) sentence.mentions.push_back(std::move(mention));
}

}  // namespace

void join_country_names(Sentence& sentence) {
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    for (std::uint32_t length = 5; length > 1; --length) {
      if (i + length > sentence.tokens.size()) continue;
      const TokenRange range{i, i + length};
      Mention whole = make_mention(sentence, range, MentionType::country);
      const bool inside = std::any_of(
          sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention& mention) {
            return mention.tokens.first <= range.first && range.last <= mention.tokens.last;
          });
      if (inside || sentence.tokens[i].xpos == Xpos::dt) continue;
      if (find_country(whole.text).form != CountryForm::name) continue;
      std::erase_if(sentence.mentions, [&](const Mention& mention) {
        return mention.tokens.first < range.last && range.first < mention.tokens.last;
      });
      sentence.mentions.push_back(std::move(whole));
      i += length - 1;
      break;
    }
  }
  sort_mentions(sentence);
}

void add_missing_names(Sentence& sentence) {
  drop_months(sentence);
  add_country_words(sentence);
  drop_citizens(sentence);
  drop_believers(sentence);
  add_bracket_acronyms(sentence);
  add_well_known_acronyms(sentence);
  sort_mentions(sentence);
}

}  // namespace dossier::extract
