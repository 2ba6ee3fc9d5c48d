// SPDX-License-Identifier: Apache-2.0
// The verb of a sentence in which every word was read as a noun or as a part of one: "The dog bit
// two children", "Murphy lives and works in Cork", "The drug reduced deaths".
#include <algorithm>
#include <string>

#include "extract/analyze/verb_spelling.h"
#include "extract/clause/repair.h"
#include "extract/clause/words.h"
#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/past_form.h"
#include "extract/sentence_tree.h"
#include "model/ascii.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class MissingVerb {
 public:
  explicit MissingVerb(Sentence& sentence) : sentence_(sentence), tokens_(sentence.tokens) {}

  void find() {
    if (!lacks_verb()) return;
    if (const auto verb = multiplied()) return make_multiplied(*verb);
    if (const auto verb = appointed()) return make_appointed(*verb);
    const std::uint32_t first = behind_front();
    if (!begins_with_subject(first)) return;
    for (std::uint32_t i = first + 1; i + 2 < tokens_.size(); ++i) {
      const auto subject = subject_of(i);
      const std::string base = subject && goes_on(i) ? base_of(i) : std::string();
      if (base.empty()) continue;
      make_verb(i, *subject, base);
      return join_verb(i);
    }
  }

 private:
  /// A whole sentence without any finite verb.
  bool lacks_verb() const {
    if (tokens_.size() < 5 || tokens_.back().text != "." || sentence_.headline) return false;
    return std::none_of(tokens_.begin(), tokens_.end(), [](const Token& token) {
      return token.xpos == Xpos::vbd || token.xpos == Xpos::vbz || token.xpos == Xpos::vbp ||
             token.xpos == Xpos::md || token.upos == Upos::aux;
    });
  }

  /// Where the subject begins: "In a trial, the drug cut deaths".
  std::uint32_t behind_front() const {
    if (tokens_.front().upos != Upos::adp) return 0;
    for (std::uint32_t i = 1; i + 1 < tokens_.size(); ++i)
      if (tokens_[i].text == ",") return i + 1;
    return 0;
  }

  bool begins_with_subject(std::uint32_t at) const {
    const Token& first = tokens_[at];
    return first.upos == Upos::propn || first.xpos == Xpos::dt || first.xpos == Xpos::prp_poss;
  }

  /// "Profits more than doubled to 40 million euros", read as profits, more than doubled, or as
  /// more profits than doubled.
  std::optional<std::uint32_t> multiplied() const {
    for (std::uint32_t i = 3; i + 1 < tokens_.size(); ++i) {
      const Token& verb = tokens_[i];
      const bool than =
          ascii_lower(tokens_[i - 1].text) == "than" && tokens_[i - 1].relation == mark;
      const Token& noun = tokens_[i - 3];
      const bool beside = hangs_on(noun, i - 2, nsubj);
      const bool below = verb.relation.is(advcl) && verb.head == static_cast<std::int32_t>(i) - 2 &&
                         (noun.relation == root || beside);
      const bool above = verb.relation == root && beside;
      if (verb.xpos == Xpos::vbn && than && ascii_lower(tokens_[i - 2].text) == "more" &&
          (below || above))
        return i;
    }
    return std::nullopt;
  }

  /// "Norwave named Mia Sund director", read as a Norwave that was named.
  std::optional<std::uint32_t> appointed() const {
    for (std::uint32_t i = 1; i + 2 < tokens_.size(); ++i) {
      const Token& verb = tokens_[i];
      if (verb.xpos != Xpos::vbn || !verb.relation.is(acl) || verb.head < 0) continue;
      const Token& noun = tokens_[static_cast<std::size_t>(verb.head)];
      const bool beside = verb.head + 1 == static_cast<std::int32_t>(i);
      if (beside && noun.relation == root && noun.upos == Upos::propn &&
          tokens_[i + 1].upos == Upos::propn && is_appointing_verb(verb.lemma))
        return i;
    }
    return std::nullopt;
  }

  void make_appointed(std::uint32_t i) {
    Token& verb = tokens_[i];
    const std::int32_t noun = verb.head;
    for (std::uint32_t child = 0; child < tokens_.size(); ++child)
      if (tokens_[child].head == noun && (child > i || tokens_[child].upos == Upos::punct))
        tokens_[child].head = static_cast<std::int32_t>(i);
    verb.xpos = Xpos::vbd;
    verb.head = -1;
    verb.relation = root;
    tokens_[static_cast<std::size_t>(noun)].head = static_cast<std::int32_t>(i);
    tokens_[static_cast<std::size_t>(noun)].relation = nsubj;
  }

  void make_multiplied(std::uint32_t i) {
    const auto at = static_cast<std::int32_t>(i);
    for (std::uint32_t child = 0; child < tokens_.size(); ++child) {
      Token& token = tokens_[child];
      const bool outside = (token.head == at - 3 || token.head == at - 2) &&
                           (child > i || token.upos == Upos::punct);
      if (outside || child == i - 2) token.head = at;
    }
    tokens_[i].xpos = Xpos::vbd;
    tokens_[i].head = -1;
    tokens_[i].relation = root;
    tokens_[i - 1].head = at - 2;
    tokens_[i - 1].relation = fixed;
    tokens_[i - 3].head = at;
    tokens_[i - 3].relation = nsubj;
  }

  /// The last noun before `i` that hangs on it, with nothing but its own words before it.
  std::optional<std::uint32_t> subject_of(std::uint32_t i) const {
    for (std::uint32_t noun = i; noun-- > 0;) {
      const Token& token = tokens_[noun];
      if (token.head != static_cast<std::int32_t>(i)) continue;
      const bool nominal = token.xpos == Xpos::nn || token.xpos == Xpos::nnp;
      const bool attached =
          token.relation.is(nsubj) || token.relation == compound || token.relation.is(obl);
      if (nominal && attached) return noun;
      if (token.upos != Upos::punct) return std::nullopt;
    }
    return std::nullopt;
  }

  /// An object or a phrase follows.
  bool goes_on(std::uint32_t i) const {
    const auto& next = tokens_[i + 1].upos;
    return next == Upos::det || next == Upos::num || next == Upos::adp || next == Upos::pron ||
           next == Upos::noun || next == Upos::propn || next == Upos::cconj || next == Upos::adj ||
           is_followed_by_participle(i);
  }

  /// "The dam burst, flooding 12 villages."
  bool is_followed_by_participle(std::uint32_t i) const {
    return tokens_[i + 1].text == "," && i + 2 < tokens_.size() && tokens_[i + 2].xpos == Xpos::vbg;
  }

  std::string base_of(std::uint32_t i) const {
    const Token& token = tokens_[i];
    const std::string lower = ascii_lower(token.text);
    if (lower != token.text) return {};
    if (token.xpos == Xpos::nns) return present_base(lower, Lexicon::builtin()).value_or("");
    if (token.xpos == Xpos::nn) {
      const std::string base(Lexicon::builtin().irregular('v', lower));
      return base.empty() && is_same_in_past(i) ? lower : base;
    }
    const bool described = token.relation == amod && token.head > static_cast<std::int32_t>(i);
    if (token.xpos != Xpos::vbn || !described) return {};
    return token.lemma;
  }

  /// "The drug cut deaths", but not "the tax cut for firms".
  bool is_same_in_past(std::uint32_t i) const {
    const auto& next = tokens_[i + 1].xpos;
    const bool object = next == Xpos::nns || next == Xpos::dt || next == Xpos::cd ||
                        next == Xpos::prp_poss || next == Xpos::nnp || is_followed_by_participle(i);
    const std::string& lower = tokens_[i].text;
    return object && Lexicon::builtin().word(lower).verb && past_form(lower) == lower;
  }

  void make_verb(std::uint32_t i, std::uint32_t subject, const std::string& base) {
    Token& verb = tokens_[i];
    const auto at = static_cast<std::int32_t>(i);
    const std::int32_t object = verb.head > at ? verb.head : -1;
    verb.xpos = verb.xpos == Xpos::nns ? Xpos::vbz : Xpos::vbd;
    verb.upos = Upos::verb;
    verb.lemma = base;
    verb.head = -1;
    verb.relation = root;
    for (std::uint32_t child = 0; child < tokens_.size(); ++child) take(child, i, subject, object);
    if (object < 0) return;
    tokens_[static_cast<std::size_t>(object)].head = at;
    tokens_[static_cast<std::size_t>(object)].relation = obj;
  }

  /// What hung on the noun in the verb's place, or on its object, finds its new place.
  void take(std::uint32_t child, std::uint32_t verb, std::uint32_t subject, std::int32_t object) {
    Token& token = tokens_[child];
    const auto at = static_cast<std::int32_t>(verb);
    const bool own = token.head == at, of_object = object >= 0 && token.head == object;
    if ((!own && !of_object) || child == verb) return;
    if (child == subject) {
      token.head = at;
      token.relation = nsubj;
    } else if (child < verb && token.upos != Upos::punct) {
      token.head = static_cast<std::int32_t>(subject);
    } else if (token.upos == Upos::punct || token.relation.is(advcl)) {
      token.head = at;
    } else if (own && token.relation == acl && token.xpos == Xpos::vbg) {
      token.relation = advcl;
    } else if (token.relation.is(nmod) && (own || is_outside(child))) {
      token.head = at;
      token.relation = obl;
    }
  }

  /// "children in the park", "deaths by 30 percent", but not "parts of the wall".
  bool is_outside(std::uint32_t noun) const {
    for (std::uint32_t i = 0; i < noun; ++i)
      if (hangs_on(tokens_[i], noun, case_)) return ascii_lower(tokens_[i].text) != "of";
    return false;
  }

  /// "lives and works": the second verb.
  void join_verb(std::uint32_t verb) {
    for (std::uint32_t i = verb + 1; i < tokens_.size(); ++i) {
      Token& token = tokens_[i];
      if (!hangs_on(token, verb, conj) || token.xpos != Xpos::nns) continue;
      const auto base = present_base(ascii_lower(token.text), Lexicon::builtin());
      if (!base) continue;
      token.upos = Upos::verb;
      token.xpos = Xpos::vbz;
      token.lemma = *base;
      for (Token& child : tokens_)
        if (hangs_on(child, i, nmod)) child.relation = obl;
    }
  }

  Sentence& sentence_;
  std::vector<Token>& tokens_;
};

}  // namespace

void repair_missing_verbs(Sentence& sentence) { MissingVerb(sentence).find(); }

}  // namespace dossier::extract::clause
