// SPDX-License-Identifier: Apache-2.0
#include "extract/clause/chunk.h"

#include <algorithm>

#include "extract/clause/words.h"
#include "model/ascii.h"

namespace dossier::extract::clause {

std::string lower(std::string_view word) { return ascii_lower(word); }

bool is_noun_tag(std::string_view xpos) { return xpos.starts_with("NN"); }
bool is_adjective_tag(std::string_view xpos) { return xpos.starts_with("JJ"); }
bool is_verb_tag(std::string_view xpos) { return xpos.starts_with("VB") || xpos == "MD"; }

bool is_quote(std::string_view text) {
  return text == "\"" || text == "“" || text == "”" || text == "‘" || text == "’" || text == "''" ||
         text == "``" || text == "'" || text == "«" || text == "»";
}

std::vector<std::optional<std::uint32_t>> mention_of_tokens(const Sentence& sentence) {
  std::vector<std::optional<std::uint32_t>> result(sentence.tokens.size());
  for (std::uint32_t m = 0; m < sentence.mentions.size(); ++m) {
    const TokenRange range = sentence.mentions[m].tokens;
    for (std::uint32_t i = range.first; i < range.last && i < result.size(); ++i) {
      const auto length = [&](std::uint32_t of) {
        return sentence.mentions[of].tokens.last - sentence.mentions[of].tokens.first;
      };
      if (!result[i] || length(*result[i]) < length(m)) result[i] = m;
    }
  }
  return result;
}

namespace {

class Chunker {
 public:
  explicit Chunker(ChunkInput input) : in_(std::move(input)), at_(in_.range.first) {}

  std::vector<Chunk> run() {
    while (in_.inside(at_)) {
      if (is_quote(in_.words[at_]) && !in_.mentions[at_] && !quoted_phrase()) {
        ++at_;
        continue;
      }
      Chunk chunk = next();
      at_ = chunk.tokens.last;
      chunks_.push_back(std::move(chunk));
    }
    return std::move(chunks_);
  }

 private:
  const std::string& tag() const { return in_.xpos(at_); }
  const std::string& word() const { return in_.words[at_]; }

  bool quoted_phrase() const {
    return in_.inside(at_ + 1) && (in_.mentions[at_ + 1] || is_noun_tag(in_.xpos(at_ + 1)));
  }

  Chunk plain(Kind kind, std::uint32_t length, std::string name = {}) const {
    Chunk chunk;
    chunk.kind = kind;
    chunk.tokens = {at_, at_ + length};
    chunk.head = at_;
    chunk.word = name.empty() ? word() : std::move(name);
    return chunk;
  }

  Chunk next() {
    if (!in_.mentions[at_]) {
      if (std::optional<Chunk> chunk = time()) return *chunk;
      if (std::optional<Chunk> chunk = fixed()) return *chunk;
      if (std::optional<Chunk> chunk = function_word()) return *chunk;
    }
    if (std::optional<Chunk> chunk = read_noun_phrase(in_, at_)) return *chunk;
    if (std::optional<Chunk> chunk = read_verb_group(in_, at_)) return *chunk;
    if (tag() == "IN" || tag() == "TO") return plain(Kind::preposition, 1);
    if (tag().starts_with("RB") || tag() == "RP" || tag() == "UH") return plain(Kind::adverb, 1);
    return plain(Kind::stop, 1);
  }

  std::optional<Chunk> time() const {
    for (const TimeExpression& time : in_.sentence.times) {
      if (time.tokens.first != at_ || time.tokens.empty() || time.tokens.last > in_.range.last)
        continue;
      const std::uint32_t end = time.tokens.last;
      if (in_.inside(end) && (is_noun_tag(in_.xpos(end)) || in_.xpos(end) == "POS"))
        return std::nullopt;
      return plain(Kind::time, end - at_, "time");
    }
    return std::nullopt;
  }

  std::optional<Chunk> fixed() const {
    const std::size_t length = std::min<std::size_t>(6, in_.range.last - at_);
    const FixedPhrase phrase = fixed_phrase(std::span(in_.words).subspan(at_, length));
    const auto words = static_cast<std::uint32_t>(phrase.length);
    switch (phrase.kind) {
      case Fixed::none:
        return std::nullopt;
      case Fixed::preposition:
        return plain(Kind::preposition, words, phrase.name);
      case Fixed::adverbial:
        // "in general elections" is not an adverbial: a noun follows.
        if (in_.inside(at_ + words) && is_noun_tag(in_.xpos(at_ + words)) &&
            !in_.mentions[at_ + words])
          return std::nullopt;
        return plain(Kind::adverb, words, phrase.name);
      case Fixed::subordinator:
        return plain(Kind::subordinator, words, phrase.name);
      case Fixed::conjunction:
        return plain(Kind::conjunction, words, phrase.name);
    }
    return std::nullopt;
  }

