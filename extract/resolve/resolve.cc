// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/resolve.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "extract/interruption.h"
#include "extract/names/describing_nouns.h"
#include "extract/resolve/argument_resolver.h"
#include "extract/resolve/discourse_feed.h"
#include "extract/resolve/entity_table.h"
#include "extract/resolve/named_things.h"
#include "extract/resolve/reference.h"
#include "extract/resolve/relative_pronouns.h"
#include "extract/resolve/role_holders.h"
#include "extract/resolve/speaker_country.h"
#include "extract/resolve/weighed_pronouns.h"

namespace dossier::extract {

namespace {

using resolve::ArgumentResolver;
using resolve::country_of_speaker;
using resolve::Discourse;
using resolve::DiscourseFeed;
using resolve::EntityTable;
using resolve::named_entity;
using resolve::RoleHolders;
using resolve::WeighedPronoun;

class Resolver {
 public:
  explicit Resolver(Analysis& analysis, std::vector<WeighedPronoun>* weighed = nullptr)
      : analysis_(analysis),
        table_(analysis),
        discourse_(analysis, table_, resolution_),
        holders_(analysis),
        arguments_(analysis, table_, discourse_, holders_),
        feed_(analysis, table_, discourse_, arguments_) {
    discourse_.set_weighed(weighed);
  }

  Resolution run() {
    table_.gather();
    if (const auto person = table_.main_person()) discourse_.set_main_person(*person);
    name_speakers();
    find_bodies();
    note_descriptions();
    for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
      Interruption::look();
      arguments_.individuals().name_in(s);
      feed_.add(s);
      arguments_.fill(s);
      arguments_.hear(s);
    }
    arguments_.individuals().write_mentions();
    resolve_relative_pronouns(analysis_);
    renumber(table_.finalize());
    return resolution_;
  }

 private:
  Sentence& sentence(std::uint32_t s) {
    Interruption::look();
    return analysis_.sentences[s];
  }

  void name_speakers() {
    const Document& document = analysis_.document;
    if (document.author) resolution_.author = table_.named(*document.author, MentionType::person);
    if (document.place) resolution_.place = table_.named(*document.place, MentionType::city);
    if (!document.publisher.empty())
      resolution_.publisher = table_.named(document.publisher, MentionType::organization);
    for (const Turn& turn : document.turns) {
      switch (turn.voice) {
        case Turn::Voice::author:
          resolution_.speakers.push_back(resolution_.author);
          break;
        case Turn::Voice::named:
          resolution_.speakers.push_back(table_.named(turn.speaker, MentionType::person));
          break;
        case Turn::Voice::questioner:
          resolution_.speakers.push_back(std::nullopt);
      }
    }
  }

  /// A post says for which organisation a person speaks.
  void find_bodies() {
    for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
      for (const Frame& frame : sentence(s).frames)
        if (is_held_post(frame)) note_post(s, frame);
    }
    std::set<std::optional<std::uint32_t>> speakers(resolution_.speakers.begin(),
                                                    resolution_.speakers.end());
    speakers.insert(resolution_.author);
    for (const std::optional<std::uint32_t>& speaker : speakers)
      if (speaker && discourse_.body_of(speaker) == speaker) note_country(*speaker);
  }

  /// Who is named by a post without its country speaks for the one that the words tell.
  void note_country(std::uint32_t speaker) {
    if (const auto country = country_of_speaker(analysis_, resolution_, speaker))
      discourse_.set_body(speaker, *country);
  }

  static bool is_held_post(const Frame& frame) {
    return !frame.title.empty() && !frame.former && !frame.negated && !frame.denied &&
           !frame.question && frame.modality == Modality::asserted &&
           frame.find(ArgumentRole::object);
  }

  void note_post(std::uint32_t s, const Frame& frame) {
    const Argument& holder = frame.arguments.front().members.front();
    const auto person = named_entity(analysis_.document, sentence(s), holder);
    if (!person) return;
    for (const Argument& of : frame.find(ArgumentRole::object)->members) {
      const auto body = named_entity(analysis_.document, sentence(s), of);
      if (!body) continue;
      const MentionType type = table_.type(*body);
      if (type == MentionType::country || type == MentionType::organization)
        discourse_.set_body(*person, *body);
      holders_.note(frame.title, {*person, span_of(sentence(s), holder.tokens), s},
                    table_.forms(*body));
    }
  }

  void note_descriptions() {
    for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
      const Sentence& in = sentence(s);
      for (const Mention& mention : in.mentions)
        for (const std::uint32_t noun : describing_nouns(in, mention))
          if (!table_.is_concept(*mention.entity)) note_description(s, mention, noun);
    }
  }

  /// "Norwave, a shipping company": "the company" can mean it from here on. "His sister Talia": she
  /// is a woman.
  void note_description(std::uint32_t s, const Mention& mention, std::uint32_t noun) {
    if (mention.type == MentionType::person)
      table_.note_gender(*mention.entity, gender_of_noun(sentence(s).tokens[noun].lemma));
    else
      discourse_.describe({*mention.entity, s, noun, mention.span}, modifiers_of(s, noun));
  }

  /// "shipping" of "a shipping company".
  std::vector<std::string> modifiers_of(std::uint32_t s, std::uint32_t noun) const {
    const std::vector<Token>& tokens = analysis_.sentences[s].tokens;
    std::vector<std::string> words;
    for (std::uint32_t i = noun;
         i > 0 && (tokens[i - 1].xpos.is(Xpos::nn) || tokens[i - 1].xpos.is(Xpos::jj)); --i)
      words.push_back(tokens[i - 1].lemma);
    return words;
  }

  void renumber(const std::vector<std::optional<std::uint32_t>>& numbers) {
    const auto fresh = [&](std::optional<std::uint32_t>& entity) {
      if (entity) entity = numbers[*entity];
    };
    for (auto& speaker : resolution_.speakers) fresh(speaker);
    fresh(resolution_.author);
    fresh(resolution_.place);
    fresh(resolution_.publisher);
  }

  Analysis& analysis_;
  EntityTable table_;
  Resolution resolution_;
  Discourse discourse_;
  RoleHolders holders_;
  ArgumentResolver arguments_;
  DiscourseFeed feed_;
};

}  // namespace

Resolution resolve_entities(Analysis& analysis) { return Resolver(analysis).run(); }

std::vector<WeighedPronoun> resolve::weigh_pronouns(Analysis& analysis) {
  std::vector<WeighedPronoun> weighed;
  Resolver(analysis, &weighed).run();
  std::sort(weighed.begin(), weighed.end(), [](const WeighedPronoun& a, const WeighedPronoun& b) {
    return a.pronoun.begin < b.pronoun.begin;
  });
  return weighed;
}

}  // namespace dossier::extract
