// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/follow_up/question_in_full.h"

#include "desk/ask/follow_up/missing_parts.h"
#include "desk/ask/follow_up/pronouns.h"

namespace dossier::asking {
namespace {

class Completion {
 public:
  Completion(const KnowledgeBase& kb, const AskRequest& request, const QueryOptions& options)
      : request_(request),
        choices_(all_choices(request)),
        finder_(kb, choices_, options),
        earlier_(kb, request.before, finder_, options) {}

  QuestionInFull run() {
    out_.question = request_.question;
    AskedWords question = asked_words(request_.question, finder_);
    const std::string typed = question.text();
    if (question.words.empty()) return std::move(out_);
    const bool led = strip_connective(question);
    shorten_event_question(question);
    if (!put_names(question)) return std::move(out_);
    // What was put in may be the owner of something: "Anna Berg's husband".
    const std::string text = question.text();
    if (out_.changed) question = asked_words(text + "?", finder_);
    const Completed whole = complete(question, led, earlier_, finder_);
    if (whole.is_part) {
      if (whole.question.empty())
        out_.unclear = typed;
      else
        set(whole.question);
    } else if (out_.changed || led) {
      out_.question = lower_first(text, question) + "?";
    }
    return std::move(out_);
  }

 private:
  static std::map<std::string, Term> all_choices(const AskRequest& request) {
    std::map<std::string, Term> out = request.before.choices;
    for (const auto& [name, thing] : request.choices) out.insert_or_assign(name, thing);
    return out;
  }

  static std::string lower_first(std::string text, const AskedWords& question) {
    const Word& first = question.words.front();
    if (!first.name && first.upos != "PROPN") text.replace(0, first.text.size(), first.lower);
    return text;
  }

  void set(std::string question) {
    out_.question = std::move(question);
    const AskedWords words = asked_words(out_.question, finder_);
    if (!words.words.empty()) out_.question = lower_first(words.text(), words) + "?";
    out_.changed = true;
  }

  /// Names for the pronouns; false when one of them is open.
  bool put_names(AskedWords& question) {
    std::vector<OpenPronoun> pronouns = open_pronouns(question, earlier_);
    for (std::size_t i = pronouns.size(); i-- > 0;) {
      const OpenPronoun& pronoun = pronouns[i];
      const std::string name = name_for(pronoun.sought);
      if (name.empty()) {
        if (out_.ambiguous.empty()) out_.unclear = pronoun.sought.word;
        return false;
      }
      question.replace(pronoun.at, pronoun.at + 1, put_for(pronoun, name));
      out_.changed = true;
    }
    return true;
  }

  std::string name_for(const Sought& sought) {
    if (earlier_.empty()) return {};
    if (sought.several)
      if (std::string all = earlier_.together(); !all.empty()) return all;
    const std::vector<EarlierThing> found = earlier_.meant(sought);
    if (found.size() == 1) return found.front().name;
    const auto chosen = request_.choices.find(sought.word);
    for (const EarlierThing& one : found)
      if (chosen != request_.choices.end() && one.thing.value() == chosen->second.value())
        return one.name;
    note_ambiguous(sought, found);
    return {};
  }

  void note_ambiguous(const Sought& sought, const std::vector<EarlierThing>& found) {
    AmbiguousName name{sought.word, {}};
    for (const EarlierThing& one : found)
      name.candidates.push_back({one.thing, Term(), one.name, one.name, 0});
    if (name.candidates.size() > 1) out_.ambiguous.push_back(std::move(name));
  }

  const AskRequest& request_;
  std::map<std::string, Term> choices_;
  NameFinder finder_;
  Earlier earlier_;
  QuestionInFull out_;
};

}  // namespace

QuestionInFull question_in_full(const KnowledgeBase& kb, const AskRequest& request,
                                const QueryOptions& options) {
  return Completion(kb, request, options).run();
}

AskContext context_after(const AskRequest& request, const std::string& asked,
                         const Answers& answers) {
  // A question that was not understood leaves the one before as it was.
  if (answers.understood.empty()) return request.before;
  AskContext out{asked, {}, request.before.choices};
  for (const Answer& answer : answers.answers) out.answers.push_back(answer.value);
  for (const auto& [name, thing] : request.choices)
    if (!is_open_pronoun(name)) out.choices.insert_or_assign(name, thing);
  return out;
}

}  // namespace dossier::asking