  /// Participles that have become prepositions: "including X", "following talks".
  bool is_participle_preposition() const {
    const std::string& w = word();
    if (w == "including" || w == "regarding" || w == "concerning") return true;
    if (w != "following" || tag() != "VBG") return false;
    return chunks_.empty() || chunks_.back().kind != Kind::verb;
  }

  std::optional<Chunk> function_word() const {
    const std::string& t = tag();
    if (t == "VBG" && is_participle_preposition()) return plain(Kind::preposition, 1);
    if (t == "CC" && (word() == "either" || word() == "both")) return plain(Kind::adverb, 1);
    if (t == "EX") return plain(Kind::there, 1);
    if (t == ",") return plain(Kind::comma, 1);
    if (t == "-LRB-" || word() == "(" || word() == "[") return bracket();
    if (t == "CC") return plain(Kind::conjunction, 1);
    if (t == "WDT" || t == "WP" || t == "WP$") return wh_word();
    if (t == "WRB")
      return after_noun() && word() == "where"    ? plain(Kind::relative, 1)
             : word() == "how" || word() == "why" ? plain(Kind::wh, 1)
                                                  : plain(Kind::subordinator, 1);
    if (t == "IN" && is_subordinator()) return plain(Kind::subordinator, 1);
    return std::nullopt;
  }

  bool after_noun() const {
    if (chunks_.empty()) return false;
    const Chunk& last = chunks_.back();
    if (last.kind == Kind::noun) return true;
    return chunks_.size() > 1 && last.kind != Kind::verb &&
           (last.kind == Kind::comma || last.kind == Kind::preposition ||
            last.kind == Kind::bracket) &&
           chunks_[chunks_.size() - 2].kind == Kind::noun;
  }

  Chunk wh_word() const {
    const bool relative = word() != "what" && after_noun();
    return plain(relative ? Kind::relative : Kind::wh, 1);
  }

  Chunk bracket() const {
    std::uint32_t end = at_;
    int depth = 0;
    do {
      const std::string& w = in_.words[end];
      if (w == "(" || w == "[" || in_.xpos(end) == "-LRB-") ++depth;
      if (w == ")" || w == "]" || in_.xpos(end) == "-RRB-") --depth;
      ++end;
    } while (in_.inside(end) && depth > 0);
    return plain(depth == 0 ? Kind::bracket : Kind::stop, depth == 0 ? end - at_ : 1, "bracket");
  }

  bool is_subordinator() const {
    const std::string& w = word();
    if (w == "that" || w == "if" || w == "because" || w == "although" || w == "though" ||
        w == "unless" || w == "whether" || w == "while" || w == "whereas" || w == "once")
      return true;
    if (w != "as" && w != "since" && w != "until" && w != "till" && w != "after" && w != "before" &&
        w != "than" && w != "like" && w != "for")
      return false;
    return w != "for" && clause_follows();
  }

  /// Whether a finite verb comes before the next mark or preposition that would open something
  /// else.
  bool clause_follows() const {
    bool noun = false;
    for (std::uint32_t i = at_ + 1; in_.inside(i) && i < at_ + 14; ++i) {
      const std::string& t = in_.xpos(i);
      if (t == "MD" || t == "VBZ" || t == "VBP" || t == "VBD") return noun;
      if (t == "," || t == "." || t == ":" || t == "VBG" || t == "VB" || t == "-LRB-" ||
          t == "WDT" || t == "WP")
        return false;
      noun = noun || is_noun_tag(t) || t == "PRP" || t == "DT";
    }
    return false;
  }

