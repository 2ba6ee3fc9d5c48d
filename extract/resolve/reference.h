// SPDX-License-Identifier: Apache-2.0
// Resolves pronouns and definite descriptions to entities.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extract/resolve/entity_table.h"
#include "extract/resolve/pronoun_signs.h"
#include "extract/resolve/quotations.h"
#include "extract/resolve/resolve.h"
#include "extract/resolve/weighed_pronouns.h"

namespace dossier::extract::resolve {

/// Something mentioned that a pronoun may refer to.
struct Referent {
  std::uint32_t entity = 0;
  std::uint32_t sentence = 0;
  std::uint32_t token = 0;
  TextSpan span;  ///< the words that mean it
  bool subject = false;
  bool plural = false;
  bool person_noun = false;  ///< a common noun of people
  std::int32_t verb = -1;    ///< of a subject: the word it is subject of
};

/// The rule that resolved a phrase, and the mention it was linked to.
struct Provenance {
  Sieve sieve = Sieve::none;
  std::optional<TextSpan> antecedent;
};

/// What has been said so far, sentence by sentence.
class Discourse {
 public:
  Discourse(const Analysis& analysis, const EntityTable& table, const Resolution& resolution)
      : analysis_(analysis), table_(table), resolution_(resolution), quotations_(analysis) {}

  void add(const Referent& referent) { referents_.push_back(referent); }
  /// A name was said to be a `noun` with these modifiers, at referent.token.
  void describe(const Referent& referent, std::vector<std::string> modifiers);
  /// Makes a speaker the voice of an organisation: the speaker's "we" is the organisation.
  void set_body(std::uint32_t speaker, std::uint32_t body);
  /// The organisation a person speaks for, or the person.
  std::optional<std::uint32_t> body_of(std::optional<std::uint32_t> person) const;

  /// Who the document is about.
  void set_main_person(std::uint32_t person) { main_person_ = person; }

  /// Appends what speaks for whom to `weighed`, which must outlive this, for each pronoun.
  void set_weighed(std::vector<WeighedPronoun>* weighed) { weighed_ = weighed; }

  /// Whether a name only calls somebody: "So, Tom."
  bool is_called_on(std::uint32_t s, const Mention& mention) const;

  /// "it", "its"; "they", "them", "their".
  static bool is_singular(const Token& pronoun);
  static bool is_plural(const Token& pronoun);
  /// The gender of "he", "she" and the like.
  static Gender gender_of_pronoun(const Token& token);
  /// Who or what the pronoun at `token` of sentence `s` means; none where that is open.
  std::optional<std::uint32_t> pronoun(std::uint32_t s, std::uint32_t token,
                                       Provenance& provenance) const;
  /// Whom "the two" or "both companies" means; none if not two were named just before.
  std::vector<Referent> both_of(std::uint32_t s, TokenRange words) const;
  /// Whom "they" mean if the sentence before is about two people.
  std::vector<Referent> two_subjects(std::uint32_t s) const;
  /// Whom "the former" or "the latter" means.
  std::optional<Referent> one_of_two(std::uint32_t s, TokenRange words) const;
  /// What "the committee", "this town" mean: the last thing named that the noun fits.
  std::optional<std::uint32_t> description(std::uint32_t s, const Argument& argument,
                                           Provenance& provenance) const;
  /// Whether the reading model has next to no doubt that the pronoun means `entity`.
  bool is_surely(std::uint32_t s, std::uint32_t token, std::uint32_t entity) const;
  /// Who speaks sentence `s`; none for questioners.
  std::optional<std::uint32_t> speaker(std::uint32_t s) const;
  /// Whether this is a quotation, where "I" is not the speaker of the sentence.
  bool quoted(std::uint32_t s, std::uint32_t token) const { return quotations_.at(s, token); }
  /// The speaker of a quoted word; none if it is not given or not resolved.
  std::optional<std::uint32_t> quoted_speaker(std::uint32_t s, std::uint32_t token,
                                              std::optional<TextSpan>* said = nullptr) const;

 private:
  enum class Wanted : unsigned char { person, thing, many };

