// SPDX-License-Identifier: Apache-2.0
#include "extract/train/neural/entity_brackets.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace dossier::extract {
namespace {

bool is_number(char c) { return c >= '0' && c <= '9'; }

/// Group, type, information status, salience, centring, heads, link and identity, which may hold
/// dashes of its own.
EntityPhrase phrase_of(std::string_view bracket, std::size_t word) {
  constexpr std::size_t kType = 1;
  constexpr std::size_t kIdentity = 7;
  EntityPhrase phrase{word, word, {}, {}};
  for (std::size_t field = 0; !bracket.empty(); ++field) {
    const std::size_t end =
        field == kIdentity ? bracket.size() : std::min(bracket.find('-'), bracket.size());
    if (field == kType) phrase.type = bracket.substr(0, end);
    if (field == kIdentity) phrase.identity = bracket.substr(0, end);
    bracket.remove_prefix(std::min(end + 1, bracket.size()));
  }
  return phrase;
}

class EntityReader {
 public:
  explicit EntityReader(const ConlluSentence& sentence) : sentence_(sentence) {}

  std::vector<EntityPhrase> read() {
    for (word_ = 0; word_ < sentence_.words.size(); ++word_) {
      const std::string& misc = sentence_.words[word_].misc;
      std::size_t at = misc.starts_with("Entity=") ? 0 : misc.find("|Entity=");
      if (at == std::string::npos) continue;
      at = misc.find('=', at) + 1;
      read_brackets(std::string_view(misc).substr(at, misc.find('|', at) - at));
    }
    return std::move(phrases_);
  }

 private:
  static bool opens(std::string_view text) {
    std::size_t digits = 1;
    while (digits < text.size() && is_number(text[digits])) ++digits;
    return text[0] == '(' && digits > 1 && digits < text.size() && text[digits] == '-';
  }

  void read_brackets(std::string_view text) {
    while (!text.empty()) {
      if (opens(text)) {
        open(text);
      } else {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
        if (digits > 0 && digits < text.size() && text[digits] == ')') {
          close(std::string(text.substr(0, digits)));
        }
        text.remove_prefix(std::min(digits + 1, text.size()));
      }
    }
  }

  /// Fields up to the next bracket; an identity may hold brackets of its own.
  void open(std::string_view& text) {
    const std::string group(text.substr(1, text.find('-') - 1));
    std::size_t at = 1;
    bool closed = false;
    for (int depth = 0; at < text.size() && !closed; ++at) {
      if (text[at] == '(' && opens(text.substr(at))) break;
      if (text[at] == '(') ++depth;
      closed = text[at] == ')' && depth-- == 0;
    }
    open_[group].push_back(phrase_of(text.substr(1, at - (closed ? 2 : 1)), word_));
    if (closed) close(group);
    text.remove_prefix(at);
  }

  void close(const std::string& group) {
    std::vector<EntityPhrase>& open = open_[group];
    if (open.empty()) return;  // opened in a sentence before
    open.back().last = word_;
    phrases_.push_back(std::move(open.back()));
    open.pop_back();
  }

  const ConlluSentence& sentence_;
  std::size_t word_ = 0;
  std::map<std::string, std::vector<EntityPhrase>> open_;
  std::vector<EntityPhrase> phrases_;
};

}  // namespace

std::vector<EntityPhrase> entity_phrases(const ConlluSentence& sentence) {
  return EntityReader(sentence).read();
}

}  // namespace dossier::extract
