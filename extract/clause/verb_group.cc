// SPDX-License-Identifier: Apache-2.0
// Verb groups: auxiliaries, negation, adverbs, the main verb and its particle.
#include "extract/clause/chunk.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

namespace {

/// Walks over one verb group, word by word.
class VerbReader {
 public:
  VerbReader(const ChunkInput& input, std::uint32_t start) : in_(input), at_(start) {
    chunk_.kind = Kind::verb;
    chunk_.tokens = {start, start};
  }

  std::optional<Chunk> read() {
    if (!open()) return std::nullopt;
    while (extend()) {
    }
    close();
    return chunk_;
  }

 private:
  VerbGroup& verb() { return chunk_.verb; }
  const std::string& lemma(std::uint32_t i) const { return in_.sentence.tokens[i].lemma; }
  bool is(std::uint32_t i, std::string_view tag) const {
    return in_.inside(i) && in_.xpos(i) == tag;
  }
  bool adverb(std::uint32_t i) const {
    if (!in_.inside(i) || in_.mentions[i]) return false;
    const bool manner = in_.xpos(i) == "JJ" && in_.words[i].ends_with("ly") && in_.inside(i + 1) &&
                        is_verb_tag(in_.xpos(i + 1));
    return manner || in_.xpos(i).starts_with("RB") || is_negator(in_.words[i]);
  }
  std::uint32_t skip_adverbs(std::uint32_t i) const {
    while (adverb(i)) ++i;
    return i;
  }

  bool open() {
    if (is(at_, "TO") || (in_.inside(at_) && in_.words[at_] == "to")) {
      const std::uint32_t next = skip_adverbs(at_ + 1);
      if (!is(next, "VB")) return false;
      verb().infinitive = true;
      note_negation(at_ + 1, next);
      take(next);
      return true;
    }
    if (!is_verb_tag(in_.xpos(at_))) return false;
    const std::string& tag = in_.xpos(at_);
    verb().finite = tag == "MD" || tag == "VBZ" || tag == "VBP" || tag == "VBD";
    verb().bare = tag == "VB";
    verb().gerund = tag == "VBG";
    verb().participle = tag == "VBN";
    verb().past = tag == "VBD";
    note_agreement(at_);
    if (tag == "MD") note_modal(at_);
    take(at_);
    return true;
  }

  void take(std::uint32_t i) {
    verb().main = i;
    at_ = i + 1;
    chunk_.tokens.last = at_;
  }

  void note_negation(std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t i = from; i < to; ++i)
      if (is_negator(in_.words[i])) verb().negated = true;
  }

  void note_agreement(std::uint32_t i) {
    const std::string& word = in_.words[i];
    verb().singular = in_.xpos(i) == "VBZ" || word == "was";
    verb().plural = in_.xpos(i) == "VBP" || word == "were";
  }

  void note_modal(std::uint32_t i) {
    const std::string& word = in_.words[i];
    if (word == "may" || word == "might" || word == "could" || word == "can" || word == "ca" ||
        word == "cannot")
      verb().modality = Modality::possible;
    else if (word == "must" || word == "should" || word == "ought")
      verb().modality = Modality::necessary;
    else if (word == "would" || word == "'d" || word == "’d") {
      verb().modality = Modality::conditional;
      verb().would = true;
    } else
      verb().modality = Modality::planned;
    if (word == "cannot") verb().negated = true;
  }

  bool extend() {
    const std::uint32_t next = skip_adverbs(at_);
    if (in_.inside(next) && is_verb_tag(in_.xpos(next)) && joins(next)) {
      note_negation(at_, next);
      take(next);
      return true;
    }
    return extend_semi_modal();
  }

  /// Whether the verb at `next` continues the auxiliary before it.
  bool joins(std::uint32_t next) {
    const std::string& tag = in_.xpos(next);
    const std::string& before = lemma(verb().main);
    if (in_.xpos(verb().main) == "MD") return tag == "VB" || tag == "VBP";
    if (before == "do") return tag == "VB" && next > verb().main;
    if (before == "have") {
      if (tag != "VBN" && tag != "VBD") return false;
      verb().perfect = true;
      return true;
    }
    if (before != "be") return false;
    if (tag == "VBN" || tag == "VBD") {
      verb().passive = true;
      return true;
    }
    return tag == "VBG";
  }

  /// have to, need to, be going to, be able to, be to, would like to, used to: one group with what
  /// follows.
  bool extend_semi_modal() {
    std::uint32_t to = skip_adverbs(at_);
    const std::string word = lemma(verb().main);
    Modality modality = Modality::asserted;
    if (word == "be" && in_.inside(to) && (in_.words[to] == "able" || in_.words[to] == "unable")) {
      if (in_.words[to] == "unable") verb().negated = !verb().negated;
      modality = Modality::possible;
      ++to;
    } else if (word == "be" && is(to, "TO")) {
      modality = Modality::planned;
    } else if (word == "have" && is(to, "TO")) {
      modality = verb().past || verb().perfect ? Modality::asserted : Modality::necessary;
    } else if (word == "need" && is(to, "TO")) {
      modality = Modality::necessary;
    } else if (word == "like" && verb().would && is(to, "TO")) {
      modality = Modality::hoped;
    } else if (word == "go" && in_.xpos(verb().main) == "VBG" &&
               verb().main > chunk_.tokens.first && is(to, "TO")) {
      modality = Modality::planned;
    } else {
      return false;
    }
    if (!is(to, "TO")) return false;
    const std::uint32_t next = skip_adverbs(to + 1);
    if (!is(next, "VB")) return false;
    note_negation(at_, next);
    if (modality != Modality::asserted) verb().modality = modality;
    verb().passive = false;
    take(next);
    return true;
  }

  void close() {
    const std::uint32_t not_after = at_;
    if (in_.inside(not_after) && is_negator(in_.words[not_after]) && in_.words[not_after] != "no" &&
        in_.xpos(not_after).starts_with("RB")) {
      verb().negated = true;
      chunk_.tokens.last = ++at_;
    }
    verb().lemma = lemma(verb().main);
    verb().copula = verb().lemma == "be";
    if (verb().would &&
        (verb().lemma == "like" || verb().lemma == "love" || verb().lemma == "prefer"))
      verb().modality = Modality::hoped;
    if (verb().copula) verb().passive = false;
    if (takes_particle(at_)) {
      verb().lemma += "_" + in_.words[at_];
      chunk_.tokens.last = ++at_;
    }
    chunk_.head = verb().main;
    chunk_.word = verb().lemma;
  }

  bool takes_particle(std::uint32_t i) const {
    if (!in_.inside(i) || !is_particle(in_.words[i]) || in_.mentions[i]) return false;
    if (in_.xpos(i) == "RP") return true;
    const std::string& word = in_.words[i];
    return in_.xpos(i) == "RB" && !chunk_.verb.copula && word != "home" && word != "in" &&
           word != "on" && word != "over" && word != "through" && word != "along";
  }

  const ChunkInput& in_;
  std::uint32_t at_;
  Chunk chunk_;
};

}  // namespace

std::optional<Chunk> read_verb_group(const ChunkInput& input, std::uint32_t i) {
  if (input.mentions[i]) return std::nullopt;
  return VerbReader(input, i).read();
}

}  // namespace dossier::extract::clause
