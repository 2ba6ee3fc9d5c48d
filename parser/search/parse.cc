// SPDX-License-Identifier: Apache-2.0
// Reads a search by recursive descent: the language has four rules.
//
//   any  ::= all ("OR" all)*
//   all  ::= ("AND"? ("NOT" | "-")? unit)+
//   unit ::= "(" any ")" | '"' ... '"' mark? | run mark?
//   mark ::= "*" | "~"
#include <utility>

#include "dossier/error.h"
#include "parser/search/query.h"

namespace dossier::search {
namespace {

constexpr std::size_t kDeepest = 50;
constexpr std::size_t kMostWords = 1000;
constexpr std::string_view kSpace = " \t\r\n\f\v";
constexpr std::string_view kEndsRun = " \t\r\n\f\v()\"";

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Node query() {
    Node out = any();
    if (at_ < text_.size()) fail("no parenthesis is open here", at_);
    return out;
  }

 private:
  [[noreturn]] void fail(const std::string& what, std::size_t at) const {
    throw Error::in_text(ErrorCode::syntax, what, text_, at);
  }
  [[noreturn]] void fail_limit(const std::string& what) const {
    throw Error::in_text(ErrorCode::limit, what, text_, at_);
  }

  bool at_end() {
    at_ = std::min(text_.find_first_not_of(kSpace, at_), text_.size());
    return at_ == text_.size();
  }
  bool sees(char c) { return !at_end() && text_[at_] == c; }
  bool take(char c) {
    if (!sees(c)) return false;
    ++at_;
    return true;
  }
  std::string_view run() const {
    return text_.substr(at_, std::min(text_.find_first_of(kEndsRun, at_), text_.size()) - at_);
  }
  bool take_word(std::string_view word) {
    if (at_end() || run() != word) return false;
    at_ += word.size();
    return true;
  }

  Node any() {
    Any out;
    do out.choices.push_back(all());
    while (take_word("OR"));
    if (out.choices.size() == 1) return std::move(out.choices.front());
    return {std::move(out)};
  }

  Node all() {
    All out;
    const std::size_t begin = at_;
    while (!at_end() && !sees(')') && run() != "OR") {
      take_word("AND");
      const bool unwanted = take_word("NOT") || take_minus();
      (unwanted ? out.unwanted : out.wanted).push_back(unit());
    }
    if (out.wanted.empty()) {
      fail(out.unwanted.empty() ? "a word is missing here"
                                : "say what to look for, beside what is not wanted",
           std::min(begin, text_.size()));
    }
    if (out.wanted.size() == 1 && out.unwanted.empty()) return std::move(out.wanted.front());
    return {std::move(out)};
  }

  // In front of a word; a minus alone is a dash.
  bool take_minus() {
    if (!sees('-') || at_ + 1 == text_.size() || kSpace.find(text_[at_ + 1]) != kSpace.npos) {
      return false;
    }
    ++at_;
    return true;
  }

  Node unit() {
    if (take('(')) return bracketed();
    if (sees('"')) return quoted();
    if (at_end() || sees(')')) fail("a word is missing here", at_);
    std::string_view word = run();
    at_ += word.size();
    Words out;
    if (word.ends_with('*')) out.prefix = true;
    if (word.ends_with('~')) out.fuzzy = true;
    if (out.prefix || out.fuzzy) word.remove_suffix(1);
    out.text = word;
    return counted(std::move(out));
  }

  Node bracketed() {
    const std::size_t open = at_ - 1;
    if (++depth_ > kDeepest) fail_limit("parentheses are nested more than 50 deep");
    Node out = any();
    if (!take(')')) fail("this parenthesis is not closed", open);
    --depth_;
    return out;
  }

  Node quoted() {
    const std::size_t end = text_.find('"', at_ + 1);
    if (end == text_.npos) fail("this quotation mark is not closed", at_);
    Words out{std::string(text_.substr(at_ + 1, end - at_ - 1)), true};
    at_ = end + 1;
    if (out.text.ends_with('*')) {
      out.prefix = true;
      out.text.pop_back();
    }
    if (at_ < text_.size() && text_[at_] == '*') {
      out.prefix = true;
      ++at_;
    }
    return counted(std::move(out));
  }

  Node counted(Words words) {
    if (++count_ > kMostWords) fail_limit("a search may have 1,000 words");
    return {std::move(words)};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t count_ = 0;
};

}  // namespace

Node parse(std::string_view text) { return Parser(text).query(); }

}  // namespace dossier::search