  ChunkInput in_;
  std::uint32_t at_;
  std::vector<Chunk> chunks_;
};

/// "visited Moscow and discussed ...": after a simple past, "and" joins another one.
bool joined_to_past(const std::vector<Chunk>& chunks, std::size_t i) {
  std::size_t before = i - 1;
  while (before > 0 && chunks[before].kind == Kind::adverb) --before;
  if (chunks[before].kind != Kind::conjunction) return false;
  while (before-- > 0) {
    if (chunks[before].kind == Kind::subordinator || chunks[before].kind == Kind::relative)
      return false;
    if (chunks[before].kind != Kind::verb) continue;
    const VerbGroup& other = chunks[before].verb;
    return other.finite && other.past && !other.passive && !other.perfect && !other.copula;
  }
  return false;
}

/// "said Washington and Paris expect ...": a base form after a plural subject is a present.
void repair_bare_verb(std::vector<Chunk>& chunks, std::size_t i) {
  if (chunks[i - 1].kind != Kind::noun || i < 2) return;
  const bool list = chunks[i - 2].kind == Kind::conjunction;
  if (!list && !chunks[i - 1].plural) return;
  for (std::size_t j = i - 1; j-- > 0;) {
    if (chunks[j].kind != Kind::verb) continue;
    if (!chunks[j].verb.finite || !takes_clause(chunks[j].verb.lemma) ||
        chunks[j].verb.lemma == "see")
      return;
    break;
  }
  VerbGroup& verb = chunks[i].verb;
  verb.bare = false;
  verb.finite = verb.plural = true;
}

/// A past participle with a direct object after it was no participle: "the 17 parties opposed any
/// attempts".
void repair_participles(std::vector<Chunk>& chunks) {
  const bool finite = std::any_of(chunks.begin(), chunks.end(), [](const Chunk& chunk) {
    return chunk.kind == Kind::verb && chunk.verb.finite;
  });
  for (std::size_t i = 1; i + 1 < chunks.size(); ++i) {
    VerbGroup& verb = chunks[i].verb;
    if (chunks[i].kind == Kind::verb && verb.bare) repair_bare_verb(chunks, i);
    if (chunks[i].kind != Kind::verb || !verb.participle || verb.lemma == "be") continue;
    if (joined_to_past(chunks, i) || (!finite && verb.lemma.find('_') != std::string::npos)) {
      verb.participle = verb.passive = false;
      verb.finite = verb.past = true;
      continue;
    }
    std::size_t before = i - 1;
    while (before > 0 && chunks[before].kind == Kind::adverb) --before;
    if (chunks[before].kind != Kind::noun || is_ditransitive(verb.lemma)) continue;
    const bool object = chunks[i + 1].kind == Kind::noun && !chunks[i + 1].pronoun;
    const bool only_verb = !finite && (chunks[i + 1].kind == Kind::comma || object);
    if (!only_verb && !object) continue;
    verb.participle = verb.passive = false;
    verb.finite = verb.past = true;
  }
}

/// "Did you discuss", "Will this be controlled": the auxiliary joins its verb.
void undo_inversion(std::vector<Chunk>& chunks) {
  for (std::size_t i = 0; i + 2 < chunks.size(); ++i) {
    Chunk& auxiliary = chunks[i];
    if (auxiliary.kind != Kind::verb || chunks[i + 1].kind != Kind::noun) continue;
    const std::string& lemma = auxiliary.verb.lemma;
    const bool modal = auxiliary.verb.modality != Modality::asserted;
    if (!auxiliary.verb.finite || (lemma != "do" && lemma != "have" && lemma != "be" && !modal))
      continue;
    const bool opens = i == 0 || chunks[i - 1].kind == Kind::wh ||
                       chunks[i - 1].kind == Kind::stop || chunks[i - 1].kind == Kind::comma ||
                       chunks[i - 1].kind == Kind::conjunction ||
                       (i > 1 && chunks[i - 2].kind == Kind::wh) ||
                       chunks[i - 1].kind == Kind::time || chunks[i - 1].kind == Kind::adverb;
    if (!opens) continue;
    std::size_t j = i + 2;
    while (j < chunks.size() &&
           (chunks[j].kind == Kind::adverb || chunks[j].kind == Kind::preposition ||
            chunks[j].kind == Kind::noun || chunks[j].kind == Kind::time ||
            chunks[j].kind == Kind::bracket || chunks[j].kind == Kind::conjunction))
      ++j;
    if (j == chunks.size() || chunks[j].kind != Kind::verb || chunks[j].verb.finite) continue;
    VerbGroup& verb = chunks[j].verb;
    if (verb.infinitive) continue;
    verb.passive = verb.passive || (lemma == "be" && verb.participle && !verb.copula);
    verb.perfect = verb.perfect || lemma == "have";
    verb.finite = true;
    verb.bare = verb.gerund = verb.participle = false;
    verb.negated = verb.negated != auxiliary.verb.negated;
    if (modal) verb.modality = auxiliary.verb.modality;
    auxiliary.kind = Kind::adverb;
    auxiliary.word = "auxiliary";
  }
}

}  // namespace

std::vector<Chunk> chunks_of(const Sentence& sentence, TokenRange range) {
  std::vector<std::string> words;
  words.reserve(sentence.tokens.size());
  for (const Token& token : sentence.tokens) words.push_back(lower(token.text));
  std::vector<Chunk> chunks =
      Chunker({sentence, range, mention_of_tokens(sentence), std::move(words)}).run();
  undo_inversion(chunks);
  repair_participles(chunks);
  return chunks;
}

}  // namespace dossier::extract::clause
