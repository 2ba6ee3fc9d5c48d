// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/reading.h"

#include <algorithm>
#include <set>

#include "desk/ask/participle_question.h"
#include "desk/ask/question_clause.h"
#include "desk/ask/tables.h"
#include "extract/pipeline.h"
#include "extract/text/unicode.h"
#include "model/ascii.h"
#include "model/utf8.h"

namespace dossier::asking {
namespace {

using extract::ArgumentRole;
using extract::Frame;
using extract::FrameArgument;
using extract::Sentence;
using extract::Token;
using extract::TokenRange;

class Reader {
 public:
  Reader(const Statement& statement, NameFinder& finder)
      : statement_(statement), analysis_(analysed(statement.text, true)) {
    if (analysis_.sentences.empty()) return;
    sentence_ = &analysis_.sentences.front();
    names_ = finder.find(*sentence_);
    for (const Token& token : sentence_->tokens) starts_.push_back(byte_of(token.span.begin));
  }

  std::optional<Reading> read() {
    if (sentence_ == nullptr) return std::nullopt;
    clause_.emplace(statement_, *sentence_, starts_);
    const Frame* frame = clause_->main_frame();
    if (frame == nullptr) return std::nullopt;
    out_.wanted = statement_.wanted;
    out_.person = statement_.person;
    out_.measure = statement_.measure;
    out_.pick = statement_.pick;
    out_.else_ = statement_.else_ || !statement_.excluded.empty();
    out_.now = statement_.now;
    read_noun();
    read_verb(*frame);
    cover(frame->predicate);
    has_object_ = frame->find(ArgumentRole::object) != nullptr;
    for (const FrameArgument& argument : frame->arguments) read_argument(argument);
    take_nobody();
    read_participle(out_);
    read_times();
    read_rest();
    out_.understood = understood(out_);
    return std::move(out_);
  }

 private:
  std::size_t byte_of(std::uint32_t code_point) const {
    return utf8::byte_offset(statement_.text, code_point);
  }

  void read_noun() {
    for (const std::string& word : statement_.noun_words) {
      const std::string lower = ascii_lower(word);
      if (is_empty_word(lower)) continue;
      out_.noun_words.push_back(lower);
    }
    if (out_.noun_words.empty()) return;
    out_.noun = out_.noun_words.back();
    for (std::uint32_t i = 0; i < sentence_->tokens.size(); ++i)
      if (clause_->is_placeholder(i) && ascii_lower(sentence_->tokens[i].text) == out_.noun)
        out_.noun = ascii_lower(sentence_->tokens[i].lemma);
    out_.noun_words.back() = out_.noun;
  }

  void read_verb(const Frame& frame) {
    out_.lemma = frame.lemma;
    const Token& head = sentence_->tokens[frame.head];
    if (ascii_lower(head.text) == statement_.base_verb && out_.lemma.starts_with(head.lemma))
      out_.lemma = statement_.base_verb + out_.lemma.substr(head.lemma.size());
    out_.verb = out_.lemma;
    if (const FrameArgument* object = frame.find(ArgumentRole::object)) {
      const Token& noun = sentence_->tokens[object->members.front().head];
      for (const std::string& form : {ascii_lower(noun.text), noun.lemma})
        if (out_.verb.ends_with("_" + form)) out_.verb.resize(out_.verb.size() - form.size() - 1);
    }
    if (frame.governor && out_.lemma != "be") {
      const Frame& governor = sentence_->frames[*frame.governor];
      for (const FrameArgument& argument : governor.arguments)
        if (argument.role == ArgumentRole::complement && argument.marker == "to")
          out_.control = governor.lemma;
    }
    out_.copula = frame.kind == Frame::Kind::copula || out_.lemma == "be";
    out_.passive = frame.passive;
    out_.negated = frame.negated;
    out_.not_yet = (frame.modality != extract::Modality::asserted &&
                    frame.modality != extract::Modality::asked) ||
                   is_obliged(frame);
  }

  /// "has to pay": what somebody was told to do answers.
  bool is_obliged(const Frame& frame) const {
    return frame.head > 1 && ascii_lower(sentence_->tokens[frame.head - 1].text) == "to" &&
           ascii_lower(sentence_->tokens[frame.head - 2].lemma) == "have";
  }

  void cover(TokenRange range) {
    for (std::uint32_t i = range.first; i < range.last; ++i) covered_.insert(i);
  }

