// SPDX-License-Identifier: Apache-2.0
#include "extract/record/write_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "extract/graph/data_model.h"
#include "extract/graph/vocabulary.h"
#include "extract/record/write_facts.h"
#include "extract/tables/table_terms.h"
#include "model/vocabulary.h"

namespace dossier::extract {

namespace {

class DocumentWriter {
 public:
  DocumentWriter(const Analysis& analysis, const Resolution& resolution, const EntityLinker& names,
                 const std::function<void(const Quad&)>& sink)
      : analysis_(analysis),
        resolution_(resolution),
        names_(names),
        graph_(document_iri(analysis.document.slug)),
        out_(graph_, sink),
        facts_(analysis, resolution, names, out_) {}

  WrittenCounts write() {
    metadata();
    for (const Sentence& sentence : analysis_.sentences) write_sentence(sentence);
    for (const Sentence& sentence : analysis_.sentences)
      for (const Mention& mention : sentence.mentions)
        write_mention(mention, sentence_iri(document().slug, sentence.index));
    std::size_t entities = 0;
    const std::set<std::uint32_t> used = used_entities();
    for (std::uint32_t i = 0; i < analysis_.entities.size(); ++i) {
      if (is_unnamed(i) && !used.contains(i)) continue;
      write_entity(i);
      ++entities;
    }
    return {analysis_.sentences.size(), facts_.count(), entities};
  }

 private:
  const Document& document() const { return analysis_.document; }

  bool is_individual(std::uint32_t entity) const {
    return analysis_.entities[entity].type == MentionType::individual;
  }
  bool is_unnamed(std::uint32_t entity) const {
    return is_individual(entity) || analysis_.entities[entity].type == MentionType::concept_;
  }

  /// The entities of facts and mentions, and what individuals are; a concept or an individual that
  /// only frames have is not written.
  std::set<std::uint32_t> used_entities() const {
    std::set<std::uint32_t> used = facts_.used();
    for (const Sentence& sentence : analysis_.sentences)
      for (const Mention& mention : sentence.mentions)
        if (mention.entity && !is_individual(*mention.entity)) used.insert(*mention.entity);
    for (const std::uint32_t entity : facts_.used())
      if (const auto kind = analysis_.entities[entity].kind) used.insert(*kind);
    return used;
  }

  void metadata() {
    const Term& doc = graph_;
    out_.type(doc, k::kDocument);
    out_.type(doc, kCreativeWork);
    out_.number(doc, k::kModel, kDataModel);
    out_.text(doc, kHeadline, document().headline);
    if (document().date) out_.add(doc, kDatePublished, time_literal(*document().date));
    if (document().date_time) out_.add(doc, k::kPublishedAt, time_literal(*document().date_time));
    out_.text(doc, kInLanguage, document().language);
    if (resolution_.author) out_.add(doc, kAuthor, names_[*resolution_.author].iri);
    if (resolution_.place) out_.add(doc, kLocationCreated, names_[*resolution_.place].iri);
    if (resolution_.publisher) out_.add(doc, kPublisher, names_[*resolution_.publisher].iri);
    if (!document().part_of.empty()) out_.add(doc, kIsPartOf, document_iri(document().part_of));
    if (!document().same_text_as.empty())
      out_.add(doc, k::kSameTextAs, document_iri(document().same_text_as));
    out_.text(doc, k::kMessageId, document().message.own);
    out_.text(doc, k::kInReplyTo, document().message.reply_to);
    out_.text(doc, k::kSourceFile, document().source_name);
    out_.text(doc, k::kSha256, document().sha256);
    out_.number(doc, k::kSentenceCount, analysis_.sentences.size());
  }

  void write_sentence(const Sentence& sentence) {
    const Term iri = sentence_iri(document().slug, sentence.index);
    out_.type(iri, k::kSentence);
    out_.add(iri, k::kPartOf, graph_);
    out_.number(iri, k::kIndex, sentence.index);
    out_.text(iri, k::kText, document().utf8(sentence.span));
    out_.number(iri, k::kBegin, sentence.span.begin);
    out_.number(iri, k::kEnd, sentence.span.end);
    write_position(sentence, iri);
    write_speaker(sentence, iri);
    facts_.write_quantities(sentence, iri);
    facts_.write_facts(sentence, iri);
  }

