// SPDX-License-Identifier: Apache-2.0
// Questions one after the other: what a question leaves open is taken from the one before.
#include <algorithm>
#include <array>
#include <optional>

#include "desk/ask/asker.h"
#include "desk/ask/follow_up/question_in_full.h"
#include "dossier/error.h"
#include "model/ascii.h"
#include "model/utf8.h"

namespace dossier {
namespace asking {
namespace {

constexpr std::size_t kLongestQuestion = 1000;
/// A question in full may be longer than what was typed.
constexpr std::size_t kLongestInFull = 2 * kLongestQuestion;
/// Things that a pronoun may mean, each of which is asked about.
constexpr std::size_t kMostTried = 4;

void check_question(const std::string& question) {
  if (question.find_first_not_of(" \t\r\n?") == std::string::npos)
    throw Error(ErrorCode::usage, "the question is empty");
  if (utf8::length(question) > kLongestQuestion)
    throw Error(ErrorCode::usage, "the question has more than 1,000 characters");
}

void check_context(const AskContext& before) {
  if (utf8::length(before.question) > kLongestInFull)
    throw Error(ErrorCode::usage, "the question before has more than 2,000 characters");
}

class Conversation {
 public:
  Conversation(const KnowledgeBase& kb, const QueryOptions& options) : kb_(kb), options_(options) {}

  Answers answer(const AskRequest& request) {
    const QuestionInFull whole = question_in_full(kb_, request, options_);
    if (whole.ambiguous.size() == 1)
      if (std::optional<Answers> one = only_answered(request, whole.ambiguous.front()))
        return std::move(*one);
    return answer(request, whole);
  }

 private:
  Answers answer(const AskRequest& request, const QuestionInFull& whole) {
    AskRequest asked = request;
    asked.question = whole.question;
    asked.choices.insert(request.before.choices.begin(), request.before.choices.end());
    const bool clear = whole.unclear.empty() && whole.ambiguous.empty();
    Asker asker(kb_, asked, options_);
    Answers out = clear ? asker.run() : asker.only_text();
    out.question = request.question;
    if (whole.changed && clear) out.in_full = whole.question;
    out.unclear = whole.unclear;
    if (!clear) out.ambiguous = whole.ambiguous;
    if (utf8::length(whole.question) <= kLongestInFull)
      out.context = context_after(request, whole.question, out);
    return out;
  }

  /// "When was it damaged?" behind "Who built the bridge?": the one of which a fact tells it, else
  /// the one of which anything does.
  std::optional<Answers> only_answered(const AskRequest& request, const AmbiguousName& pronoun) {
    if (pronoun.candidates.size() > kMostTried) return std::nullopt;
    std::optional<Answers> out;
    int best = 0, times = 0;
    for (const FoundEntity& candidate : pronoun.candidates) {
      AskRequest one = request;
      one.choices.insert_or_assign(pronoun.name, candidate.entity);
      const QuestionInFull whole = question_in_full(kb_, one, options_);
      if (!whole.unclear.empty() || !whole.ambiguous.empty()) return std::nullopt;
      Answers answers = answer(one, whole);
      const int certainty = certainty_of(answers);
      if (certainty == 0 || certainty < best) continue;
      times = certainty == best ? times + 1 : 1;
      best = certainty;
      out = std::move(answers);
    }
    return times == 1 ? std::move(out) : std::nullopt;
  }

  static int certainty_of(const Answers& answers) {
    if (answers.answers.empty()) return 0;
    return answers.answers.front().fact.fact.is_iri() ? 2 : 1;
  }

  const KnowledgeBase& kb_;
  const QueryOptions& options_;
};

}  // namespace
}  // namespace asking

Answers ask(const KnowledgeBase& kb, const AskRequest& request, const QueryOptions& options) {
  asking::check_question(request.question);
  asking::check_context(request.before);
  return asking::Conversation(kb, options).answer(request);
}

bool looks_like_question(std::string_view line) {
  static constexpr std::array<std::string_view, 29> kOpenings{
      "who",   "whom", "whose", "what",   "when", "where", "which", "why",  "how",  "did",
      "do",    "does", "is",    "are",    "was",  "were",  "has",   "have", "had",  "will",
      "would", "can",  "could", "should", "in",   "since", "to",    "with", "until"};
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == line.npos || line.find('{') != line.npos) return false;
  line = line.substr(begin, line.find_last_not_of(" \t\r\n") + 1 - begin);
  const bool asks = line.ends_with('?');
  const std::size_t end = line.find_first_of(" \t");
  // "?" is no question, and "select?" none either; "When?" is one behind another.
  if (asks && end != line.npos) return true;
  if (asks) line.remove_suffix(1);
  if (!asks && end == line.npos) return false;
  return std::find(kOpenings.begin(), kOpenings.end(), ascii_lower(line.substr(0, end))) !=
         kOpenings.end();
}

}  // namespace dossier
