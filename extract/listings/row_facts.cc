// SPDX-License-Identifier: Apache-2.0
#include "extract/listings/row_facts.h"

#include <optional>
#include <utility>

#include "extract/confidence.h"
#include "extract/graph/vocabulary.h"
#include "extract/interruption.h"
#include "extract/listings/cell_value.h"
#include "extract/listings/cells.h"
#include "extract/listings/header_relation.h"
#include "extract/listings/things.h"

namespace dossier::extract {
namespace {

using namespace listings;

struct Subject {
  std::uint32_t entity = 0;
  TokenRange tokens;  ///< empty: it stands outside of the row
};

class RowReader {
 public:
  RowReader(Analysis& analysis, Things& things, const TableRow& row, Sentence& sentence)
      : analysis_(analysis), things_(things), row_(row), sentence_(sentence) {}

  void read() {
    // What was read across the cells of the row.
    sentence_.quantities.clear();
    sentence_.times.clear();
    std::optional<Subject> subject;
    for (std::uint32_t i = 0; i < row_.cells.size(); ++i) {
      Interruption::look();
      const TableCell& cell = row_.cells[i];
      if (i == row_.subject || cell.header.empty()) continue;
      if (!row_.subject && row_.topic.empty()) return;
      // An individual is made only where there is something to say of it.
      const MentionType type = subject_type();
      const HeaderReading header = read_header_cell(cell.header, type);
      if (!header.is_relation) continue;
      for (const CellValue& value :
           cell_values(analysis_.document, sentence_, cell, header, things_)) {
        if (!subject) subject = find_subject();
        if (!subject) return;
        add(*subject, header, value);
      }
    }
  }

 private:
  const Mention* subject_mention() const {
    if (!row_.subject) return nullptr;
    const TextSpan span = row_.cells[*row_.subject].span;
    const TokenRange name = before_bracket(sentence_, tokens_in(sentence_, span));
    for (const Mention& mention : sentence_.mentions)
      if (mention.entity && mention.tokens == name) return &mention;
    return nullptr;
  }

  std::optional<std::uint32_t> topic() const {
    for (std::uint32_t i = 0; i < analysis_.entities.size(); ++i) {
      const Entity& entity = analysis_.entities[i];
      if (entity.type == MentionType::individual || entity.type == MentionType::concept_) continue;
      if (entity.label == row_.topic) return i;
      for (const std::string& alias : entity.aliases)
        if (alias == row_.topic) return i;
    }
    return std::nullopt;
  }

  MentionType subject_type() const {
    if (const Mention* mention = subject_mention())
      return analysis_.entities[*mention->entity].type;
    const auto entity = row_.topic.empty() ? std::nullopt : topic();
    return entity ? analysis_.entities[*entity].type : MentionType::unknown;
  }

  std::optional<Subject> find_subject() {
    if (const Mention* mention = subject_mention())
      return Subject{*mention->entity, mention->tokens};
    if (!row_.subject) {
      const auto entity = topic();
      return entity ? std::optional(Subject{*entity, {}}) : std::nullopt;
    }
    const TableCell& cell = row_.cells[*row_.subject];
    const TokenRange tokens = tokens_in(sentence_, cell.span);
    if (tokens.empty()) return std::nullopt;
    const std::string label = single_line(analysis_.document, cell.span);
    const std::uint32_t entity = things_.individual(label, concept_label(sentence_, tokens));
    note_mention(entity, tokens, label);
    return Subject{entity, tokens};
  }

  void note_mention(std::uint32_t entity, TokenRange tokens, const std::string& text) {
    Mention mention;
    mention.tokens = tokens;
    mention.span = span_of(sentence_, tokens);
    mention.text = text;
    mention.type = MentionType::individual;
    mention.entity = entity;
    mention.sieve = Sieve::individual;
    sentence_.mentions.push_back(std::move(mention));
  }

  static Argument argument(TokenRange tokens, std::optional<std::uint32_t> entity) {
    Argument made;
    made.tokens = tokens;
    made.head = tokens.empty() ? 0 : tokens.last - 1;
    made.entity = entity;
    return made;
  }

  void add(const Subject& subject, const HeaderReading& header, const CellValue& value) {
    if (value.node.entity == subject.entity) return;
    TypedFact fact;
    fact.subject.entity = subject.entity;
    fact.subject.sentence = sentence_.index;
    fact.predicate = header.relation;
    fact.object = value.node;
    fact.said.subject = argument(subject.tokens, subject.entity);
    fact.said.object = argument(value.tokens, value.node.entity);
    fact.said.predicate = {0, static_cast<std::uint32_t>(sentence_.tokens.size())};
    fact.said.negated = value.negative;
    fact.said.confidence = row_.marked ? confidence::kMarkedTable : confidence::kTableByPlace;
    fact.said.rule = kTableRule;
    if (!header.year.empty()) fact.time = time_literal(header.year);
    sentence_.typed_facts.push_back(std::move(fact));
  }

  Analysis& analysis_;
  Things& things_;
  const TableRow& row_;
  Sentence& sentence_;
};

}  // namespace

void add_row_facts(Analysis& analysis) {
  Things things(analysis);
  for (Sentence& sentence : analysis.sentences) {
    if (!sentence.row || sentence.tokens.empty()) continue;
    const TableRow& row = analysis.document.rows[*sentence.row];
    RowReader(analysis, things, row, sentence).read();
  }
}

}  // namespace dossier::extract
