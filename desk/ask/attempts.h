// SPDX-License-Identifier: Apache-2.0
// The ladder: what to look for, from the very relation of the question to what means about the
// same. The first attempt that has rows answers. Private to desk/ask.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "desk/ask/question.h"
#include "dossier/dossier.h"
#include "dossier/views.h"

namespace dossier::asking {

/// What of a fact is the answer.
enum class AnswerPart : std::uint8_t { subject, object, argument, place, time, fact };

inline constexpr std::string_view kSameRelation = "the same relation";
inline constexpr std::string_view kSameVerb = "the same verb";
/// Behind them stands where one can go, stand or come from.
inline constexpr std::array<std::string_view, 9> kPlaceMarkers{
    "in", "at", "to", "from", "near", "into", "for", "on", "outside"};

/// One form of a fact that would answer.
struct Attempt {
  std::string step;               ///< for people: "the same relation"
  std::vector<Term> relations;    ///< any of these; never empty
  const Role* subject = nullptr;  ///< null: anything, or what is asked for
  const Role* object = nullptr;
  std::vector<const Role*> others = {};  ///< their words have to be in the sentence
  AnswerPart part = AnswerPart::fact;
  std::string marker;       ///< of an argument: "to"
  bool place_only = false;  ///< the answer has to be a place

  /// The question's own verb, whatever is behind it.
  bool same_verb() const { return step == kSameRelation || step == kSameVerb; }
};

/// Relations of the knowledge base by name, read once.
class Relations {
 public:
  Relations(const KnowledgeBase& kb, const QueryOptions& options);

  /// r: relations whose local name is one of these.
  std::vector<Term> named(const std::vector<std::string>& locals) const;
  /// Those that are the verb with whatever follows it.
  std::vector<Term> of_verb(const std::string& verb) const;
  /// r:TITLE_of whose title has all these words; exact ones only when there are some.
  std::vector<Term> posts(const std::vector<std::string>& words) const;
  std::vector<Term> all_posts() const;
  /// Those whose verb has the same stem.
  std::vector<Term> like(const std::string& verb) const;
  /// Those of these that facts have.
  std::vector<Term> known(const std::vector<Term>& relations) const;

 private:
  std::vector<std::string> locals_;  ///< of r:, sorted
  std::vector<Term> others_;
};

/// The families that have one of these relations; who says something is asked in another way.
std::vector<RelationFamily> families_with(const std::vector<std::string>& locals);
void leave_out_dates(std::vector<Term>& properties);
/// Who bought it once may have sold it.
void leave_out_acquisitions(std::vector<Term>& properties);

/// In the order in which they are tried. They point into `reading`.
std::vector<Attempt> attempts(const Reading& reading, const Relations& relations);

}  // namespace dossier::asking
