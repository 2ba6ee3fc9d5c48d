#include <algorithm>

#include "extract/clause/emit.h"
#include "extract/clause/role.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

namespace {

bool is_visit(std::string_view lemma) {
  return lemma == "visit" || lemma == "trip" || lemma == "journey";
}

bool is_talk(std::string_view lemma) {
  return lemma == "talk" || lemma == "meeting" || lemma == "conversation" ||
         lemma == "negotiation" || lemma == "consultation" || lemma == "discussion";
}

class EventReader {
 public:
  EventReader(const Sentence& sentence, const std::vector<Chunk>& chunks)
      : sentence_(sentence), chunks_(chunks) {}

  std::vector<Clause> read() {
    for (std::size_t i = 0; i + 2 < chunks_.size(); ++i) {
      const Chunk& event = chunks_[i];
      if (event.kind != Kind::noun || event.mention || event.pronoun) continue;
      if (!is_visit(event.word) && !is_talk(event.word)) continue;
      event_noun(i);
    }
    return std::move(clauses_);
  }

 private:
  bool is(std::size_t i, Kind kind) const { return i < chunks_.size() && chunks_[i].kind == kind; }
  bool is_word(std::size_t i, std::string_view word) const {
    return i < chunks_.size() && chunks_[i].word == word;
  }

  /// Whether the event is told as something that took place.
  bool took_place(std::size_t i) const {
    const TokenRange tokens = chunks_[i].tokens;
    for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
      const std::string word = lower(sentence_.tokens[t].text);
      if (word == "upcoming" || word == "planned" || word == "next" || word == "future" ||
          word == "possible" || word == "no" || word == "forthcoming" || word == "proposed")
        return false;
    }
    if (i == 0 || !is(i - 1, Kind::preposition)) return false;
    const std::string& before = chunks_[i - 1].word;
    return before == "during" || before == "after" || before == "following" || before == "in" ||
           before == "at" || before == "since" || before == "for";
  }

  void event_noun(std::size_t i) {
    const bool visit = is_visit(chunks_[i].word);
    std::size_t at = i + 1;
    std::optional<Argument> who = owner(i);
    if (!who && visit && is(at, Kind::preposition) && (is_word(at, "of") || is_word(at, "by")) &&
        is(at + 1, Kind::noun)) {
      who = of(at + 1);
      at += 2;
    }
    if (!is(at, Kind::preposition) || !is_word(at, visit ? "to" : "with") ||
        !is(at + 1, Kind::noun))
      return;
    const bool gratitude = !who && visit && i > 0 && is_word(i - 1, "for");
    if (gratitude) who = thanked(i - 1);
    if (!who && sentence_.headline) who = first_person_name(chunks_[i].tokens.first);
    if (!who || !took_place(i)) return;
    if (!gratitude && i > 0 && is_word(i - 1, "for")) return;
    add(i, *who, target(at + 1), visit);
  }

  Argument of(std::size_t i) const {
    Argument result;
    result.tokens = chunks_[i].tokens;
    result.head = chunks_[i].head;
    return result;
  }

  /// "his visit", "Maurer's visit".
  std::optional<Argument> owner(std::size_t i) const {
    const TokenRange tokens = chunks_[i].tokens;
    const auto owner_range = [&](std::uint32_t last) {
      Argument result;
      result.tokens = {tokens.first, last};
      result.head = last - 1;
      return result;
    };
    if (sentence_.tokens[tokens.first].xpos == "PRP$") return owner_range(tokens.first + 1);
    for (std::uint32_t t = tokens.first + 1; t < tokens.last; ++t)
      if (sentence_.tokens[t].xpos == "POS") return owner_range(t);
    return std::nullopt;
  }

  /// "grateful to X for his visit": X came. The person named last before "for".
  std::optional<Argument> thanked(std::size_t preposition) const {
    std::optional<Argument> person;
    bool thanks = false;
    for (std::size_t i = 0; i < preposition; ++i) {
      thanks = thanks || is_word(i, "grateful") || is_word(i, "thank");
      if (thanks && is(i, Kind::noun) && chunks_[i].type == MentionType::person &&
          chunks_[i].mention)
        person = of(i);
    }
    return person;
  }

  std::optional<Argument> first_person_name(std::uint32_t before) const {
    for (const Mention& mention : sentence_.mentions) {
      if (mention.type != MentionType::person || mention.tokens.last > before) continue;
      Argument result;
      result.tokens = mention.tokens;
      result.head = mention.tokens.last - 1;
      return result;
    }
    return std::nullopt;
  }

  /// The noun phrase at `i`; behind a title, the name the title leads to.
  Argument target(std::size_t i) const {
    std::size_t last = i;
    while (is(last + 1, Kind::preposition) &&
           (is_word(last + 1, "of") || is_word(last + 1, "for")) && is(last + 2, Kind::noun))
      last += 2;
    const bool title = is_title_noun(chunks_[i].word) && !chunks_[i].mention;
    if (title && is(last + 1, Kind::noun) && chunks_[last + 1].type == MentionType::person) ++last;
    Argument result = of(i);
    result.tokens.last = chunks_[last].tokens.last;
    if (title && chunks_[last].type == MentionType::person) result.head = chunks_[last].head;
    return result;
  }

  void add(std::size_t i, const Argument& who, const Argument& what, bool visit) {
    Clause clause;
    clause.subject = who;
    clause.predicate = {chunks_[i].tokens.first, chunks_[i + 1].tokens.last};
    if (clause.predicate.first < who.tokens.last && who.tokens.last < clause.predicate.last)
      clause.predicate.first = who.tokens.last;
    const std::string word = lower(sentence_.tokens[chunks_[i].head].text);
    clause.relation =
        visit ? "visit" : "hold_" + (is_plural_noun(word) ? word : chunks_[i].word) + "_with";
    clause.object = what;
    clause.confidence = 0.78;
    clause.rule = "event noun";
    if (sentence_.headline && !sentence_.times.empty()) clause.time = 0;
    clauses_.push_back(std::move(clause));
  }

  const Sentence& sentence_;
  const std::vector<Chunk>& chunks_;
  std::vector<Clause> clauses_;
};

}  // namespace

std::vector<Clause> event_nouns_of(const Sentence& sentence, const std::vector<Chunk>& chunks) {
  return EventReader(sentence, chunks).read();
}

}  // namespace dossier::extract::clause
