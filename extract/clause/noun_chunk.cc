// SPDX-License-Identifier: Apache-2.0
// Noun phrases: from the determiner to the head noun.
#include <unordered_set>

#include "extract/clause/chunk.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

namespace {

using Words = std::unordered_set<std::string_view>;

/// Adverbs that can open a noun phrase ("very close contacts").
bool is_degree(std::string_view word) {
  static const Words words{"very",   "more",          "most",    "highly", "extremely",
                           "rather", "quite",         "about",   "nearly", "almost",
                           "over",   "approximately", "less",    "least",  "badly",
                           "much",   "around",        "roughly", "as"};
  return words.contains(word);
}

/// Pronouns and words that refer to nothing that has a name.
bool is_vague(std::string_view word) {
  static const Words words{
      "everyone",  "everybody", "someone",    "somebody", "anyone",  "anybody", "nobody",
      "something", "anything",  "everything", "nothing",  "none",    "one",     "ones",
      "other",     "others",    "same",       "such",     "much",    "many",    "more",
      "most",      "some",      "few",        "another",  "each",    "both",    "all",
      "half",      "enough",    "any",        "either",   "neither", "latter",  "former",
      "following", "this",      "that",       "these",    "those",   "lot",     "deal"};
  return words.contains(word);
}

class NounReader {
 public:
  NounReader(const ChunkInput& input, std::uint32_t start)
      : in_(input), start_(start), at_(start) {}

  std::optional<Chunk> read() {
    if (in_.xpos(start_) == "PRP" && !in_.mentions[start_]) return pronoun();
    while (in_.inside(at_) && step()) {
    }
    return finish();
  }

 private:
  const std::string& tag(std::uint32_t i) const { return in_.xpos(i); }
  const std::string& word(std::uint32_t i) const { return in_.words[i]; }
  bool capital(std::uint32_t i) const {
    const char first = in_.sentence.tokens[i].text[0];
    return first >= 'A' && first <= 'Z';
  }
  const Mention& mention(std::uint32_t i) const { return in_.sentence.mentions[*in_.mentions[i]]; }
  bool any() const { return at_ > start_; }

  Chunk base(std::uint32_t head) const {
    Chunk chunk;
    chunk.kind = Kind::noun;
    chunk.tokens = {start_, at_};
    chunk.head = head;
    chunk.word = lower(in_.sentence.tokens[head].lemma);
    return chunk;
  }

  Chunk pronoun() {
    at_ = start_ + 1;
    Chunk chunk = base(start_);
    chunk.word = word(start_);
    chunk.pronoun = true;
    static const Words plurals{"we", "they", "us", "them", "ourselves", "themselves"};
    chunk.plural = plurals.contains(chunk.word);
    return chunk;
  }

  /// Takes the next word or whole name; false where the phrase ends.
  bool step() {
    if (in_.mentions[at_]) return take_mention();
    const std::string& t = tag(at_);
    if (t == "DT" || t == "PDT" || t == "PRP$" || t == "WP$") return take_determiner();
    if (t == "CD" || t == "$" || t == "#") return take_number();
    if (is_noun_tag(t) || t == "FW") return take_noun();
    if (is_adjective_tag(t)) return take_adjective();
    if (t.starts_with("RB")) return take_adverb();
    if (t == "VBN" || t == "VBG") return take_participle();
    if (t == "POS") return take_possessive();
    return take_joint();
  }

  bool time_starts_here() const {
    for (const TimeExpression& time : in_.sentence.times)
      if (time.tokens.first == at_)
        return !in_.inside(time.tokens.last) ||
               (!is_noun_tag(tag(time.tokens.last)) && tag(time.tokens.last) != "POS");
    return false;
  }

  bool take_mention() {
    const Mention& name = mention(at_);
    if (at_ != name.tokens.first) return false;
    if (any() && have_noun_ && in_.mentions[at_ - 1] && name.type == MentionType::person)
      return false;
    if (any() && have_noun_ && time_starts_here()) return false;
    if (any() && have_noun_ && in_.mentions[at_ - 1] &&
        mention(at_ - 1).type == MentionType::person)
      return false;
    at_ = std::min(name.tokens.last, in_.range.last);
    head_ = at_ - 1;
    have_noun_ = true;
    return true;
  }

