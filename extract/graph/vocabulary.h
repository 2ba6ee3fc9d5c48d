// SPDX-License-Identifier: Apache-2.0
// The vocabulary terms the recorder writes. docs/vocabulary.md describes them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "dossier/term.h"
#include "extract/document.h"

namespace dossier::extract {

namespace k {
inline constexpr std::string_view kDocument = "urn:dossier:vocabulary:Document";
inline constexpr std::string_view kSentence = "urn:dossier:vocabulary:Sentence";
inline constexpr std::string_view kMention = "urn:dossier:vocabulary:Mention";
inline constexpr std::string_view kFact = "urn:dossier:vocabulary:Fact";
inline constexpr std::string_view kQuantity = "urn:dossier:vocabulary:Quantity";
inline constexpr std::string_view kConcept = "urn:dossier:vocabulary:Concept";
inline constexpr std::string_view kIndividual = "urn:dossier:vocabulary:Individual";
inline constexpr std::string_view kNationality = "urn:dossier:vocabulary:Nationality";
inline constexpr std::string_view kKind = "urn:dossier:vocabulary:kind";
inline constexpr std::string_view kCount = "urn:dossier:vocabulary:count";
inline constexpr std::string_view kInvolves = "urn:dossier:vocabulary:involves";
inline constexpr std::string_view kModel = "urn:dossier:vocabulary:model";
inline constexpr std::string_view kSourceFile = "urn:dossier:vocabulary:sourceFile";
inline constexpr std::string_view kPublishedAt = "urn:dossier:vocabulary:publishedAt";
inline constexpr std::string_view kSha256 = "urn:dossier:vocabulary:sha256";
inline constexpr std::string_view kSentenceCount = "urn:dossier:vocabulary:sentenceCount";
inline constexpr std::string_view kPartOf = "urn:dossier:vocabulary:partOf";
inline constexpr std::string_view kIndex = "urn:dossier:vocabulary:index";
inline constexpr std::string_view kText = "urn:dossier:vocabulary:text";
inline constexpr std::string_view kBegin = "urn:dossier:vocabulary:begin";
inline constexpr std::string_view kEnd = "urn:dossier:vocabulary:end";
inline constexpr std::string_view kPage = "urn:dossier:vocabulary:page";
inline constexpr std::string_view kMediaTime = "urn:dossier:vocabulary:mediaTime";
inline constexpr std::string_view kSameTextAs = "urn:dossier:vocabulary:sameTextAs";
inline constexpr std::string_view kMessageId = "urn:dossier:vocabulary:messageId";
inline constexpr std::string_view kInReplyTo = "urn:dossier:vocabulary:inReplyTo";
inline constexpr std::string_view kSpeaker = "urn:dossier:vocabulary:speaker";
inline constexpr std::string_view kTurn = "urn:dossier:vocabulary:turn";
inline constexpr std::string_view kMentions = "urn:dossier:vocabulary:mentions";
inline constexpr std::string_view kOf = "urn:dossier:vocabulary:of";
inline constexpr std::string_view kResolvedBy = "urn:dossier:vocabulary:resolvedBy";
inline constexpr std::string_view kFrame = "urn:dossier:vocabulary:frame";
inline constexpr std::string_view kEvidence = "urn:dossier:vocabulary:evidence";
inline constexpr std::string_view kAttributedTo = "urn:dossier:vocabulary:attributedTo";
inline constexpr std::string_view kTime = "urn:dossier:vocabulary:time";
inline constexpr std::string_view kFrom = "urn:dossier:vocabulary:from";
inline constexpr std::string_view kTo = "urn:dossier:vocabulary:to";
inline constexpr std::string_view kTimeText = "urn:dossier:vocabulary:timeText";
inline constexpr std::string_view kPlace = "urn:dossier:vocabulary:place";
inline constexpr std::string_view kPolarity = "urn:dossier:vocabulary:polarity";
inline constexpr std::string_view kModality = "urn:dossier:vocabulary:modality";
inline constexpr std::string_view kVoice = "urn:dossier:vocabulary:voice";
inline constexpr std::string_view kConfidence = "urn:dossier:vocabulary:confidence";
inline constexpr std::string_view kRule = "urn:dossier:vocabulary:rule";
inline constexpr std::string_view kSubjectText = "urn:dossier:vocabulary:subjectText";
inline constexpr std::string_view kPredicateText = "urn:dossier:vocabulary:predicateText";
inline constexpr std::string_view kObjectText = "urn:dossier:vocabulary:objectText";
inline constexpr std::string_view kSubjectBegin = "urn:dossier:vocabulary:subjectBegin";
inline constexpr std::string_view kSubjectEnd = "urn:dossier:vocabulary:subjectEnd";
inline constexpr std::string_view kPredicateBegin = "urn:dossier:vocabulary:predicateBegin";
inline constexpr std::string_view kPredicateEnd = "urn:dossier:vocabulary:predicateEnd";
inline constexpr std::string_view kObjectBegin = "urn:dossier:vocabulary:objectBegin";
inline constexpr std::string_view kObjectEnd = "urn:dossier:vocabulary:objectEnd";
inline constexpr std::string_view kFamily = "urn:dossier:vocabulary:family";
inline constexpr std::string_view kValue = "urn:dossier:vocabulary:value";
inline constexpr std::string_view kValueMax = "urn:dossier:vocabulary:valueMax";
inline constexpr std::string_view kUnit = "urn:dossier:vocabulary:unit";
inline constexpr std::string_view kApproximate = "urn:dossier:vocabulary:approximate";
inline constexpr std::string_view kAntecedent = "urn:dossier:vocabulary:antecedent";

// What people decided about entities: a graph of its own, see corrections/README.md.
inline constexpr std::string_view kDecisions = "urn:dossier:vocabulary:decisions";
inline constexpr std::string_view kMerge = "urn:dossier:vocabulary:Merge";
inline constexpr std::string_view kSplit = "urn:dossier:vocabulary:Split";
inline constexpr std::string_view kChange = "urn:dossier:vocabulary:Change";
inline constexpr std::string_view kNumber = "urn:dossier:vocabulary:number";
inline constexpr std::string_view kDecidedOn = "urn:dossier:vocabulary:decidedOn";
inline constexpr std::string_view kEntity = "urn:dossier:vocabulary:entity";
inline constexpr std::string_view kEntityLabel = "urn:dossier:vocabulary:entityLabel";
inline constexpr std::string_view kEntityClass = "urn:dossier:vocabulary:entityClass";
inline constexpr std::string_view kOther = "urn:dossier:vocabulary:other";
inline constexpr std::string_view kOtherLabel = "urn:dossier:vocabulary:otherLabel";
inline constexpr std::string_view kOtherClass = "urn:dossier:vocabulary:otherClass";
inline constexpr std::string_view kName = "urn:dossier:vocabulary:name";
inline constexpr std::string_view kRestLabel = "urn:dossier:vocabulary:restLabel";
inline constexpr std::string_view kRename = "urn:dossier:vocabulary:Rename";
inline constexpr std::string_view kRejection = "urn:dossier:vocabulary:Rejection";
inline constexpr std::string_view kRefusal = "urn:dossier:vocabulary:Refusal";
inline constexpr std::string_view kFactConcerned = "urn:dossier:vocabulary:fact";
inline constexpr std::string_view kRelationConcerned = "urn:dossier:vocabulary:relation";
inline constexpr std::string_view kSaying = "urn:dossier:vocabulary:saying";
inline constexpr std::string_view kSentenceWords = "urn:dossier:vocabulary:sentenceWords";
inline constexpr std::string_view kSubjectWords = "urn:dossier:vocabulary:subjectWords";
inline constexpr std::string_view kObjectWords = "urn:dossier:vocabulary:objectWords";
inline constexpr std::string_view kProposal = "urn:dossier:vocabulary:proposal";
inline constexpr std::string_view kInDocument = "urn:dossier:vocabulary:inDocument";
inline constexpr std::string_view kDecision = "urn:dossier:vocabulary:decision";
inline constexpr std::string_view kInGraph = "urn:dossier:vocabulary:inGraph";
inline constexpr std::string_view kRemoved = "urn:dossier:vocabulary:removed";
inline constexpr std::string_view kAdded = "urn:dossier:vocabulary:added";

/// Begin and end of each part of a fact.
struct SpanTerms {
  std::string_view begin, end;
};
inline constexpr std::array kFactSpans{SpanTerms{kSubjectBegin, kSubjectEnd},
                                       SpanTerms{kPredicateBegin, kPredicateEnd},
                                       SpanTerms{kObjectBegin, kObjectEnd}};
}  // namespace k

inline constexpr std::string_view kLabel = "http://www.w3.org/2000/01/rdf-schema#label";
inline constexpr std::string_view kAltLabel = "http://www.w3.org/2004/02/skos/core#altLabel";
inline constexpr std::string_view kPerson = "https://schema.org/Person";
inline constexpr std::string_view kOrganization = "https://schema.org/Organization";
inline constexpr std::string_view kPlace = "https://schema.org/Place";
inline constexpr std::string_view kCountry = "https://schema.org/Country";
inline constexpr std::string_view kCity = "https://schema.org/City";
inline constexpr std::string_view kEvent = "https://schema.org/Event";
inline constexpr std::string_view kCreativeWork = "https://schema.org/CreativeWork";
inline constexpr std::string_view kProduct = "https://schema.org/Product";
inline constexpr std::string_view kHeadline = "https://schema.org/headline";
inline constexpr std::string_view kDatePublished = "https://schema.org/datePublished";
inline constexpr std::string_view kInLanguage = "https://schema.org/inLanguage";
inline constexpr std::string_view kAuthor = "https://schema.org/author";
inline constexpr std::string_view kAttendee = "https://schema.org/attendee";
inline constexpr std::string_view kPublisher = "https://schema.org/publisher";
inline constexpr std::string_view kIsPartOf = "https://schema.org/isPartOf";
inline constexpr std::string_view kLocationCreated = "https://schema.org/locationCreated";
inline constexpr std::string_view kJobTitle = "https://schema.org/jobTitle";
inline constexpr std::string_view kAffiliation = "https://schema.org/affiliation";

inline Term iri(std::string_view text) { return Term::iri(std::string(text)); }

Term document_iri(std::string_view slug);
/// The slug that document_iri() made the IRI of.
std::string slug_of_document(const Term& document);
Term sentence_iri(std::string_view slug, std::uint32_t index);
/// What a document's IRI has numbered parts of: doc:minutes#f3.
enum class Part : char {
  sentence = 's',
  fact = 'f',
  frame = 'c',
  quantity = 'q',
  individual = 'x'
};
Term part_iri(std::string_view slug, Part part, std::uint32_t number);
Term relation_iri(std::string_view local_name);
/// a:with, for an argument behind the preposition "with".
Term argument_iri(std::string_view marker);
/// A label as the local part of an IRI: blanks to "_", what no IRI may hold percent-encoded.
std::string local_name(std::string_view label);
Term class_iri(MentionType type);
std::string_view modality_name(Modality modality);
/// None for what names none.
std::optional<Modality> modality_named(std::string_view name);
/// "2020-11-20" as xsd:date, "2020-11" as xsd:gYearMonth, "2020" as xsd:gYear, with a time of day
/// as xsd:dateTime; anything else as a string.
Term time_literal(const std::string& value);
/// "90000" as xsd:integer, "0.7" as xsd:decimal.
Term number_literal(const std::string& lexical);
/// 0.87 as xsd:decimal, two places, canonical.
Term confidence_literal(double confidence);

}  // namespace dossier::extract
