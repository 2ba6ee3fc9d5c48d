#include "extract/clause/units.h"

#include <algorithm>

#include "extract/clause/words.h"

namespace dossier::extract::clause {

namespace {

bool is_dash(std::string_view text) { return text == "–" || text == "—" || text == "--"; }

/// Dashes that open and close an aside; equal when there is none.
TokenRange dashed_aside(const Sentence& sentence) {
  std::vector<std::uint32_t> dashes;
  const auto& tokens = sentence.tokens;
  for (std::uint32_t i = 1; i + 1 < tokens.size(); ++i) {
    const bool spaced = tokens[i - 1].span.end < tokens[i].span.begin &&
                        tokens[i].span.end < tokens[i + 1].span.begin;
    if (is_dash(tokens[i].text) || (tokens[i].text == "-" && spaced)) dashes.push_back(i);
  }
  if (dashes.size() != 2 || dashes[1] - dashes[0] > 30) return {};
  return {dashes[0], dashes[1] + 1};
}

class UnitReader {
 public:
  explicit UnitReader(std::vector<Chunk> chunks) : chunks_(std::move(chunks)) {}

  std::vector<Unit> run() {
    while (at_ < chunks_.size()) {
      if (chunk().kind == Kind::noun) {
        read_list();
        continue;
      }
      Unit unit;
      unit.kind = chunk().kind;
      unit.tokens = chunk().tokens;
      unit.word = chunk().word;
      unit.verb = chunk().verb;
      note_clause(unit);
      units_.push_back(std::move(unit));
      ++at_;
    }
    join_appositions();
    return std::move(units_);
  }

 private:
  const Chunk& chunk() const { return chunks_[at_]; }
  bool is(std::size_t i, Kind kind) const { return i < chunks_.size() && chunks_[i].kind == kind; }

  void note_clause(const Unit& unit) {
    if (unit.kind == Kind::verb) verb_seen_ = verb_seen_ || unit.verb.finite;
    if (unit.kind == Kind::subordinator || unit.kind == Kind::stop || unit.kind == Kind::relative)
      verb_seen_ = false;
  }

  static Phrase phrase_of(const Chunk& chunk) {
    Phrase phrase;
    phrase.tokens = chunk.tokens;
    phrase.head = chunk.head;
    phrase.word = chunk.word;
    phrase.mention = chunk.mention;
    phrase.type = chunk.type;
    phrase.pronoun = chunk.pronoun;
    phrase.plural = chunk.plural;
    phrase.negative = chunk.negative;
    phrase.determined = chunk.determined;
    return phrase;
  }

  /// The phrase that starts with the noun chunk `i`, which moves behind it.
  Phrase read_phrase(std::size_t& i) const {
    Phrase phrase = phrase_of(chunks_[i]);
    const bool title = !phrase.mention && is_title_noun(phrase.word);
    ++i;
    while (is(i, Kind::preposition) &&
           (chunks_[i].word == "of" || (title && chunks_[i].word == "for")) &&
           (is(i + 1, Kind::noun) || is(i + 1, Kind::time))) {
      ++i;
      phrase.tokens.last = chunks_[i].tokens.last;
      const Chunk& first = chunks_[i];
      ++i;
      if (first.kind == Kind::noun) phrase.inner = {phrase_of(first)};
      if (first.kind == Kind::noun && first.type != MentionType::person)
        read_inner_list(first, i, phrase);
      if (is(i, Kind::noun) && chunks_[i].type == MentionType::person && title) break;
      if (title && first.type == MentionType::person) {  // "for Foreign Affairs Josep Borrell"
        become(phrase, first);
        return phrase;
      }
    }
    if (title && is(i, Kind::noun) && chunks_[i].type == MentionType::person) {
      become(phrase, chunks_[i]);
      ++i;
    }
    // "everyone", "those of": what is named after "of" tells what is meant.
    if (phrase.pronoun && phrase.tokens.last > chunks_[i - 1].tokens.last) phrase.pronoun = false;
    return phrase;
  }

  static void become(Phrase& phrase, const Chunk& name) {
    phrase.tokens.last = name.tokens.last;
    phrase.head = name.head;
    phrase.word = name.word;
    phrase.mention = name.mention;
    phrase.type = name.type;
    phrase.plural = false;
  }

  /// "of Azerbaijan, Armenia and Russia": a list of the same kind below "of".
  void read_inner_list(const Chunk& first, std::size_t& i, Phrase& phrase) const {
    const auto alike = [&](const Chunk& other) {
      return other.mention.has_value() == first.mention.has_value() && !other.pronoun &&
             other.type != MentionType::person &&
             (other.determined == first.determined || first.mention.has_value());
    };
    std::size_t j = i;
    while (is(j, Kind::comma) && is(j + 1, Kind::noun) && alike(chunks_[j + 1])) j += 2;
    if (is(j, Kind::comma) && is(j + 1, Kind::conjunction)) ++j;
    if (!joins(j) || !is(j + 1, Kind::noun) || !alike(chunks_[j + 1])) return;
    if (verb_seen_ && verb_follows(j + 2)) return;
    i = j + 2;
    phrase.tokens.last = chunks_[j + 1].tokens.last;
    phrase.inner = {phrase_of(first), phrase_of(chunks_[j + 1])};
  }

  bool joins(std::size_t i) const {
    if (!is(i, Kind::conjunction)) return false;
    const std::string& word = chunks_[i].word;
    return word == "and" || word == "or" || word == "as_well_as" || word == "nor" || word == "&" ||
           word == "and_also";
  }