  bool take_determiner() {
    if (have_noun_ ||
        (any() && tag(at_ - 1) != "PDT" && word(at_ - 1) != "all" && word(at_ - 1) != "both"))
      return false;
    determined_ = true;
    const std::string& w = word(at_);
    negative_ = negative_ || w == "no" || w == "neither";
    ++at_;
    return true;
  }

  bool take_number() {
    if (have_noun_) {
      if (time_starts_here() || !is_noun_tag(tag(at_ - 1)) || tag(at_ - 1) == "NNS") return false;
      ++at_;
      return true;
    }
    if (time_starts_here() && any()) return false;
    number_ = at_;
    ++at_;
    return true;
  }

  bool take_noun() {
    if (have_noun_ && time_starts_here()) return false;
    if (have_noun_ && in_.mentions[at_ - 1] && mention(at_ - 1).type == MentionType::person &&
        tag(at_).starts_with("NNP"))
      return false;
    head_ = at_++;
    have_noun_ = true;
    return true;
  }

  /// Whether adjectives, participles and numbers from `i` on lead to a noun.
  bool leads_to_noun(std::uint32_t i) const {
    for (std::uint32_t steps = 0; in_.inside(i) && steps < 8; ++i, ++steps) {
      const std::string& t = tag(i);
      if (in_.mentions[i] || is_noun_tag(t)) return true;
      const bool joint = (t == "CC" || t == "," || t == "HYPH" || is_quote(word(i))) &&
                         in_.inside(i + 1) &&
                         (is_adjective_tag(tag(i + 1)) || tag(i + 1) == "VBN" ||
                          tag(i + 1) == "VBG" || t == "HYPH" || is_noun_tag(tag(i + 1)));
      if (!is_adjective_tag(t) && t != "VBN" && t != "VBG" && t != "CD" && !t.starts_with("RB") &&
          !joint)
        return false;
    }
    return false;
  }

  bool take_adjective() {
    if (have_noun_) {
      // "Deputy Prime Minister", however its words are tagged: capitals hold a title together.
      const bool after_name = in_.mentions[at_ - 1] || tag(at_ - 1).starts_with("NNP") ||
                              (capital(at_ - 1) && capital(at_));
      if (!after_name || !leads_to_noun(at_) || time_starts_here()) return false;
      if (in_.mentions[at_ - 1] && mention(at_ - 1).type == MentionType::person) return false;
    }
    adjective_ = at_++;
    return true;
  }

  bool take_adverb() {
    if (have_noun_ || !in_.inside(at_ + 1)) return false;
    const std::string& next = tag(at_ + 1);
    if (!is_adjective_tag(next) && next != "CD" && next != "VBN" && !next.starts_with("RB"))
      return false;
    if (!is_degree(word(at_)) && !(determined_ && leads_to_noun(at_ + 1))) return false;
    if (!any() && next.starts_with("RB") && !leads_to_noun(at_ + 1)) return false;
    ++at_;
    return true;
  }

  bool take_participle() {
    if (have_noun_ || !(determined_ || adjective_ || number_) || !in_.inside(at_ + 1)) return false;
    if (!leads_to_noun(at_ + 1)) return false;
    if (tag(at_) == "VBG" && adjective_ && !determined_) return false;
    ++at_;
    return true;
  }

  bool take_possessive() {
    if (!have_noun_) return false;
    ++at_;
    determined_ = true;
    if (!in_.inside(at_)) return false;
    have_noun_ = false;
    adjective_.reset();
    after_possessive_ = true;
    return true;
  }

  /// Hyphens, quotation marks, and "and" or a comma between adjectives.
  bool take_joint() {
    if (!in_.inside(at_ + 1)) return false;
    const std::string& w = word(at_);
    if (is_quote(w)) {
      if (have_noun_ && !in_.mentions[at_ + 1] && !is_noun_tag(tag(at_ + 1))) return false;
      if (!leads_to_noun(at_ + 1)) return false;
      ++at_;
      return true;
    }
    if ((w == "-" || w == "–" || w == "/") && any() && tight()) {
      at_ += 2;
      if (is_noun_tag(tag(at_ - 1)) || tag(at_ - 1) == "CD") head_ = at_ - 1, have_noun_ = true;
      return true;
    }
    if (w == "&" && have_noun_ && is_noun_tag(tag(at_ + 1))) {
      ++at_;
      return true;
    }
    return take_adjective_joint();
  }