  /// The page or the time at which the sentence begins.
  void write_position(const Sentence& sentence, const Term& iri) {
    const std::vector<Position>& positions = document().positions;
    const auto next = std::upper_bound(
        positions.begin(), positions.end(), sentence.span.begin,
        [](std::uint32_t begin, const Position& position) { return begin < position.begin; });
    if (next == positions.begin()) return;
    const Position& position = *std::prev(next);
    if (position.page > 0) out_.number(iri, k::kPage, position.page);
    out_.text(iri, k::kMediaTime, position.time);
  }

  void write_speaker(const Sentence& sentence, const Term& iri) {
    if (sentence.headline) return;
    if (!sentence.turn) {
      if (resolution_.author) out_.add(iri, k::kSpeaker, names_[*resolution_.author].iri);
      return;
    }
    const std::optional<std::uint32_t> speaker = resolution_.speakers[*sentence.turn];
    if (speaker)
      out_.add(iri, k::kSpeaker, names_[*speaker].iri);
    else if (document().turns[*sentence.turn].voice == Turn::Voice::questioner)
      out_.text(iri, k::kTurn, "Question");
  }

  void write_mention(const Mention& mention, const Term& sentence) {
    if (!is_written(mention)) return;
    const Term& entity = names_[*mention.entity].iri;
    out_.add(sentence, k::kMentions, entity);
    const Term node = mention_node(mention);
    out_.type(node, k::kMention);
    out_.add(node, k::kOf, entity);
    out_.add(node, k::kPartOf, sentence);
    out_.text(node, k::kText, document().utf8(mention.span));
    out_.number(node, k::kBegin, mention.span.begin);
    out_.number(node, k::kEnd, mention.span.end);
    out_.text(node, k::kResolvedBy, name_of(mention.sieve));
    write_antecedent(mention, node);
  }

  bool is_written(const Mention& mention) const {
    return mention.entity &&
           (!is_individual(*mention.entity) || facts_.used().contains(*mention.entity));
  }

  static Term mention_node(const Mention& mention) {
    return Term::blank_node(fmt::format("mention-{}-{}", mention.span.begin, mention.span.end));
  }

  /// The mention it was linked to; none if those words are not a mention (a speaker's label).
  void write_antecedent(const Mention& mention, const Term& node) {
    if (!mention.antecedent) return;
    for (const Sentence& sentence : analysis_.sentences) {
      if (!sentence.span.contains(*mention.antecedent)) continue;
      for (const Mention& other : sentence.mentions)
        if (is_written(other) && other.span == *mention.antecedent)
          out_.add(node, k::kAntecedent, mention_node(other));
    }
  }

  void write_entity(std::uint32_t i) {
    const NamedEntity& named = names_[i];
    out_.entity_class(named.iri, named.type);
    for (const std::string& name : named.names)
      out_.text(named.iri, name == named.label ? kLabel : kAltLabel, name);
    const Entity& thing = analysis_.entities[i];
    if (thing.kind) out_.add(named.iri, k::kKind, names_[*thing.kind].iri);
    if (!thing.count.empty()) out_.add(named.iri, k::kCount, number_literal(thing.count));
    for (const std::uint32_t other : thing.involves)
      out_.add(named.iri, k::kInvolves, names_[other].iri);
    for (const Term& other : named.namesakes) out_.add(named.iri, k::kPossiblySame, other);
  }

  const Analysis& analysis_;
  const Resolution& resolution_;
  const EntityLinker& names_;
  Term graph_;
  GraphWriter out_;
  FactWriter facts_;
};

}  // namespace

WrittenCounts write_document(const Analysis& analysis, const Resolution& resolution,
                             const EntityLinker& names,
                             const std::function<void(const Quad&)>& sink) {
  return DocumentWriter(analysis, resolution, names, sink).write();
}

}  // namespace dossier::extract
