// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/extract/read_text.h"

#include "extract/graph/vocabulary.h"
#include "extract/pipeline.h"
#include "extract/reader/read_document.h"
#include "extract/rules/rules_access.h"
#include "tests/unit/extract/pdf_file.h"

namespace dossier::test {

using extract::Analysis;
using extract::Argument;
using extract::Clause;
using extract::Frame;
using extract::Mention;
using extract::Modality;
using extract::Sentence;

ReadText read_text(const std::string& text, const std::string& name, const Rules& rules) {
  ReadText result;
  result.analysis.document = extract::read_document(text, name, pdf_settings());
  result.resolution =
      extract::run_passes(result.analysis, {.rules = &extract::RulesAccess::set(rules)});
  return result;
}

namespace {

std::string label(const Analysis& analysis, const Sentence& sentence,
                  const std::optional<Argument>& argument) {
  if (!argument) return "-";
  if (argument->quantity) return sentence.quantities[*argument->quantity].text;
  return analysis.entities[*argument->entity].label;
}

std::string fact(const Analysis& analysis, const Sentence& sentence, const Clause& clause) {
  std::string line = label(analysis, sentence, clause.subject) + " | " + clause.relation + " | " +
                     label(analysis, sentence, clause.object);
  if (clause.negated) line += " | not";
  if (clause.modality != Modality::asserted)
    line += " | " + std::string(extract::modality_name(clause.modality));
  if (clause.attributed) line += " | by " + label(analysis, sentence, clause.attributed);
  return line;
}

/// "president", "former mayor".
std::string role(const Analysis& analysis, const Sentence& sentence, const Frame& frame) {
  std::string line = "?";
  std::string of;
  for (const extract::FrameArgument& argument : frame.arguments) {
    for (const Argument& member : argument.members) {
      if (!member.entity) continue;
      const std::string name = label(analysis, sentence, member);
      if (argument.role == extract::ArgumentRole::subject)
        line = name;
      else
        of += (of.empty() ? "" : " + ") + name;
    }
  }
  line += " | " + std::string(frame.former ? "former " : "") + frame.lemma + " | ";
  return line + (of.empty() ? "-" : of) + (frame.negated ? " | not" : "");
}

}  // namespace

std::vector<std::string> facts_of(const Analysis& analysis) {
  std::vector<std::string> facts;
  for (const Sentence& sentence : analysis.sentences) {
    for (const Clause& clause : sentence.clauses) facts.push_back(fact(analysis, sentence, clause));
    for (const Frame& frame : sentence.frames)
      if (frame.kind == Frame::Kind::role) facts.push_back(role(analysis, sentence, frame));
  }
  return facts;
}

std::vector<std::string> mentions_of(const Analysis& analysis) {
  std::vector<std::string> result;
  for (const Sentence& sentence : analysis.sentences)
    for (const Mention& mention : sentence.mentions)
      if (mention.entity)
        result.push_back(analysis.document.utf8(mention.span) + " -> " +
                         analysis.entities[*mention.entity].label + " (" +
                         std::string(name_of(mention.sieve)) + ")");
  return result;
}

}  // namespace dossier::test
