// SPDX-License-Identifier: Apache-2.0
// Small texts, their words and their times.
#include <algorithm>
#include <optional>
#include <set>

#include "desk/ask/reading.h"
#include "desk/ask/tables.h"
#include "extract/pipeline.h"
#include "extract/text/unicode.h"

namespace dossier::asking {
namespace {

using extract::Sentence;

constexpr std::size_t kYear = 4;

bool has_year(const std::string& text) {
  std::size_t digits = 0;
  for (const char c : text) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits == kYear) return true;
  }
  return false;
}

bool names_month(const std::string& value, const std::string& text) {
  return value.size() > kYear && !text.empty() &&
         std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

std::string time_words(const extract::TimeExpression& time) {
  if (time.value.empty()) return time.text;
  return time.value_end.empty() || time.value_end == time.value ? time.value
                                                                : time.value + "/" + time.value_end;
}

extract::Analysis analysed(const std::string& text, bool clauses, const std::string& date) {
  extract::Analysis analysis;
  extract::Document& document = analysis.document;
  document.text = extract::to_code_points(text);
  if (!date.empty()) document.date = date;
  document.paragraphs.push_back(
      {extract::Paragraph::Kind::body, {0, static_cast<std::uint32_t>(document.text.size())}, {}});
  extract::run_passes(analysis, {.last = clauses ? extract::Pass::clauses : extract::Pass::times});
  return analysis;
}

std::vector<std::string> times_in(const std::string& sentence, const std::string& date) {
  const extract::Analysis analysis = analysed(sentence, false, date);
  std::vector<std::string> out;
  for (const Sentence& one : analysis.sentences)
    for (const extract::TimeExpression& time : one.times) out.push_back(time_words(time));
  return out;
}

std::vector<std::string> content_words(const std::string& text) {
  std::vector<std::string> out;
  const std::string words = search_of(text);
  std::size_t begin = 0;
  while (begin < words.size()) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    const std::string word = words.substr(begin, end - begin);
    if (!is_empty_word(word)) out.push_back(word);
    begin = end + 1;
  }
  return out;
}

std::vector<std::string> words_without_names(const Phrase& phrase) {
  std::set<std::string> names;
  for (const NameLink& name : phrase.names)
    for (const std::string& word : content_words(name.text)) names.insert(word);
  std::vector<std::string> out;
  for (const std::string& word : phrase.words)
    if (!names.contains(word)) out.push_back(word);
  return out;
}

bool repeats_question(const Reading& reading, const std::string& value) {
  if (reading.noun.empty()) return false;
  const auto is_noun = [&](const std::string& word) {
    return std::any_of(reading.noun_words.begin(), reading.noun_words.end(),
                       [&](const std::string& noun) {
                         const bool same_stem = word.starts_with(noun.substr(0, noun.size() - 1));
                         return word == noun || (same_stem && word.size() <= noun.size() + 2);
                       });
  };
  const std::vector<std::string> words = content_words(value);
  return std::all_of(words.begin(), words.end(), is_noun);
}

std::optional<TimeLimit> time_limit(const extract::TimeExpression& time) {
  TimeLimit limit;
  limit.words = content_words(time.text);
  const std::string& value = time.value.empty() ? time.value_end : time.value;
  if (value.size() < kYear) return std::nullopt;
  if (has_year(time.text)) {
    limit.from = time.open_begin ? "" : value;
    limit.to = time.open_end ? "" : (time.value_end.empty() ? value : time.value_end);
    return limit;
  }
  if (!names_month(value, time.text)) return std::nullopt;
  limit.month = value.substr(kYear);
  return limit;
}

std::string understood(const Reading& reading) {
  std::string subject, object, others;
  for (const Role& role : reading.roles) {
    const std::string what = role.wanted ? "?" : role.phrase.text;
    if (role.slot == Role::Slot::subject)
      subject += (subject.empty() ? "" : ", ") + what;
    else if (role.slot == Role::Slot::oblique)
      others += " " + role.marker + " " + what;
    else
      object += (object.empty() ? " " : ", ") + what;
  }
  std::string verb = reading.verb;
  std::replace(verb.begin(), verb.end(), '_', ' ');
  std::string out = (subject.empty() ? "?" : subject) + " " + (reading.negated ? "not " : "") +
                    verb + object + others;
  for (const TimeLimit& time : reading.times) {
    out += " (";
    for (std::size_t i = 0; i < time.words.size(); ++i) out += (i > 0 ? " " : "") + time.words[i];
    out += ")";
  }
  return out;
}

}  // namespace dossier::asking
