// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/follow_up/missing_parts.h"

#include <algorithm>
#include <array>

#include "desk/ask/follow_up/inversion.h"
#include "desk/ask/follow_up/substitution.h"
#include "extract/lexicon/past_form.h"

namespace dossier::asking {
namespace {

constexpr std::size_t kMostWordsOfPart = 6;

bool any_verb(const std::vector<Word>& words) {
  return std::any_of(words.begin(), words.end(), is_any_verb);
}

/// "When", "with whom", "in which year": no more than what is asked for.
bool is_bare_question(const std::vector<Word>& words) {
  if (words.empty() || words.size() > kMostWordsOfPart || any_verb(words)) return false;
  const std::size_t at = is_preposition(words[0]) && words.size() > 1 ? 1 : 0;
  if (!is_question_word(words[at])) return false;
  // "Who?" and "What?" ask for another part of the clause, and nobody can tell which.
  const bool thing = words[at].lower == "who" || words[at].lower == "what";
  return !thing || at > 0;
}

/// "else" of "who else", "anyone else".
bool is_others(const std::vector<Word>& words) {
  if (words.size() != 2 || words[1].lower != "else") return false;
  static constexpr std::array<std::string_view, 4> kAnybody{"anyone", "anybody", "anything",
                                                            "somebody"};
  return is_question_word(words[0]) ||
         std::find(kAnybody.begin(), kAnybody.end(), words[0].lower) != kAnybody.end();
}

std::string plain_end(std::string text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.pop_back();
  return text;
}

/// The clause that was asked about, with the answer in its place; "" when there is none or several.
std::string clause_with_answer(const Earlier& earlier) {
  if (!earlier.statement()) return {};
  std::string text = earlier.statement()->text;
  if (const auto place = earlier.statement()->placeholder) {
    if (earlier.answers().size() != 1) return {};
    // "to the person" keeps its preposition.
    const std::string there = text.substr(place->first, place->second - place->first);
    const std::string first = there.substr(0, there.find(' '));
    const bool marked = first != "the" && first != "The";
    text.replace(place->first, there.size(),
                 (marked ? first + " " : std::string()) + earlier.answers().front());
  }
  return plain_end(text);
}

std::string with_question_words(const std::vector<Word>& words, const Earlier& earlier,
                                NameFinder& finder) {
  const std::string clause = clause_with_answer(earlier);
  if (clause.empty()) return {};
  std::vector<Word> asked = words;
  const bool negated = stands_at(words, 0, {"why", "not"});
  if (negated) asked.pop_back();
  const std::optional<std::string> rest = inverted(clause, finder, negated);
  if (!rest) return {};
  const std::string& last = asked.back().lower;
  if (asked.size() > 1 && (last == "exactly" || last == "precisely")) asked.pop_back();
  asked.front().text = asked.front().lower;
  return joined(asked, 0, asked.size()) + " " + *rest + "?";
}

/// "Did Anna Berg visit Lima?" as "who visited Lima".
std::string who_instead(const Earlier& earlier) {
  const AskedWords& before = earlier.question();
  std::vector<Word> words = before.words;
  if (words.size() < 3 || !is_auxiliary(words[0])) return {};
  const FoundName* subject = before.name_at(1);
  if (subject == nullptr || subject->tokens.first != 1) return {};
  const std::size_t verb = subject->tokens.last;
  const bool past = words[0].lower == "did" && verb < words.size();
  if (past) words[verb].text = extract::past_form(words[verb].lemma);
  return (past ? "who " : "who " + words[0].lower + " ") + joined(words, verb, words.size());
}

std::string others(const Earlier& earlier) {
  if (!earlier.statement()) return {};
  if (earlier.statement()->wanted == Wanted::yes_no) {
    const std::string who = who_instead(earlier);
    if (who.empty()) return {};
    const FoundName* subject = earlier.question().name_at(1);
    return who + " besides " + earlier.described(subject->link).name + "?";
  }
  const Wanted wanted = earlier.statement()->wanted;
  if ((wanted != Wanted::thing && wanted != Wanted::place) || earlier.answers().empty()) return {};
  // What a question before had left out stays left out.
  const std::vector<std::string> before = excluded_names(earlier);
  std::vector<std::string> names = before;
  names.insert(names.end(), earlier.answers().begin(), earlier.answers().end());
  return without_exclusion(earlier) + " besides " + listed(names) + "?";
}

}  // namespace

bool strip_connective(AskedWords& question) {
  static constexpr std::array<std::string_view, 7> kConnectives{"and", "but",  "so",  "or",
                                                                "ok",  "okay", "also"};
  bool led = false;
  while (!question.words.empty() && (std::find(kConnectives.begin(), kConnectives.end(),
                                               question.words[0].lower) != kConnectives.end() ||
                                     (led && question.words[0].text == ","))) {
    if (question.words[0].name) break;
    question.erase_first();
    led = true;
  }
  return led;
}

void shorten_event_question(AskedWords& question) {
  const std::vector<Word>& words = question.words;
  std::size_t auxiliary = 0;
  while (auxiliary < words.size() && !is_any_verb(words[auxiliary])) ++auxiliary;
  if (auxiliary == 0 || auxiliary + 1 >= words.size()) return;
  const std::string& what = words[auxiliary + 1].lower;
  const bool pointing = what == "that" || what == "this";
  if (!pointing && what != "it") return;
  const std::string rest = joined(words, auxiliary + 2, words.size());
  const bool happens = rest == "happen" || rest == "happened" || rest == "take place";
  if (!happens && !(pointing && rest.empty() && is_be(words[auxiliary]))) return;
  AskedWords bare = question;
  erase_words(bare.words, auxiliary, bare.words.size());
  if (is_bare_question(bare.words)) question = std::move(bare);
}

Completed complete(const AskedWords& question, bool led, const Earlier& earlier,
                   NameFinder& finder) {
  Completed out;
  if (is_others(question.words)) {
    out.is_part = true;
    out.question = others(earlier);
  } else if (is_bare_question(question.words)) {
    out.is_part = true;
    out.question = with_question_words(question.words, earlier, finder);
  } else if (const std::optional<AskedWords> part = part_of_question(question, led)) {
    out.is_part = led || part->words.size() < question.words.size() || !earlier.empty();
    if (out.is_part) out.question = substituted(*part, earlier);
  }
  return out;
}

}  // namespace dossier::asking
