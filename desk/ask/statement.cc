// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/statement.h"

#include <algorithm>

#include "desk/ask/question_opening.h"
#include "desk/ask/question_tokens.h"
#include "desk/ask/tables.h"

namespace dossier::asking {
namespace {

/// What stands for the words that are asked for.
struct Asked {
  std::string preposition;  ///< "in" of "in which countries"; ""
  std::string placeholder;  ///< "the countries"; "" of when and where
  std::size_t end = 0;      ///< where the words behind it begin
  bool found = false;
};

std::string past_of(const std::string& regular_verb) {
  return regular_verb + (regular_verb.ends_with('e') ? "d" : "ed");
}

class Turner {
 public:
  Turner(std::vector<Word> words) : words_(std::move(words)) {}

  std::optional<Statement> turn() {
    strip_around(words_, out_);
    if (words_.size() < 2) return std::nullopt;
    if (out_.whether) {
      out_.wanted = Wanted::yes_no;
      return statement({slice(0, words_.size())}, npos);
    }
    const Asked asked = read_asked();
    if (!asked.found) {
      if (!is_auxiliary(words_[0])) return std::nullopt;
      out_.wanted = Wanted::yes_no;
      return turned(0, asked);
    }
    if (asked.end >= words_.size()) return std::nullopt;
    if (is_auxiliary(words_[asked.end]) && is_inverted(asked)) return turned(asked.end, asked);
    if (asked.placeholder.empty()) return std::nullopt;
    return statement({{placeholder_words(asked)}, slice(asked.end, words_.size())}, 0);
  }

 private:
  using Parts = std::vector<std::string>;

  std::string slice(std::size_t begin, std::size_t end) const {
    return joined(words_, std::min(begin, end), end);
  }

  bool starts(std::size_t at, std::initializer_list<std::string_view> lowers) const {
    return stands_at(words_, at, lowers);
  }
  Asked read_asked() {
    Asked out;
    std::size_t at = 0;
    if (is_preposition(words_[0]) && words_.size() > 2) {
      out.preposition = words_[0].lower;
      at = 1;
    }
    const std::string& word = words_[at].lower;
    if (words_[at].name) return out;
    out.found = true;
    out.end = at + 1;
    if (word == "who" || word == "whom") {
      out_.person = true;
      out.placeholder = "the person";
    } else if (word == "when") {
      out_.wanted = Wanted::time;
      out.preposition.clear();
    } else if (word == "where") {
      out_.wanted = Wanted::place;
      out.preposition.clear();
    } else if (word == "why") {
      out_.wanted = Wanted::cause;
      out.preposition.clear();
    } else if (word == "how") {
      read_how(out, at);
    } else if (word == "what" || word == "which" || word == "whose") {
      read_which(out, at);
    } else {
      out = Asked();
    }
    return out;
  }

  void read_how(Asked& out, std::size_t at) {
    if (starts(at, {"how", "often"}) || starts(at, {"how", "many", "times"})) {
      out_.wanted = Wanted::often;
      out.end = at + (words_[at + 1].lower == "often" ? 2U : 3U);
      return;
    }
    if (starts(at, {"how", "long"})) {
      out_.wanted = Wanted::duration;
      out.preposition.clear();
      out.end = at + 2;
      return;
    }
    if (starts(at, {"how", "many"}) || starts(at, {"how", "much"})) {
      const bool much = words_[at + 1].lower == "much";
      out_.wanted = much ? Wanted::amount : Wanted::count;
      out.end = noun_end(words_, at + 2);
      for (std::size_t i = at + 2; i < out.end; ++i) out_.noun_words.push_back(words_[i].text);
      const bool money = out_.noun_words.empty() || out_.noun_words.back() == "money";
      take_of_phrase(out);
      out.placeholder = "seven " + (much && money ? "dollars" : slice(at + 2, out.end));
      if (much && money) out_.noun_words.clear();
      return;
    }
    out_.wanted = Wanted::manner;
    out.preposition.clear();
    // "how high" and the like are measures; "how is X" asks for nothing that a clause tells.
    const bool clause = at + 1 < words_.size() && is_auxiliary(words_[at + 1]) &&
                        find_verb(words_, at + 1) < words_.size();
    if (!clause) out = Asked();
  }

  void take_of_phrase(Asked& out) {
    const std::size_t end = behind_of_phrase(words_, out.end);
    for (std::size_t i = out.end + 1; i < end; ++i) out_.of_words.push_back(words_[i].text);
    out.end = end;
  }

  void read_which(Asked& out, std::size_t at) {
    out.end = noun_end(words_, at + 1);
    for (std::size_t i = at + 1; i < out.end; ++i) out_.noun_words.push_back(words_[i].text);
    // "Whose record did X break?": whoever has it, which no relation of the verb says.
    if (words_[at].lower == "whose") out_.person = true;
    if (out_.noun_words.empty()) {
      out.placeholder = words_[at].lower == "whose" ? "the person" : "the thing";
      return;
    }
    const std::string noun = words_[out.end - 1].lower;
    const bool time =
        noun == "year" || noun == "day" || noun == "date" || noun == "month" || noun == "time";
    if (time && !(out.end < words_.size() && is_be(words_[out.end]))) {
      out_.wanted = Wanted::time;
      out_.noun_words.clear();
      out.preposition.clear();
      return;
    }
    take_of_phrase(out);
    out.placeholder = "the " + slice(at + 1, out.end);
  }