  bool tight() const {
    const auto& tokens = in_.sentence.tokens;
    return tokens[at_ - 1].span.end == tokens[at_].span.begin &&
           tokens[at_].span.end == tokens[at_ + 1].span.begin;
  }

  static bool capital(const std::string& text) {
    return !text.empty() && text[0] >= 'A' && text[0] <= 'Z';
  }

  bool take_adjective_joint() {
    if (!any() || (tag(at_) != "CC" && tag(at_) != ",")) return false;
    const std::string& before = tag(at_ - 1);
    std::uint32_t next = at_ + 1;
    if (tag(next).starts_with("RB") && in_.inside(next + 1)) ++next;
    const bool adjectives =
        !have_noun_ && (is_adjective_tag(before) || before == "VBN" || before == "VBG") &&
        (is_adjective_tag(tag(next)) || tag(next) == "VBN" || tag(next) == "VBG") &&
        leads_to_noun(next);
    if (adjectives) {
      at_ = next;
      return true;
    }
    // "trade and economic ties": a noun used as an adjective next to one that is never said of
    // things.
    const bool relational = in_.words[next].ends_with("ic") || in_.words[next].ends_with("al") ||
                            in_.words[next].ends_with("ary");
    if (have_noun_ && !in_.mentions[at_ - 1] && before == "NN" && word(at_) == "and" &&
        relational && is_adjective_tag(tag(next)) && in_.inside(next + 1) &&
        is_noun_tag(tag(next + 1))) {
      at_ = next + 1;
      return true;
    }
    // "US and French co-chairs": a name used as an adjective next to another one.
    const auto& tokens = in_.sentence.tokens;
    if (!have_noun_ || tag(at_) != "CC" || !in_.mentions[at_ - 1] || !capital(tokens[next].text) ||
        !(is_adjective_tag(tag(next)) || in_.mentions[next]) || !in_.inside(next + 1) ||
        capital(tokens[next + 1].text) || !is_noun_tag(tag(next + 1)))
      return false;
    at_ = next + 1;
    return true;
  }

  std::optional<Chunk> finish() {
    if (!any()) return std::nullopt;
    if (have_noun_) return noun();
    if (after_possessive_ && head_) {  // "the fault is Lavrov's": the possessor is all there is
      return noun();
    }
    if (adjective_ && !determined_ && !number_) return adjective();
    if (number_ || (determined_ && adjective_)) {
      Chunk chunk = base(number_ ? *number_ : *adjective_);
      chunk.determined = determined_;
      chunk.negative = negative_;
      chunk.plural = true;
      chunk.pronoun = is_vague(chunk.word);
      return chunk;
    }
    if (!determined_) return std::nullopt;
    Chunk chunk = base(at_ - 1);
    chunk.word = word(at_ - 1);
    chunk.pronoun = true;
    chunk.negative = negative_;
    chunk.plural = chunk.word == "these" || chunk.word == "those" || chunk.word == "all";
    if (tag(start_) == "PRP$") return std::nullopt;
    return chunk;
  }

  Chunk noun() const {
    Chunk chunk = base(*head_);
    chunk.mention = in_.mentions[*head_];
    if (chunk.mention) chunk.type = in_.sentence.mentions[*chunk.mention].type;
    chunk.plural = tag(*head_) == "NNS" || (tag(*head_) == "NNPS" && !chunk.mention);
    chunk.plural = chunk.plural || chunk.type == MentionType::nationality;
    chunk.determined = determined_;
    chunk.negative = negative_;
    chunk.pronoun = !chunk.mention && is_vague(word(*head_));
    return chunk;
  }

  Chunk adjective() {
    Chunk chunk = base(*adjective_);
    chunk.kind = Kind::adjective;
    return chunk;
  }

  const ChunkInput& in_;
  std::uint32_t start_;
  std::uint32_t at_;
  std::optional<std::uint32_t> head_, number_, adjective_;
  bool have_noun_ = false;
  bool determined_ = false;
  bool negative_ = false;
  bool after_possessive_ = false;
};

}  // namespace

std::optional<Chunk> read_noun_phrase(const ChunkInput& input, std::uint32_t i) {
  return NounReader(input, i).read();
}

}  // namespace dossier::extract::clause
