// SPDX-License-Identifier: Apache-2.0
// Tables of prepositions and fixed phrases.
#include "extract/clause/words.h"

#include <algorithm>
#include <unordered_set>

namespace dossier::extract::clause {

namespace {

using Words = std::unordered_set<std::string_view>;

const Words& circumstances() {
  static const Words words{"during",
                           "despite",
                           "without",
                           "in_addition_to",
                           "instead_of",
                           "thanks_to",
                           "according_to",
                           "like",
                           "unlike",
                           "such_as",
                           "including",
                           "of",
                           "in_spite_of",
                           "regardless_of",
                           "except",
                           "except_for",
                           "besides",
                           "apart_from",
                           "aside_from",
                           "as_for",
                           "as_to",
                           "since",
                           "until",
                           "till",
                           "throughout",
                           "following",
                           "pending",
                           "rather_than",
                           "other_than",
                           "in_accordance_with",
                           "in_line_with",
                           "in_view_of",
                           "in_light_of",
                           "in_the_light_of",
                           "at_the_request_of",
                           "in_case_of",
                           "than",
                           "along_with",
                           "as_regards",
                           "regarding",
                           "concerning",
                           "as_of",
                           "per",
                           "but",
                           "on_the_basis_of",
                           "by_means_of",
                           "in_the_interests_of",
                           "in_the_interest_of",
                           "in_terms_of",
                           "as_part_of",
                           "in_the_context_of",
                           "within_the_framework_of",
                           "in_response_to",
                           "for_the_sake_of",
                           "by_virtue_of",
                           "together_with",
                           "at_the_level_of",
                           "at_the_initiative_of",
                           "under",
                           "as",
                           "in_exchange_for",

                           "before",
                           "after",
                           "past",
                           "with_respect_to",
                           "in_respect_of",
                           "with_regard_to",
                           "in_regard_to",
                           "in_relation_to",
                           "ahead_of",
                           "prior_to"};
  return words;
}

struct FixedEntry {
  std::string_view words;
  Fixed kind;
};

constexpr FixedEntry kFixed[] = {{"according to", Fixed::preposition},
                                 {"thanks to", Fixed::preposition},
                                 {"due to", Fixed::preposition},
                                 {"because of", Fixed::preposition},
                                 {"in accordance with", Fixed::preposition},
                                 {"in addition to", Fixed::preposition},
                                 {"along with", Fixed::preposition},
                                 {"together with", Fixed::preposition},
                                 {"on behalf of", Fixed::preposition},
                                 {"instead of", Fixed::preposition},
                                 {"in spite of", Fixed::preposition},
                                 {"regardless of", Fixed::preposition},
                                 {"in front of", Fixed::preposition},
                                 {"as for", Fixed::preposition},
                                 {"as to", Fixed::preposition},
                                 {"apart from", Fixed::preposition},
                                 {"aside from", Fixed::preposition},
                                 {"except for", Fixed::preposition},
                                 {"such as", Fixed::preposition},
                                 {"other than", Fixed::preposition},
                                 {"rather than", Fixed::preposition},
                                 {"out of", Fixed::preposition},
                                 {"in line with", Fixed::preposition},
                                 {"in view of", Fixed::preposition},
                                 {"in light of", Fixed::preposition},
                                 {"in the light of", Fixed::preposition},
                                 {"in case of", Fixed::preposition},
                                 {"in terms of", Fixed::preposition},
                                 {"as part of", Fixed::preposition},
                                 {"in the context of", Fixed::preposition},
                                 {"in response to", Fixed::preposition},
                                 {"in exchange for", Fixed::preposition},
                                 {"within the framework of", Fixed::preposition},
                                 {"on the basis of", Fixed::preposition},
                                 {"by means of", Fixed::preposition},
                                 {"in the interests of", Fixed::preposition},
                                 {"in the interest of", Fixed::preposition},
                                 {"in favour of", Fixed::preposition},
                                 {"in favor of", Fixed::preposition},
                                 {"at the request of", Fixed::preposition},
                                 {"with respect to", Fixed::preposition},
                                 {"in respect of", Fixed::preposition},
                                 {"with regard to", Fixed::preposition},
                                 {"in regard to", Fixed::preposition},
                                 {"in relation to", Fixed::preposition},
                                 {"for the sake of", Fixed::preposition},
                                 {"at the level of", Fixed::preposition},
                                 {"at the initiative of", Fixed::preposition},
                                 {"owing to", Fixed::preposition},
                                 {"prior to", Fixed::preposition},
                                 {"ahead of", Fixed::preposition},
                                 {"up to", Fixed::preposition},
                                 {"close to", Fixed::preposition},
                                 {"next to", Fixed::preposition},
                                 {"away from", Fixed::preposition},
                                 {"in charge of", Fixed::preposition},
                                 {"by virtue of", Fixed::preposition},
                                 {"as of", Fixed::preposition},
                                 {"in detail", Fixed::adverbial},
                                 {"in more detail", Fixed::adverbial},
                                 {"in general", Fixed::adverbial},
                                 {"in particular", Fixed::adverbial},
                                 {"in fact", Fixed::adverbial},
                                 {"of course", Fixed::adverbial},
                                 {"for example", Fixed::adverbial},
                                 {"for instance", Fixed::adverbial},
                                 {"at least", Fixed::adverbial},
                                 {"at all", Fixed::adverbial},
                                 {"at last", Fixed::adverbial},
                                 {"in addition", Fixed::adverbial},
                                 {"in turn", Fixed::adverbial},
                                 {"in this context", Fixed::adverbial},
                                 {"in this respect", Fixed::adverbial},
                                 {"in this regard", Fixed::adverbial},
                                 {"in this connection", Fixed::adverbial},
                                 {"in this way", Fixed::adverbial},
                                 {"in this area", Fixed::adverbial},
                                 {"in every way", Fixed::adverbial},
                                 {"in various ways", Fixed::adverbial},
                                 {"in part", Fixed::adverbial},
                                 {"in conclusion", Fixed::adverbial},
                                 {"in principle", Fixed::adverbial},
                                 {"in practice", Fixed::adverbial},
                                 {"in person", Fixed::adverbial},
                                 {"in public", Fixed::adverbial},
                                 {"in advance", Fixed::adverbial},
                                 {"in return", Fixed::adverbial},
                                 {"in response", Fixed::adverbial},
                                 {"in total", Fixed::adverbial},
                                 {"for this purpose", Fixed::adverbial},
                                 {"to this effect", Fixed::adverbial},
                                 {"on the other hand", Fixed::adverbial},
                                 {"on the one hand", Fixed::adverbial},
                                 {"at the same time", Fixed::adverbial},
                                 {"on this score", Fixed::adverbial},
                                 {"on the ground", Fixed::adverbial},
                                 {"on site", Fixed::adverbial},
                                 {"by and large", Fixed::adverbial},
                                 {"as well", Fixed::adverbial},
                                 {"as usual", Fixed::adverbial},
                                 {"as a rule", Fixed::adverbial},
                                 {"as a result", Fixed::adverbial},
                                 {"as a whole", Fixed::adverbial},
                                 {"as a reminder", Fixed::adverbial},
                                 {"more or less", Fixed::adverbial},
                                 {"by telephone", Fixed::adverbial},
                                 {"by phone", Fixed::adverbial},
                                 {"in any event", Fixed::adverbial},
                                 {"in any case", Fixed::adverbial},
                                 {"in any way", Fixed::adverbial},
                                 {"in good faith", Fixed::adverbial},
                                 {"in the end", Fixed::adverbial},
                                 {"by far", Fixed::adverbial},
                                 {"so far", Fixed::adverbial},
                                 {"as yet", Fixed::adverbial},
                                 {"once again", Fixed::adverbial},
                                 {"for our part", Fixed::adverbial},
                                 {"for his part", Fixed::adverbial},
                                 {"for her part", Fixed::adverbial},
                                 {"for its part", Fixed::adverbial},
                                 {"for their part", Fixed::adverbial},
                                 {"for my part", Fixed::adverbial},
                                 {"as far as possible", Fixed::adverbial},
                                 {"as soon as possible", Fixed::adverbial},
                                 {"to begin with", Fixed::adverbial},
                                 {"in case", Fixed::subordinator},
                                 {"provided that", Fixed::subordinator},
                                 {"as long as", Fixed::subordinator},
                                 {"as soon as", Fixed::subordinator},
                                 {"as if", Fixed::subordinator},
                                 {"as though", Fixed::subordinator},
                                 {"even though", Fixed::subordinator},
                                 {"even if", Fixed::subordinator},
                                 {"so that", Fixed::subordinator},
                                 {"in order that", Fixed::subordinator},
                                 {"as well as", Fixed::conjunction},
                                 {"and also", Fixed::conjunction}};

bool starts_with_words(std::span<const std::string> words, std::string_view phrase,
                       std::size_t& length) {
  length = 0;
  while (!phrase.empty()) {
    const std::size_t blank = std::min(phrase.find(' '), phrase.size());
    if (length == words.size() || words[length] != phrase.substr(0, blank)) return false;
    phrase.remove_prefix(std::min(blank + 1, phrase.size()));
    ++length;
  }
  return true;
}

}  // namespace

bool is_circumstance(std::string_view preposition) { return circumstances().contains(preposition); }

FixedPhrase fixed_phrase(std::span<const std::string> lower_words) {
  FixedPhrase best;
  for (const FixedEntry& entry : kFixed) {
    std::size_t length = 0;
    if (starts_with_words(lower_words, entry.words, length) && length > best.length)
      best = {entry.kind, length, std::string(entry.words)};
  }
  std::replace(best.name.begin(), best.name.end(), ' ', '_');
  return best;
}

}  // namespace dossier::extract::clause