  /// "Who was appointed" asks for the subject; "Whom was he appointed by" does not.
  bool is_inverted(const Asked& asked) {
    const Word& auxiliary = words_[asked.end];
    if (asked.placeholder.empty() || !asked.preposition.empty()) return true;
    if (is_do(auxiliary)) return true;
    std::size_t next = asked.end + 1;
    while (next < words_.size() && (words_[next].upos == "ADV" || words_[next].lower == "not" ||
                                    words_[next].lower == "n't"))
      ++next;
    if (next >= words_.size()) return false;
    const bool verb_next =
        !words_[next].name && (words_[next].upos == "VERB" || words_[next].upos == "AUX");
    if (verb_next) return false;
    if (find_verb(words_, asked.end) < words_.size()) return true;
    if (!is_be(auxiliary)) return is_modal(auxiliary) && !can_be_base_verb(words_[next]);
    // "Who is X?" asks what X is; "Who is the president of X?" for the one who is.
    const bool whole_name =
        words_[next].name && std::all_of(words_.begin() + static_cast<long>(next), words_.end(),
                                         [](const Word& word) { return word.name; });
    out_.describe = whole_name;
    return whole_name;
  }

  std::string placeholder_words(const Asked& asked) const {
    return (asked.preposition.empty() ? "" : asked.preposition + " ") + asked.placeholder;
  }

  /// The auxiliary behind its subject, the placeholder where it belongs.
  std::optional<Statement> turned(std::size_t auxiliary, const Asked& asked) {
    const std::size_t verb = find_verb(words_, auxiliary);
    if (verb == words_.size()) return turned_copula(auxiliary, asked);
    if (is_do(words_[auxiliary]) || is_modal(words_[auxiliary]))
      out_.base_verb = words_[verb].lower;
    // "has the board been meeting": "been" goes with the auxiliary.
    const bool been = verb > auxiliary + 1 && words_[verb - 1].lower == "been";
    const std::string subject = slice(auxiliary + 1, been ? verb - 1 : verb) + " ";
    // "did last": in the past it is no adjective.
    const bool taken_for_adjective = words_[verb].upos == "ADJ" && is_do(words_[auxiliary]);
    const std::string head = taken_for_adjective ? subject + past_of(words_[verb].lower)
                                                 : subject + words_[auxiliary].lower +
                                                       (been ? " been " : " ") + words_[verb].text;
    if (asked.placeholder.empty()) return statement({head, slice(verb + 1, words_.size())}, npos);
    const std::size_t place = placeholder_place(words_, verb, !asked.preposition.empty());
    return statement(
        {head, slice(verb + 1, place), placeholder_words(asked), slice(place, words_.size())}, 2);
  }

  std::optional<Statement> turned_copula(std::size_t auxiliary, const Asked& asked) {
    if (!is_be(words_[auxiliary])) return std::nullopt;
    std::size_t end = auxiliary + 1;
    while (end < words_.size() && words_[end].name) ++end;
    if (end == auxiliary + 1) end = phrase_end(words_, auxiliary + 1);
    const std::string subject = slice(auxiliary + 1, end) + " " + words_[auxiliary].lower;
    const std::string rest = slice(end, words_.size());
    if (asked.placeholder.empty()) return statement({subject, rest}, npos);
    if (end < words_.size() && is_preposition(words_[end]) && end + 1 == words_.size())
      return statement({subject, rest, asked.placeholder}, 2);
    return statement({subject, placeholder_words(asked), rest}, 1);
  }

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  /// Parts joined; the one with this number is the placeholder.
  std::optional<Statement> statement(const Parts& parts, std::size_t placeholder) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (parts[i].empty()) continue;
      if (!out_.text.empty() && parts[i][0] != ',' && parts[i][0] != '\'') out_.text += ' ';
      const std::size_t begin = out_.text.size();
      out_.text += parts[i];
      if (i == placeholder) out_.placeholder = {begin, out_.text.size()};
    }
    if (out_.text.empty()) return std::nullopt;
    if (out_.text[0] >= 'a' && out_.text[0] <= 'z')
      out_.text[0] = static_cast<char>(out_.text[0] - 'a' + 'A');
    out_.text += '.';
    return std::move(out_);
  }

  std::vector<Word> words_;
  Statement out_;
};

}  // namespace

std::optional<Statement> statement_of(const extract::Sentence& sentence,
                                      const std::vector<FoundName>& names) {
  return Turner(words_of(sentence, names)).turn();
}

std::optional<Statement> with_will(Statement statement) {
  const std::size_t at = statement.text.find(" did ");
  if (statement.base_verb.empty() || at == statement.text.npos) return std::nullopt;
  statement.text.replace(at, 5, " will ");
  if (statement.placeholder && statement.placeholder->first > at) {
    ++statement.placeholder->first;
    ++statement.placeholder->second;
  }
  return statement;
}

}  // namespace dossier::asking
