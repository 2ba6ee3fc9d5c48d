// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/highlight.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "repl/shell/keywords.h"

namespace dossier::repl {
namespace {

constexpr std::string_view kKeyword = "\x1b[1;35m", kVariable = "\x1b[33m", kName = "\x1b[36m",
                           kText = "\x1b[32m", kComment = "\x1b[2m", kCommand = "\x1b[1;34m",
                           kPlain = "\x1b[0m";

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || (c & 0x80) != 0;
}

bool is_in_name(char c) { return is_word(c) || c == ':' || c == '-' || c == '.' || c == '%'; }

const std::set<std::string, std::less<>>& keywords() {
  static const std::set<std::string, std::less<>> all = [] {
    std::set<std::string, std::less<>> words;
    for (std::string_view word : sparql_words()) {
      if (word.ends_with('(')) word.remove_suffix(1);
      words.emplace(word);
    }
    words.insert("A");  // rdf:type
    return words;
  }();
  return all;
}

bool is_keyword(std::string_view word) {
  std::string upper(word);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  if (upper == "A") return word == "a";
  return keywords().contains(upper);
}

class Painter {
 public:
  explicit Painter(std::string_view line) : line_(line) {}

  std::string run() {
    if (line_.starts_with('.')) {
      put(kCommand, std::min(line_.find(' '), line_.size()));
      out_ += line_.substr(at_);
      return std::move(out_);
    }
    while (at_ < line_.size()) step();
    return std::move(out_);
  }

 private:
  void put(std::string_view color, std::size_t end) {
    out_ += color;
    out_ += line_.substr(at_, end - at_);
    out_ += kPlain;
    at_ = end;
  }

  std::size_t end_of(std::size_t from, bool (*belongs)(char)) const {
    std::size_t end = from;
    while (end < line_.size() && belongs(line_[end])) ++end;
    return end;
  }

  std::size_t end_of_text(char quote) const {
    std::size_t end = at_ + 1;
    while (end < line_.size() && line_[end] != quote) end += line_[end] == '\\' ? 2 : 1;
    return std::min(end + 1, line_.size());
  }

  void step() {
    const char c = line_[at_];
    if (c == '#') return put(kComment, line_.size());
    if (c == '"' || c == '\'') return put(kText, end_of_text(c));
    if (c == '<') return iri();
    if ((c == '?' || c == '$') && at_ + 1 < line_.size() && is_word(line_[at_ + 1]))
      return put(kVariable, end_of(at_ + 1, is_word));
    if (is_word(c) || c == ':') return word();
    out_ += c;
    ++at_;
  }

  void iri() {
    const std::size_t end = line_.find_first_of("<> ", at_ + 1);
    if (end != std::string_view::npos && line_[end] == '>') return put(kName, end + 1);
    out_ += line_[at_++];
  }

  void word() {
    const std::size_t end = end_of(at_, is_word);
    if (end < line_.size() && line_[end] == ':') {
      std::size_t name = end_of(end, is_in_name);
      while (name > end + 1 && line_[name - 1] == '.') --name;  // the end of a triple
      return put(kName, name);
    }
    if (is_keyword(line_.substr(at_, end - at_))) return put(kKeyword, end);
    out_ += line_.substr(at_, std::max(end, at_ + 1) - at_);
    at_ = std::max(end, at_ + 1);
  }

  std::string_view line_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::string highlighted(std::string_view line) { return Painter(line).run(); }

}  // namespace dossier::repl
