// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/reading.h"

#include <algorithm>
#include <set>

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
    const Frame* frame = main_frame();
    if (frame == nullptr) return std::nullopt;
    out_.wanted = statement_.wanted;
    out_.person = statement_.person;
    out_.pick = statement_.pick;
    read_noun();
    read_verb(*frame);
    cover(frame->predicate);
    for (const FrameArgument& argument : frame->arguments) read_argument(argument);
    read_times();
    read_rest();
    out_.understood = understood();
    return std::move(out_);
  }

 private:
  std::size_t byte_of(std::uint32_t code_point) const {
    return utf8::byte_offset(statement_.text, code_point);
  }

  bool is_placeholder(std::uint32_t token) const {
    return statement_.placeholder && starts_[token] >= statement_.placeholder->first &&
           starts_[token] < statement_.placeholder->second;
  }
  bool is_placeholder(const extract::Argument& argument) const {
    return is_placeholder(argument.head);
  }

  bool holds_placeholder(const Frame& frame) const {
    for (const FrameArgument& argument : frame.arguments)
      for (const extract::Argument& member : argument.members)
        if (is_placeholder(member)) return true;
    return false;
  }

  /// The clause that has what is asked for; else the first one, or what it is about: "plan to X".
  const Frame* main_frame() const {
    const Frame* first = nullptr;
    for (const Frame& frame : sentence_->frames) {
      const bool clause = frame.kind == Frame::Kind::verb || frame.kind == Frame::Kind::copula;
      if (!clause) continue;
      if (statement_.placeholder && holds_placeholder(frame)) return &frame;
      if (first == nullptr && !frame.governor) first = &frame;
    }
    if (first == nullptr || statement_.placeholder) return nullptr;
    for (const FrameArgument& argument : first->arguments) {
      const bool infinitive =
          argument.role == ArgumentRole::complement && argument.frame && argument.marker == "to";
      if (infinitive && first->find(ArgumentRole::object) == nullptr)
        return &sentence_->frames[*argument.frame];
    }
    return first;
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
      if (is_placeholder(i) && ascii_lower(sentence_->tokens[i].text) == out_.noun)
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
    out_.copula = frame.kind == Frame::Kind::copula || out_.lemma == "be";
    out_.passive = frame.passive;
    out_.negated = frame.negated;
    out_.not_yet =
        frame.modality != extract::Modality::asserted && frame.modality != extract::Modality::asked;
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
    const std::optional<Role::Slot> slot = slot_of(argument);
    if (!slot) return;
    for (const extract::Argument& member : argument.members) {
      Role role;
      role.slot = *slot;
      role.marker = argument.role == ArgumentRole::recipient ? "to" : argument.marker;
      role.wanted = is_placeholder(member);
      if (!role.wanted) role.phrase = phrase(member);
      cover(member.tokens);
      out_.roles.push_back(std::move(role));
    }
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
        out.text = name.link.text;
      } else if (range.contains(name.tokens.first)) {
        out.names.push_back(name.link);
      }
    }
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (!is_placeholder(i)) add_word(out.words, sentence_->tokens[i]);
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
      TimeLimit limit;
      limit.words = content_words(time.text);
      const std::string& value = time.value.empty() ? time.value_end : time.value;
      if (value.empty() || value.size() < kYear) continue;
      if (has_year(time.text)) {
        limit.from = time.open_begin ? "" : value;
        limit.to = time.open_end ? "" : (time.value_end.empty() ? value : time.value_end);
      } else if (names_month(value, time.text)) {
        limit.month = value.substr(kYear);
      } else {
        continue;
      }
      out_.times.push_back(std::move(limit));
    }
  }

  void read_rest() {
    for (std::uint32_t i = 0; i < sentence_->tokens.size(); ++i) {
      const Token& token = sentence_->tokens[i];
      if (covered_.contains(i) || is_placeholder(i) || token.upos == extract::Upos::adv) continue;
      add_word(out_.rest, token);
    }
  }

  std::string understood() const {
    std::string subject, object, others;
    for (const Role& role : out_.roles) {
      const std::string what = role.wanted ? "?" : role.phrase.text;
      if (role.slot == Role::Slot::subject)
        subject += (subject.empty() ? "" : ", ") + what;
      else if (role.slot == Role::Slot::oblique)
        others += " " + role.marker + " " + what;
      else
        object += (object.empty() ? " " : ", ") + what;
    }
    std::string verb = out_.verb;
    std::replace(verb.begin(), verb.end(), '_', ' ');
    std::string out = (subject.empty() ? "?" : subject) + " " + (out_.negated ? "not " : "") +
                      verb + object + others;
    for (const TimeLimit& time : out_.times) {
      out += " (";
      for (std::size_t i = 0; i < time.words.size(); ++i) out += (i > 0 ? " " : "") + time.words[i];
      out += ")";
    }
    return out;
  }

  const Statement& statement_;
  extract::Analysis analysis_;
  const Sentence* sentence_ = nullptr;
  std::vector<FoundName> names_;
  std::vector<std::size_t> starts_;  ///< of each token, in bytes of the statement
  std::set<std::uint32_t> covered_;
  Reading out_;
};

}  // namespace

extract::Analysis analysed(const std::string& text, bool clauses) {
  extract::Analysis analysis;
  extract::Document& document = analysis.document;
  document.text = extract::to_code_points(text);
  document.paragraphs.push_back(
      {extract::Paragraph::Kind::body, {0, static_cast<std::uint32_t>(document.text.size())}, {}});
  extract::run_passes(analysis, {.last = clauses ? extract::Pass::clauses : extract::Pass::times});
  return analysis;
}

std::vector<std::string> times_in(const std::string& sentence, const std::string& date) {
  extract::Analysis analysis;
  extract::Document& document = analysis.document;
  document.text = extract::to_code_points(sentence);
  if (!date.empty()) document.date = date;
  document.paragraphs.push_back(
      {extract::Paragraph::Kind::body, {0, static_cast<std::uint32_t>(document.text.size())}, {}});
  extract::run_passes(analysis, {.last = extract::Pass::times});
  std::vector<std::string> out;
  for (const Sentence& one : analysis.sentences)
    for (const extract::TimeExpression& time : one.times)
      if (!time.value.empty())
        out.push_back(time.value_end.empty() || time.value_end == time.value
                          ? time.value
                          : time.value + "/" + time.value_end);
  return out;
}

std::optional<Reading> reading_of(const Statement& statement, NameFinder& names) {
  return Reader(statement, names).read();
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

}  // namespace dossier::asking
