// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/naming.h"

#include <algorithm>
#include <optional>

#include "extract/lexicon/known_names.h"
#include "extract/lexicon/lexicon.h"
#include "extract/names/describing_nouns.h"
#include "extract/sentence_tree.h"
#include "extract/text/unicode.h"

namespace dossier::extract::resolve {

namespace {

bool is_common_singular(const Token& token) {
  return token.upos == Upos::noun && token.xpos == Xpos::nn;
}

/// Taken for a person, with nothing in it that only people have.
bool is_doubtful_person(const Mention& name) {
  return name.type == MentionType::person && name.title.empty() &&
         gender_of_given_name(name.text.substr(0, name.text.find(' '))) == Gender::unknown;
}

bool fits(const Token& noun, const Mention& name) {
  const NounClass of = Lexicon::builtin().word(to_lower(noun.lemma)).noun_class;
  if (is_body_noun(to_lower(noun.lemma)) && is_doubtful_person(name)) return true;
  return (of == NounClass::person) == (name.type == MentionType::person) &&
         name.type != MentionType::nationality;
}

bool is_asked_or_denied(const Sentence& sentence, std::uint32_t predicate) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) {
    return token.text == "?" ||
           (token.head == static_cast<std::int32_t>(predicate) &&
            (token.relation == Relation::advmod || token.relation == Relation::aux));
  });
}

class Reader {
 public:
  Reader(const Sentence& sentence, std::vector<Naming>& found)
      : sentence_(sentence), found_(found) {}

  void read(const Mention& name) {
    if (name.tokens.empty()) return;
    const std::uint32_t at = head_of(sentence_, name.tokens);
    const Token& head = sentence_.tokens[at];
    if (head.relation == Relation::appos && head.head >= 0)
      add(name, static_cast<std::uint32_t>(head.head), true);
    else if (const auto noun = before_clause(name, at))
      add(name, *noun, true);
    // "The school is in Oslo" does not say that it is Oslo.
    const bool is = has_child(sentence_, at, Relation::cop) &&
                    !has_child(sentence_, at, Relation::case_) &&
                    !is_asked_or_denied(sentence_, at);
    for (std::uint32_t i = 0; i < sentence_.tokens.size(); ++i) {
      const Token& token = sentence_.tokens[i];
      if (token.head != static_cast<std::int32_t>(at)) continue;
      if (token.relation == Relation::appos) add(name, i, true);
      if (is && token.relation == Relation::nsubj) add(name, i, false);
      if (i + 1 == name.tokens.first && token.relation == Relation::compound) add(name, i, true);
    }
  }

 private:
  /// "The company that owns them, Azzurra Pesca, denied it": the tree may take a name that a comma
  /// ends on both sides into the relative clause before it.
  std::optional<std::uint32_t> before_clause(const Mention& name, std::uint32_t at) const {
    const std::vector<Token>& tokens = sentence_.tokens;
    const TokenRange& words = name.tokens;
    if (words.first == 0 || words.last >= tokens.size() || tokens[words.first - 1].text != "," ||
        tokens[words.last].text != "," || is_behind_place(name))
      return std::nullopt;
    constexpr int kSteps = 4;
    for (int step = 0; step < kSteps && tokens[at].head >= 0; ++step) {
      const auto above = static_cast<std::uint32_t>(tokens[at].head);
      if (above >= words.first) return std::nullopt;
      if (tokens[at].relation == Relation::acl_relcl) return above;
      at = above;
    }
    return std::nullopt;
  }

  /// "which is in Evansville, Indiana,"
  bool is_behind_place(const Mention& name) const {
    return is_place(name.type) && std::any_of(sentence_.mentions.begin(), sentence_.mentions.end(),
                                              [&](const Mention& other) {
                                                return is_place(other.type) &&
                                                       other.tokens.last + 1 == name.tokens.first;
                                              });
  }

  void add(const Mention& name, std::uint32_t noun, bool apposition) {
    const Token& token = sentence_.tokens[noun];
    if (name.entity && is_common_singular(token) && fits(token, name))
      found_.push_back({noun, *name.entity, apposition, is_body_noun(to_lower(token.lemma))});
  }

  const Sentence& sentence_;
  std::vector<Naming>& found_;
};

}  // namespace

std::vector<Naming> namings(const Sentence& sentence) {
  std::vector<Naming> found;
  Reader reader(sentence, found);
  for (const Mention& mention : sentence.mentions) reader.read(mention);
  return found;
}

}  // namespace dossier::extract::resolve