  bool fits(const Referent& referent, Wanted wanted, Gender gender, std::uint32_t s) const;
  /// What the reading model says of the pronoun; null without a reading.
  const PronounReading* reading_of(std::uint32_t s, std::uint32_t token) const;
  struct Named {
    Referent referent;
    float probability = 0;
  };
  /// Of a candidate, by the model and by where it stands; 0 if it can't be meant.
  float likelihood(const PronounReading& reading, const PronounReading::Candidate& candidate) const;
  /// Of one word, a company's name may be taken for a person's.
  bool is_surely_person(const Mention& mention) const;
  /// Whether somebody else than `behind` who may be meant is named in the sentence in front of the
  /// pronoun: "While Anna Berg packed HER bag, Clara Lund left".
  bool another_leads(const PronounReading& reading, const Mention& behind) const;
  /// By how much the person whom the document is about is likelier than the model reads.
  float likelihood_of_main(const PronounReading& reading) const;
  /// Whether the last pronoun of the same gender that is a subject, in the sentence or the one
  /// before, means whom the document is about.
  bool goes_on_with_main(const PronounReading& reading) const;
  /// Whether somebody else than whom the document is about, who may be meant, is named in front of
  /// the pronoun or is a subject of the sentence before it.
  bool others_lead(const PronounReading& reading) const;
  /// Of one entity that a pronoun may mean.
  struct Option {
    float likely = 0;  ///< by the model and by where its mentions stand, summed
    PronounSigns signs;
    Referent named;  ///< where it was named last
  };
  using Options = std::map<std::uint32_t, Option>;
  /// `by_signs`: also where their mentions stand.
  Options options_of(const PronounReading& reading, bool by_signs) const;
  void add_pronouns(const PronounReading& reading, Options& options) const;
  std::vector<TextSpan> names_of(std::uint32_t entity) const;
  void note_weighed(const PronounReading& reading, const Options& options) const;
  /// The entity that is meant most probably, where it was named last; none if that is "none".
  std::optional<Named> named_by(const PronounReading& reading) const;
  bool agrees(std::uint32_t entity, Gender gender) const;
  bool is_people(std::uint32_t s, const Mention& mention) const;
  bool tells_time(std::uint32_t s, std::uint32_t token) const;
  /// Whether the entity does what is done to the pronoun at `token`: "Berg praised HER".
  bool acts_on(std::uint32_t entity, std::uint32_t s, std::uint32_t token) const;
  /// Whether a name of the pronoun's sentence is somebody else by where it stands: "HE is a brother
  /// of Berg" (binding principle C of Chomsky, "Lectures on Government and Binding", 1981).
  static bool names_another(const Mention& mention, const Sentence& sentence,
                            std::uint32_t pronoun);
  /// Whether the pronoun stands in what opens a clause in front of its subject, this name: "In HER
  /// first year, Berg grew".
  static bool is_subject_behind(const Mention& mention, const Sentence& sentence,
                                std::uint32_t pronoun);
  std::optional<std::uint32_t> main_place_called(const std::string& noun) const;
  std::optional<std::uint32_t> main_company_meant(std::uint32_t s) const;
  std::vector<Referent> named_in(std::uint32_t s) const;
  std::vector<Referent> fitting(std::uint32_t s, const std::string& noun,
                                std::uint32_t token) const;
  std::optional<std::string> noun_of_pair(std::uint32_t s, TokenRange range) const;
  std::optional<Referent> only_company(std::uint32_t s, std::uint32_t token) const;
  std::optional<Referent> third_person(std::uint32_t s, std::uint32_t token) const;
  std::optional<Referent> third_person_by_rules(std::uint32_t s, std::uint32_t token) const;
  std::optional<Referent> search(std::uint32_t s, std::uint32_t token, Wanted wanted, Gender gender,
                                 bool object) const;
  std::optional<std::int32_t> reported_by(std::uint32_t s, std::uint32_t token) const;
  std::optional<Referent> who_reports(std::uint32_t s, std::uint32_t token, Wanted wanted,
                                      Gender gender) const;
  std::optional<Referent> choose(const std::vector<Referent>& candidates) const;
  std::optional<Referent> ahead(std::uint32_t s, std::uint32_t token) const;
  std::optional<Referent> described(std::uint32_t s, TokenRange range) const;
  /// Whether the noun fits the entity's type and stands in one of its names.
  bool is_called(std::uint32_t entity, const std::string& noun) const;
  bool may_be_this(const Referent& referent, const std::string& noun, std::uint32_t s) const;
  std::optional<std::uint32_t> last_called(const std::string& noun, std::uint32_t s,
                                           std::uint32_t token, bool close,
                                           Provenance& provenance) const;
  std::optional<std::uint32_t> addressee(std::uint32_t s) const;
  std::optional<TextSpan> speaker_label(std::uint32_t s) const;

  struct Description {
    Referent referent;
    std::string noun;
    std::vector<std::string> modifiers;
  };

  const Analysis& analysis_;
  const EntityTable& table_;
  const Resolution& resolution_;
  Quotations quotations_;
  std::vector<Referent> referents_;
  std::vector<Description> descriptions_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> bodies_;
  std::optional<std::uint32_t> main_person_;
  std::vector<WeighedPronoun>* weighed_ = nullptr;  ///< null: nobody asks
};

}  // namespace dossier::extract::resolve
