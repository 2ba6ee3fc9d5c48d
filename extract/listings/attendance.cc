// SPDX-License-Identifier: Apache-2.0
#include "extract/listings/attendance.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/confidence.h"
#include "extract/graph/vocabulary.h"
#include "extract/lexicon/word_table.h"
#include "extract/listings/attendance_entries.h"
#include "extract/listings/things.h"
#include "extract/names/mentions.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

using listings::entries_of;
using listings::Entry;
using listings::Things;

bool stands_in(const Attendance& list, const Sentence& sentence) {
  return std::any_of(list.names.begin(), list.names.end(), [&](TextSpan names) {
    return names.begin < sentence.span.end && sentence.span.begin < names.end;
  });
}

/// The lists with names in the sentence: "Present: A, B. Apologies: C" are two.
std::vector<const Attendance*> lists_of(const Analysis& analysis, const Sentence& sentence) {
  std::vector<const Attendance*> found;
  const std::vector<Attendance>& all = analysis.document.attendance;
  for (std::size_t i = *sentence.attendance; i < all.size(); ++i) {
    if (stands_in(all[i], sentence))
      found.push_back(&all[i]);
    else if (!found.empty())
      break;
  }
  return found;
}

/// The person of an entry: a mention that ends where the name ends.
Mention* mention_of(Sentence& sentence, const Entry& entry) {
  for (Mention& mention : sentence.mentions)
    if (entry.name.contains(mention.tokens.first) && mention.tokens.last == entry.name.last)
      return &mention;
  return nullptr;
}

void name_entry(const Entry& entry, Sentence& sentence) {
  if (Mention* const known = mention_of(sentence, entry)) {
    const bool full = known->tokens.last - known->tokens.first >= 2;
    if (full && known->type != MentionType::organization) known->type = MentionType::person;
    return;
  }
  std::erase_if(sentence.mentions, [&](const Mention& mention) {
    return mention.tokens.first < entry.name.last && entry.name.first < mention.tokens.last;
  });
  sentence.mentions.push_back(make_mention(sentence, entry.name, MentionType::person));
}

class AttendanceReader {
 public:
  explicit AttendanceReader(Analysis& analysis) : analysis_(analysis), things_(analysis) {}

  void read(Sentence& sentence) {
    // What was read across the names.
    sentence.quantities.clear();
    for (const Attendance* const list : lists_of(analysis_, sentence)) read(sentence, *list);
  }

 private:
  void read(Sentence& sentence, const Attendance& list) {
    for (const Entry& entry : entries_of(sentence, list)) {
      const Mention* const mention = mention_of(sentence, entry);
      if (mention == nullptr || !mention->entity) continue;
      const FactNode who = node(sentence, *mention->entity);
      if (list.kind == Attendance::Kind::chair)
        add(sentence, who, relation_iri("chair"), meeting(sentence), entry, false);
      add(sentence, meeting(sentence), Term::iri(std::string(kAttendee)), who, entry,
          list.kind == Attendance::Kind::absent);
      read_remark(sentence, entry, *mention->entity);
    }
  }

  static FactNode node(const Sentence& sentence, std::uint32_t entity) {
    FactNode made;
    made.entity = entity;
    made.sentence = sentence.index;
    return made;
  }

  FactNode meeting(const Sentence& sentence) {
    if (!meeting_) {
      const std::string& headline = analysis_.document.headline;
      meeting_ = things_.individual(headline.empty() ? "meeting" : headline, "meeting");
    }
    return node(sentence, *meeting_);
  }

  /// The entity is the subject or the object; its words are those of the entry.
  void add(Sentence& sentence, const FactNode& subject, const Term& predicate,
           const FactNode& object, const Entry& entry, bool negated) {
    TypedFact fact;
    fact.subject = subject;
    fact.predicate = predicate;
    fact.object = object;
    Argument words;
    words.tokens = entry.name;
    words.head = entry.name.last - 1;
    const bool of_meeting = subject.entity == meeting_;
    words.entity = of_meeting ? object.entity : subject.entity;
    (of_meeting ? fact.said.object : fact.said.subject) = words;
    fact.said.predicate = {0, static_cast<std::uint32_t>(sentence.tokens.size())};
    fact.said.negated = negated;
    fact.said.confidence = confidence::kAttendance;
    fact.said.rule = kAttendanceRule;
    if (meeting_ && analysis_.document.date) fact.time = time_literal(*analysis_.document.date);
    sentence.typed_facts.push_back(std::move(fact));
  }

  /// "(Treasurer)", "(Chair)", "(Tessmar)"
  void read_remark(Sentence& sentence, const Entry& entry, std::uint32_t person) {
    if (entry.remark.empty() || analysis_.entities[person].type != MentionType::person) return;
    for (const Mention& mention : sentence.mentions) {
      const bool body = mention.entity && mention.tokens == entry.remark &&
                        analysis_.entities[*mention.entity].type != MentionType::person;
      if (!body) continue;
      return add_remark(sentence, entry, person, Term::iri(std::string(kAffiliation)),
                        node(sentence, *mention.entity));
    }
    static const WordSet titles("titles", "title");
    const Token& last = sentence.tokens[entry.remark.last - 1];
    if (!titles.contains(to_lower(std::string_view(last.text)))) return;
    FactNode title;
    title.sentence = sentence.index;
    title.term = Term::string(single_line(analysis_.document, span_of(sentence, entry.remark)));
    add_remark(sentence, entry, person, Term::iri(std::string(kJobTitle)), title);
  }

  void add_remark(Sentence& sentence, const Entry& entry, std::uint32_t person,
                  const Term& predicate, const FactNode& object) {
    TypedFact fact;
    fact.subject = node(sentence, person);
    fact.predicate = predicate;
    fact.object = object;
    fact.said.subject = Argument{entry.name, entry.name.last - 1, person, {}};
    fact.said.object = Argument{entry.remark, entry.remark.last - 1, object.entity, {}};
    fact.said.predicate = {entry.name.first, entry.remark.last};
    fact.said.confidence = confidence::kAttendanceRemark;
    fact.said.rule = kAttendanceRule;
    sentence.typed_facts.push_back(std::move(fact));
  }

  Analysis& analysis_;
  Things things_;
  std::optional<std::uint32_t> meeting_;
};

}  // namespace

void name_attendees(Analysis& analysis) {
  for (Sentence& sentence : analysis.sentences) {
    if (!sentence.attendance || sentence.tokens.empty()) continue;
    for (const Attendance* const list : lists_of(analysis, sentence))
      for (const Entry& entry : entries_of(sentence, *list)) name_entry(entry, sentence);
    sort_mentions(sentence);
  }
}

void add_attendance_facts(Analysis& analysis) {
  AttendanceReader reader(analysis);
  for (Sentence& sentence : analysis.sentences)
    if (sentence.attendance && !sentence.tokens.empty()) reader.read(sentence);
}

}  // namespace dossier::extract
