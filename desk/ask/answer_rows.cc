// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/answer_rows.h"

#include <algorithm>
#include <map>
#include <set>

#include "desk/ask/reading.h"
#include "desk/ask/tables.h"
#include "engine/saved/name_resolution.h"
#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "model/ascii.h"
#include "model/utf8.h"

namespace dossier::asking {
namespace {

constexpr std::size_t kYear = 4;
constexpr std::size_t kDay = 10;

bool has_number(const std::string& text) {
  static const extract::WordColumn numbers("numbers", "value");
  std::string word;
  for (const char c : text + " ") {
    if (c >= '0' && c <= '9') return true;
    if (c != ' ' && c != '-') {
      word += c;
      continue;
    }
    if (!numbers[ascii_lower(word)].empty()) return true;
    word.clear();
  }
  return false;
}

std::string without_article(std::string text) {
  for (const std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "})
    if (text.starts_with(article)) return text.substr(article.size());
  return text;
}

bool is_day(const std::string& text) {
  return text.size() >= kYear && text[0] >= '0' && text[0] <= '9';
}

void add_unique(std::vector<Answer>& list, Answer answer) {
  for (Answer& known : list) {
    if (folded(known.value) != folded(answer.value)) continue;
    if (answer.fact.confidence.value_or(0) > known.fact.confidence.value_or(0))
      known = std::move(answer);
    return;
  }
  list.push_back(std::move(answer));
}

}  // namespace

bool is_of_people(const std::string& text) {
  const std::string phrase = text.substr(0, text.find(" of "));
  std::string noun = ascii_lower(phrase.substr(phrase.find_last_of(' ') + 1));
  const extract::Lexicon& lexicon = extract::Lexicon::builtin();
  if (lexicon.is(noun, extract::kTitle | extract::kOrganizationHead)) return true;
  for (int shorter = 0; shorter < 2; ++shorter) {
    const extract::NounClass kind = lexicon.word(noun).noun_class;
    if (kind == extract::NounClass::person || kind == extract::NounClass::group) return true;
    if (noun.empty()) return false;
    const std::string_view irregular = lexicon.irregular('n', noun);
    if (!irregular.empty())
      noun = irregular;
    else
      noun.pop_back();
  }
  return false;
}

void file_answer(Found& found, const Reading& reading, Answer answer) {
  const bool negative = answer.fact.polarity == "negative";
  const std::string& modality = answer.fact.modality;
  if (modality == "asked") return;
  if (modality == "alleged") return add_unique(found.alleged, std::move(answer));
  // "Only eight survived" names nobody else.
  if (reading.person && reading.else_ && has_number(answer.value)) return;
  // "It will begin on 1 March if no offer is made" says when, but not that it will.
  const bool circumstance = reading.wanted == Wanted::time || reading.wanted == Wanted::place;
  const bool told = reading.not_yet && (modality != "conditional" || circumstance);
  const bool as_asked = negative == reading.negated && (modality.empty() || told);
  if (as_asked) return add_unique(found.answers, std::move(answer));
  if (negative) return add_unique(found.denied, std::move(answer));
  add_unique(found.planned, std::move(answer));
}

std::string time_value(const Period& period) {
  const std::string& time = period.time;
  const bool day = is_day(time);
  if (day && time.size() < kDay) {
    // A whole month or year; "1996 to 2004" keeps both.
    const std::string end = period.to.substr(0, time.size());
    return end.empty() || end == time || period.from.empty() ? time : time + "/" + end;
  }
  if (!period.from.empty() && !period.to.empty() && period.from != period.to)
    return period.from + "/" + period.to;
  if (day) return time.substr(0, kDay);
  return period.from.empty() ? period.to : period.from;
}

bool AnswerReader::is_named(const Term& term) const {
  QueryOptions options;
  options.parameters = {{"thing", term}};
  return kb_
      .query(
          "ASK { $thing a ?class FILTER(?class NOT IN (k:Concept, k:Individual, "
          "k:Quantity)) }",
          options)
      .boolean();
}

/// The sentence's own words for what has no name: "solar pumps" of the concept "solar pump".
std::string AnswerReader::words_for(const Answer& answer, AnswerPart part) {
  const FactRow& fact = answer.fact;
  const auto [begin, end] = part == AnswerPart::subject ? fact.subject_span : fact.object_span;
  const bool of_part = part == AnswerPart::subject || part == AnswerPart::object;
  if (!of_part || begin == end) return {};
  const std::size_t first = utf8::byte_offset(fact.text, begin);
  const std::string words = fact.text.substr(first, utf8::byte_offset(fact.text, end) - first);
  const std::vector<std::string> content = content_words(words);
  // "It" and "the company" say less than the label.
  if (content.size() < content_words(names_.label(answer.term)).size()) return {};
  return without_article(words);
}

bool AnswerReader::is_pronoun(const Answer& answer, AnswerPart part) const {
  const FactRow& fact = answer.fact;
  const auto [begin, end] = part == AnswerPart::subject ? fact.subject_span : fact.object_span;
  const bool of_part = part == AnswerPart::subject || part == AnswerPart::object;
  if (!of_part || begin == end) return false;
  const std::size_t first = utf8::byte_offset(fact.text, begin);
  return content_words(fact.text.substr(first, utf8::byte_offset(fact.text, end) - first)).empty();
}

/// "240 people" of a quantity or of a phrase that counts what is asked for.
bool AnswerReader::number_of(const Term& term, std::string& value) {
  if (!has_number(value)) value = names_.label(term);
  if (!has_number(value)) return false;
  if (reading_.wanted == Wanted::amount || reading_.noun.empty()) return true;
  const std::string label = folded(value);
  const std::string stem =
      reading_.noun.substr(0, std::max<std::size_t>(3, reading_.noun.size() - 2));
  return label.find(stem) != label.npos;
}

bool AnswerReader::value_of(const Row& row, AnswerPart part, Row_& out) {
  Answer& answer = out.answer;
  answer.fact = rows_.read(row);
  if (part == AnswerPart::fact) return true;
  if (part == AnswerPart::time) {
    answer.value = time_value(answer.fact.time);
    out.named = true;
    return !answer.value.empty();
  }
  if (!row["answer"]) return false;
  answer.term = *row["answer"];
  if (reading_.wanted == Wanted::count || reading_.wanted == Wanted::amount) {
    out.named = true;
    answer.value = words_for(answer, part);
    return number_of(answer.term, answer.value);
  }
  answer.value = names_.label(answer.term);
  out.named = answer.term.is_literal() || is_named(answer.term);
  if (!out.named && reading_.person) out.named = name_group(answer, part);
  if (!out.named) {
    const std::string words = words_for(answer, part);
    if (!words.empty()) answer.value = words;
    // "It built the station": nobody knows which company that is.
    if (words.empty() && is_pronoun(answer, part)) return false;
    if (reading_.person && !is_of_people(answer.value)) return false;
    if (reading_.wanted == Wanted::thing && repeats_question(reading_, answer.value)) return false;
  }
  if (reading_.wanted == Wanted::time) return is_day(answer.value);
  // Who is no number and no text.
  if (reading_.person && !answer.term.is_iri()) return false;
  return !answer.value.empty();
}

/// Facts that say so or deny it are "yes" or "no"; what is only planned answers nothing yet.
void AnswerReader::answer_yes_no(Found& found) const {
  const auto as = [&](std::vector<Answer>& from, const char* value) {
    if (from.empty()) return;
    Answer best = from.front();
    best.value = value;
    found.answers.push_back(std::move(best));
  };
  std::vector<Answer> so;
  so.swap(found.answers);
  const bool negated = reading_.negated;
  as(so, negated ? "no" : "yes");
  as(found.denied, negated ? "yes" : "no");
}

void AnswerReader::pick(Found& found) const {
  if (reading_.pick == Reading::Pick::all || found.answers.size() < 2) return;
  if (reading_.pick == Reading::Pick::most) return;
  std::erase_if(found.answers, [](const Answer& a) { return time_value(a.fact.time).empty(); });
  std::stable_sort(found.answers.begin(), found.answers.end(),
                   [](const Answer& a, const Answer& b) {
                     return time_value(a.fact.time) < time_value(b.fact.time);
                   });
  if (found.answers.empty()) return;
  if (reading_.pick == Reading::Pick::last) found.answers.front() = found.answers.back();
  found.answers.resize(1);
}

Found AnswerReader::read(QueryResult& result, AnswerPart part) {
  std::vector<Row_> rows;
  std::map<std::string, std::size_t> times_told;
  std::set<Term> seen;
  for (const Row& row : result) {
    Row_ one;
    if (!value_of(row, part, one)) continue;
    if (part == AnswerPart::fact && !seen.insert(one.answer.fact.fact).second) continue;
    ++times_told[folded(one.answer.value)];
    rows.push_back(std::move(one));
  }
  // Names before descriptions: "the company" says less than its name.
  const bool any_named = std::any_of(rows.begin(), rows.end(), [](const Row_& r) {
    return r.named && r.answer.fact.qualifier().empty();
  });
  Found out;
  for (Row_& row : rows) {
    if (part == AnswerPart::fact) row.answer.value = row.answer.fact.fact.to_string();
    const bool less = any_named && !row.named;
    if (!less || part == AnswerPart::fact) file_answer(out, reading_, std::move(row.answer));
  }
  if (reading_.pick == Reading::Pick::most && out.answers.size() > 1) {
    std::stable_sort(out.answers.begin(), out.answers.end(), [&](const Answer& a, const Answer& b) {
      return times_told[folded(a.value)] > times_told[folded(b.value)];
    });
    const std::size_t most = times_told[folded(out.answers.front().value)];
    std::erase_if(out.answers, [&](const Answer& a) { return times_told[folded(a.value)] < most; });
  }
  pick(out);
  if (part == AnswerPart::fact && reading_.wanted == Wanted::yes_no) answer_yes_no(out);
  return out;
}

}  // namespace dossier::asking