  bool verb_follows(std::size_t i) const {
    while (is(i, Kind::adverb) || is(i, Kind::time)) ++i;
    return is(i, Kind::verb) && chunks_[i].verb.finite;
  }

  /// Whether a noun at `i` is the subject of a clause of its own.
  bool opens_clause(std::size_t i) const {
    if (!verb_seen_) return false;
    std::size_t j = i;
    read_phrase(j);
    while (is(j, Kind::preposition) && is(j + 1, Kind::noun)) {
      ++j;
      read_phrase(j);
    }
    return verb_follows(j);
  }

  /// Whether a list from `i` on is the subject of a clause.
  bool list_opens_clause(std::size_t i) const {
    read_phrase(i);
    while (joins(i) && is(i + 1, Kind::noun)) read_phrase(++i);
    while (is(i, Kind::preposition) && is(i + 1, Kind::noun)) read_phrase(++i);
    return verb_follows(i);
  }

  void read_list() {
    Unit unit;
    unit.kind = Kind::noun;
    const std::size_t begin = at_;
    // "During his visit, Peter Maurer met ...": what follows the comma is no part of a list.
    const bool fronted = begin > 0 && is(begin - 1, Kind::preposition) && !verb_seen_;
    unit.members.push_back(read_phrase(at_));
    std::vector<Phrase> pending;
    std::size_t i = at_;
    while (i < chunks_.size()) {
      const bool oxford = is(i, Kind::comma) && joins(i + 1) && is(i + 2, Kind::noun);
      if (oxford || (joins(i) && is(i + 1, Kind::noun))) {
        std::size_t j = i + (oxford ? 2 : 1);
        if (opens_clause(j)) break;
        pending.push_back(read_phrase(j));
        unit.members.insert(unit.members.end(), pending.begin(), pending.end());
        pending.clear();
        at_ = i = j;
      } else if (is(i, Kind::comma) && is(i + 1, Kind::noun)) {
        std::size_t j = i + 1;
        if (opens_clause(j) || (fronted && list_opens_clause(j))) break;
        pending.push_back(read_phrase(j));
        i = j;
      } else {
        break;
      }
    }
    unit.tokens = {chunks_[begin].tokens.first, unit.members.back().tokens.last};
    unit.word = unit.members.front().word;
    units_.push_back(std::move(unit));
  }

  static bool single_noun(const Unit& unit) {
    return unit.is(Kind::noun) && unit.members.size() == 1;
  }

  /// "Its president, Peter Maurer," -> one phrase about Peter Maurer.
  void join_appositions() {
    for (std::size_t i = 0; i + 2 < units_.size(); ++i) {
      if (!single_noun(units_[i]) || !units_[i + 1].is(Kind::comma) || !single_noun(units_[i + 2]))
        continue;
      const bool closed =
          i + 3 == units_.size() || units_[i + 3].is(Kind::comma) || units_[i + 3].is(Kind::stop);
      if (!closed || !is_apposition(units_[i].members[0], units_[i + 2].members[0])) continue;
      Phrase& first = units_[i].members[0];
      const Phrase second = units_[i + 2].members[0];
      const TokenRange whole{first.tokens.first, second.tokens.last};
      if (!first.mention ||
          (second.type == MentionType::person && first.type != MentionType::person))
        first = second;
      first.tokens = whole;
      units_[i].tokens = whole;
      const bool drop_comma = i + 3 < units_.size() && units_[i + 3].is(Kind::comma);
      const auto from = units_.begin() + static_cast<std::ptrdiff_t>(i) + 1;
      units_.erase(from, from + (drop_comma ? 3 : 2));
    }
  }

  static bool is_apposition(const Phrase& first, const Phrase& second) {
    if (first.pronoun || second.pronoun) return false;
    const bool person_first = first.type == MentionType::person;
    const bool person_second = second.type == MentionType::person;
    if (person_first != person_second) {
      const Phrase& other = person_first ? second : first;
      return !other.mention && is_person_noun(other.word) && !other.plural;
    }
    return first.mention && !second.mention && second.determined && !second.plural &&
           !person_first && !second.inner.empty();
  }

  std::vector<Chunk> chunks_;
  std::vector<Unit> units_;
  std::size_t at_ = 0;
  bool verb_seen_ = false;
};

}  // namespace

std::vector<TokenRange> asides_of(const Sentence& sentence) {
  std::vector<TokenRange> result;
  const auto size = static_cast<std::uint32_t>(sentence.tokens.size());
  for (const Chunk& chunk : chunks_of(sentence, {0, size}))
    if (chunk.kind == Kind::bracket && chunk.tokens.last - chunk.tokens.first > 2)
      result.push_back({chunk.tokens.first + 1, chunk.tokens.last - 1});
  const TokenRange dashed = dashed_aside(sentence);
  if (!dashed.empty()) result.push_back({dashed.first + 1, dashed.last - 1});
  return result;
}

std::vector<Unit> units_of(const Sentence& sentence, TokenRange range) {
  std::vector<Chunk> chunks = chunks_of(sentence, range);
  const TokenRange aside = dashed_aside(sentence);
  std::erase_if(chunks, [&](const Chunk& chunk) {
    const bool inside = range.contains(aside.first) && aside.contains(chunk.tokens.first);
    return chunk.kind == Kind::bracket ||
           (inside && range.last - range.first > aside.last - aside.first);
  });
  return UnitReader(std::move(chunks)).run();
}

}  // namespace dossier::extract::clause