  static std::optional<Role::Slot> slot_of(const FrameArgument& argument) {
    switch (argument.role) {
      case ArgumentRole::subject:
        return Role::Slot::subject;
      case ArgumentRole::object:
        return Role::Slot::object;
      case ArgumentRole::recipient:
      case ArgumentRole::oblique:
        return Role::Slot::oblique;
      case ArgumentRole::attribute:
        return Role::Slot::attribute;
      default:
        return std::nullopt;
    }
  }

  void read_argument(const FrameArgument& argument) {
    std::optional<Role::Slot> slot = slot_of(argument);
    if (!slot) return;
    // "led CTF 50 last December": without a preposition it is what is led.
    const bool bare = argument.role == ArgumentRole::oblique && argument.marker.empty();
    if (bare && !has_object_) slot = Role::Slot::object;
    const std::optional<std::uint32_t> nested = clause_->preposition_in(argument);
    for (extract::Argument member : argument.members) {
      if (nested && member.head < *nested)
        member.tokens.last = std::min(member.tokens.last, *nested);
      Role role;
      role.slot = *slot;
      role.marker = argument.role == ArgumentRole::recipient ? "to" : argument.marker;
      role.wanted = clause_->is_placeholder(member.head);
      if (!role.wanted) role.phrase = phrase(member);
      cover(member.tokens);
      out_.roles.push_back(std::move(role));
    }
    if (nested && !clause_->holds_placeholder(argument)) add_nested(*nested);
  }

  /// "Why did nobody answer?": it was not answered.
  void take_nobody() {
    const auto nobody = [](const Role& role) {
      return role.slot == Role::Slot::subject && !role.wanted &&
             (role.phrase.text == "nobody" || role.phrase.text == "Nobody" ||
              role.phrase.text == "no one" || role.phrase.text == "No one");
    };
    if (std::erase_if(out_.roles, nobody) > 0) out_.negated = true;
  }

  void add_nested(std::uint32_t preposition) {
    Role role;
    role.slot = Role::Slot::oblique;
    role.marker = ascii_lower(sentence_->tokens[preposition].text);
    role.wanted = true;
    cover({preposition, preposition + 1});
    out_.roles.push_back(std::move(role));
  }

  Phrase phrase(const extract::Argument& argument) const {
    Phrase out;
    const Token& head = sentence_->tokens[argument.head];
    out.head = ascii_lower(head.lemma);
    TokenRange range = argument.tokens;
    while (range.first < argument.head &&
           is_empty_word(ascii_lower(sentence_->tokens[range.first].text)))
      ++range.first;
    out.text = text(range);
    for (const FoundName& name : names_) {
      if (name.tokens.contains(argument.head)) {
        out.things = name.link.things;
        out.person = name.link.person;
        out.text = name.link.text;
      } else if (range.contains(name.tokens.first)) {
        out.names.push_back(name.link);
      }
    }
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (!clause_->is_placeholder(i)) add_word(out.words, sentence_->tokens[i]);
    return out;
  }

  static void add_word(std::vector<std::string>& words, const Token& token) {
    if (token.upos == extract::Upos::punct) return;
    const std::string lower = ascii_lower(token.text);
    if (is_empty_word(lower)) return;
    for (const std::string& word : content_words(lower)) words.push_back(word);
  }

  std::string text(TokenRange range) const {
    const std::size_t begin = starts_[range.first];
    const Token& last = sentence_->tokens[range.last - 1];
    return statement_.text.substr(begin, starts_[range.last - 1] + last.text.size() - begin);
  }

  void read_times() {
    for (const extract::TimeExpression& time : sentence_->times) {
      cover(time.tokens);
      if (std::optional<TimeLimit> limit = time_limit(time)) out_.times.push_back(*limit);
    }
  }

  void read_rest() {
    for (const std::string& word : statement_.of_words)
      for (const std::string& one : content_words(word)) out_.rest.push_back(one);
    for (std::uint32_t i = 0; i < sentence_->tokens.size(); ++i) {
      const Token& token = sentence_->tokens[i];
      if (covered_.contains(i) || clause_->is_placeholder(i) || token.upos == extract::Upos::adv)
        continue;
      add_word(out_.rest, token);
    }
  }

  const Statement& statement_;
  extract::Analysis analysis_;
  const Sentence* sentence_ = nullptr;
  std::optional<QuestionClause> clause_;
  std::vector<FoundName> names_;
  std::vector<std::size_t> starts_;  ///< of each token, in bytes of the statement
  std::set<std::uint32_t> covered_;
  bool has_object_ = false;
  Reading out_;
};

}  // namespace

std::optional<Reading> reading_of(const Statement& statement, NameFinder& names) {
  return Reader(statement, names).read();
}

}  // namespace dossier::asking
