// SPDX-License-Identifier: Apache-2.0
// Tables of nouns by what they do in a clause.
#include "extract/clause/words.h"

#include <unordered_map>
#include <unordered_set>

namespace dossier::extract::clause {

namespace {

using Words = std::unordered_set<std::string_view>;

const Words& light_nouns() {
  static const Words words{
      "talk",        "meeting",    "visit",      "contact",        "conversation", "consultation",
      "negotiation", "discussion", "dialogue",   "statement",      "contribution", "role",
      "part",        "interest",   "support",    "attention",      "office",       "representative",
      "branch",      "call",       "trip",       "agreement",      "deal",         "decision",
      "assistance",  "help",       "aid",        "access",         "speech",       "appeal",
      "appearance",  "donation",   "payment",    "investment",     "influence",    "impact",
      "effect",      "priority",   "importance", "responsibility", "control",      "place",
      "advantage",   "care",       "charge",     "tribute",        "credit",       "summit",
      "briefing",    "session",    "conference", "presence",       "headquarters", "embassy",
      "relation",    "tie",        "link",       "partnership",    "war",          "share",
      "stake",       "seat",       "guidance",   "confidence",     "condolence",   "preference",
      "note",        "interview",  "concern",    "appreciation",   "shape"};
  return words;
}

const Words& time_nouns() {
  static const Words words{
      "year",    "day",      "month",     "week",    "hour",     "minute",    "second",
      "decade",  "century",  "time",      "moment",  "period",   "season",    "morning",
      "evening", "night",    "afternoon", "weekend", "today",    "yesterday", "tomorrow",
      "past",    "future",   "beginning", "while",   "occasion", "stage",     "quarter",
      "spring",  "summer",   "autumn",    "winter",  "date",     "january",   "february",
      "march",   "april",    "may",       "june",    "july",     "august",    "september",
      "october", "november", "december",  "monday",  "tuesday",  "wednesday", "thursday",
      "friday",  "saturday", "sunday",    "long",    "start",    "outset",    "once"};
  return words;
}

const Words& person_nouns() {
  static const Words words{
      "people",    "person",     "man",         "woman",       "child",
      "citizen",   "resident",   "colleague",   "friend",      "partner",
      "leader",    "member",     "expert",      "official",    "worker",
      "refugee",   "soldier",    "peacekeeper", "journalist",  "delegate",
      "observer",  "emigrant",   "civilian",    "participant", "candidate",
      "co-chair",  "chair",      "head",        "author",      "player",
      "scientist", "doctor",     "diplomat",    "employee",    "guest",
      "relative",  "brother",    "sister",      "father",      "mother",
      "son",       "daughter",   "wife",        "husband",     "counterpart",
      "troops",    "force",      "party",       "team",        "group",
      "staff",     "volunteer",  "engineer",    "farmer",      "student",
      "prisoner",  "detainee",   "ally",        "guarantor",   "winner",
      "rival",     "poet",       "writer",      "painter",     "actor",
      "singer",    "lawyer",     "teacher",     "nurse",       "inhabitant",
      "villager",  "investor",   "owner",       "founder",     "creator",
      "developer", "researcher", "professor",   "victim",      "survivor",
      "recipient", "politician", "lawmaker",    "fighter",     "insurgent",
      "militant",  "migrant",    "neighbour",   "those",       "anyone",
      "everyone",  "someone",    "one",         "co-founder",  "representative",
      "envoy",     "negotiator", "ambassador",  "activist",    "supporter",
      "commander"};
  return words;
}

const Words& title_nouns() {
  static const Words words{"president",
                           "minister",
                           "chairman",
                           "chairwoman",
                           "chairperson",
                           "chair",
                           "director",
                           "secretary",
                           "director-general",
                           "secretary-general",
                           "governor",
                           "mayor",
                           "ambassador",
                           "commissioner",
                           "chancellor",
                           "premier",
                           "king",
                           "queen",
                           "prince",
                           "princess",
                           "emperor",
                           "pope",
                           "bishop",
                           "archbishop",
                           "cardinal",
                           "general",
                           "colonel",
                           "major",
                           "captain",
                           "admiral",
                           "lieutenant",
                           "sergeant",
                           "commander",
                           "marshal",
                           "chief",
                           "head",
                           "ceo",
                           "cfo",
                           "cto",
                           "coo",
                           "boss",
                           "founder",
                           "co-founder",
                           "co-chair",
                           "co-chairman",
                           "spokesman",
                           "spokeswoman",
                           "spokesperson",
                           "representative",
                           "envoy",
                           "deputy",
                           "senator",
                           "congressman",
                           "congresswoman",
                           "judge",
                           "justice",
                           "prosecutor",
                           "attorney",
                           "professor",
                           "editor",
                           "editor-in-chief",
                           "manager",
                           "coach",
                           "officer",
                           "administrator",
                           "speaker",
                           "leader",
                           "treasurer",
                           "rector",
                           "dean",
                           "principal",
                           "superintendent",
                           "inspector",
                           "consul",
                           "delegate",
                           "coordinator",
                           "supervisor",
                           "poet",
                           "writer",
                           "author",
                           "singer",
                           "actor",
                           "actress",
                           "painter",
                           "composer",
                           "historian",
                           "economist",
                           "journalist",
                           "scientist",
                           "analyst",
                           "vice-president",
                           "counsel",
                           "counterpart",
                           "comptroller",
                           "auditor",
                           "ombudsman",
                           "executive",
                           "chairmanship",
                           "engineer",
                           "architect",
                           "physicist",
                           "chemist",
                           "biologist",
                           "philosopher",
                           "diplomat",
                           "lawyer",
                           "mp",
                           "undersecretary",
                           "under-secretary-general",
                           "rapporteur",
                           "chief-of-staff",
                           "sultan",
                           "emir",
                           "sheikh",
                           "ayatollah",
                           "patriarch",
                           "rabbi",
                           "lawmaker",
                           "legislator",
                           "councillor",
                           "alderman",
                           "sheriff",
                           "curator",
                           "conductor"};
  return words;
}

const std::unordered_map<std::string_view, bool>& title_modifiers() {
  static const std::unordered_map<std::string_view, bool> words{
      {"new", false},        {"current", false},     {"incumbent", false}, {"newly", false},
      {"then", true},        {"former", true},       {"previous", true},   {"ex", true},
      {"late", false},       {"ousted", true},       {"outgoing", false},  {"longtime", false},
      {"then-", true},       {"ex-", true},          {"onetime", true},    {"one-time", true},
      {"past", true},        {"then-current", true}, {"visiting", false},  {"elected", false},
      {"re-elected", false}, {"dear", false},        {"retired", true}};
  return words;
}

/// Preposition -> nouns that draw it.
const std::unordered_map<std::string_view, Words>& noun_prepositions() {
  static const std::unordered_map<std::string_view, Words> table{
      {"in", {"interest",    "progress",  "role",       "part",       "change",     "increase",
              "decrease",    "rise",      "fall",       "war",        "situation",  "participation",
              "involvement", "training",  "trade",      "experience", "investment", "confidence",
              "belief",      "success",   "settlement", "problem",    "conflict",   "crisis",
              "step",        "peace",     "life",       "people",     "work",       "presence",
              "process",     "operation", "mission",    "event",      "efforts",    "effort",
              "stability",   "drop",      "growth",     "cut",        "assistance", "cooperation",
              "school",      "branch",    "ally",       "difference", "election",   "reform",
              "company",     "city",      "town",       "village"}},
      {"on", {"statement",  "agreement",    "information", "influence",   "report",    "sanction",
              "issue",      "law",          "decision",    "work",        "treaty",    "talk",
              "discussion", "conference",   "impact",      "effect",      "attack",    "proposal",
              "order",      "view",         "position",    "opinion",     "focus",     "database",
              "ban",        "tax",          "vote",        "restriction", "dialogue",  "convention",
              "comment",    "consultation", "meeting",     "resolution",  "data",      "book",
              "article",    "detail",       "statistics",  "tariff",      "commission"}},
      {"for",
       {"support",   "reason",    "demand",      "responsibility", "condition",    "plan",
        "need",      "request",   "respect",     "call",           "room",         "opportunity",
        "prospect",  "programme", "program",     "fund",           "aid",          "search",
        "timeframe", "schedule",  "preparation", "preference",     "assistance",   "quota",
        "proposal",  "basis",     "ministry",    "office",         "fight",        "struggle",
        "candidate", "money",     "time",        "mechanism",      "appreciation", "centre",
        "center",    "law",       "system",      "award",          "prize",        "vaccine",
        "treatment", "concern",   "project"}},
      {"to", {"commitment",  "access",     "contribution", "visit",      "threat",   "right",
              "answer",      "response",   "return",       "attitude",   "attempt",  "damage",
              "alternative", "approach",   "solution",     "reference",  "relation", "transition",
              "support",     "assistance", "attention",    "party",      "aid",      "way",
              "road",        "attachment", "devotion",     "resistance", "key",      "ambassador",
              "letter",      "message",    "invitation",   "readiness",  "change",   "help",
              "obstacle",    "trip",       "envoy",        "appeal",     "exposure", "benefit"}},
      {"with",
       {"contact",      "talk",        "meeting",     "relation", "cooperation",  "agreement",
        "dialogue",     "negotiation", "interaction", "work",     "conversation", "problem",
        "consultation", "ties",        "tie",         "treaty",   "partnership",  "discussion",
        "deal",         "compliance",  "experience",  "contract", "war",          "border",
        "link",         "trade"}},
      {"between", {"agreement", "relation",     "contact",      "cooperation", "tie",
                   "dialogue",  "war",          "difference",   "conflict",    "talk",
                   "corridor",  "border",       "meeting",      "balance",     "interaction",
                   "exchange",  "consultation", "link",         "peace",       "trade",
                   "treaty",    "deal",         "conversation", "road",        "partnership"}},
      {"about",
       {"information", "question", "concern", "statement", "book", "story", "talk", "comment",
        "idea", "detail", "doubt", "debate", "article", "film", "news", "data"}},
      {"against",
       {"fight", "war", "sanction", "struggle", "attack", "campaign", "vaccine", "action", "case",
        "crime", "protest", "protection"}},
      {"from",
       {"invitation", "support",   "information", "message", "people",    "refugee", "letter",
        "statistics", "observer",  "official",    "worker",  "appeal",    "doctor",  "expert",
        "student",    "exit",      "withdrawal",  "help",    "colleague", "friend",  "businesses",
        "interest",   "expulsion", "protection",  "pressure"}},
      {"by",
       {"growth", "statement", "decrease", "increase", "rise", "fall", "initiative", "visit",
        "blockade", "attack", "agreement", "book", "report", "activity", "drop", "cut", "decision",
        "song", "film"}},
      {"at",
       {"attempt", "professor", "student", "meeting", "effort", "expert", "researcher",
        "conference"}},
      {"towards", {"step", "attitude", "effort", "policy", "progress"}},
      {"toward", {"step", "attitude", "effort", "policy", "progress"}},
      {"into", {"research", "investigation", "division", "inquiry", "insight", "integration"}},
      {"over",
       {"dispute", "control", "concern", "conflict", "victory", "sovereignty", "debate", "power"}},
      {"among", {"agreement", "difference", "trust"}},
      {"across", {"office", "school", "hospital", "branch"}},
      {"around", {"situation", "people", "country"}},
      {"within", {"group", "work"}}};
  return table;
}

}  // namespace

bool is_light_noun(std::string_view lemma) { return light_nouns().contains(lemma); }

bool noun_takes(std::string_view noun_lemma, std::string_view preposition) {
  const auto found = noun_prepositions().find(preposition);
  return found != noun_prepositions().end() && found->second.contains(noun_lemma);
}

bool is_time_noun(std::string_view lemma) { return time_nouns().contains(lemma); }

std::optional<NounVerb> verb_of_noun(std::string_view lemma) {
  static const std::unordered_map<std::string_view, NounVerb> table{
      {"signing", {"sign"}},
      {"deployment", {"deploy"}},
      {"transfer", {"transfer"}},
      {"withdrawal", {"withdraw"}},
      {"release", {"release"}},
      {"establishment", {"establish"}},
      {"creation", {"create"}},
      {"adoption", {"adopt"}},
      {"construction", {"build"}},
      {"opening", {"open"}},
      {"closure", {"close"}},
      {"appointment", {"appoint"}},
      {"arrest", {"arrest"}},
      {"murder", {"murder"}},
      {"killing", {"kill"}},
      {"assassination", {"assassinate"}},
      {"acquisition", {"acquire"}},
      {"purchase", {"purchase"}},
      {"sale", {"sell"}},
      {"delivery", {"deliver"}},
      {"launch", {"launch"}},
      {"publication", {"publish"}},
      {"ratification", {"ratify"}},
      {"capture", {"capture"}},
      {"invasion", {"invade"}},
      {"destruction", {"destroy"}},
      {"growth", {"grow", true}},
      {"arrival", {"arrive", true}},
      {"departure", {"depart", true}},
      {"return", {"return", true}},
      {"resignation", {"resign", true}}};
  const auto found = table.find(lemma);
  if (found == table.end()) return std::nullopt;
  return found->second;
}

bool is_manner_noun(std::string_view lemma) {
  static const Words words{
      "way",         "manner",    "extent",  "level",    "respect",    "regard",
      "initiative",  "request",   "context", "basis",    "view",       "opinion",
      "sense",       "principle", "detail",  "turn",     "addition",   "particular",
      "connection",  "part",      "end",     "capacity", "case",       "result",
      "course",      "aegis",     "fact",    "will",     "conformity", "invitation",
      "instruction", "risk",      "expense", "behalf",   "speed",      "pace"};
  return words.contains(lemma);
}

bool is_speaking_noun(std::string_view lemma) {
  static const Words words{"ministry", "government", "report", "statement", "company", "office",
                           "agency",   "newspaper",  "police", "court",     "embassy", "army",
                           "letter",   "document",   "study",  "paper",     "source",  "council"};
  return words.contains(lemma);
}

bool is_person_noun(std::string_view lemma) {
  return person_nouns().contains(lemma) || title_nouns().contains(lemma);
}

bool is_plural_noun(std::string_view word) {
  static const Words words{"talks",     "ties",        "hostilities",  "negotiations",
                           "elections", "troops",      "headquarters", "proceedings",
                           "premises",  "authorities", "goods"};
  return words.contains(word);
}

bool is_event_noun(std::string_view lemma) {
  static const Words words{
      "conference",  "meeting",    "talk",      "summit",     "election", "session",
      "negotiation", "forum",      "congress",  "exercise",   "event",    "ceremony",
      "briefing",    "referendum", "festival",  "concert",    "trial",    "consultation",
      "discussion",  "vote",       "visit",     "match",      "race",     "exhibition",
      "workshop",    "seminar",    "rally",     "parade",     "auction",  "tournament",
      "assembly",    "hearing",    "interview", "congresses", "fair",     "championship"};
  return words.contains(lemma);
}

bool is_carrier_noun(std::string_view lemma) {
  static const Words words{"contact",      "consonance", "accord",      "line",      "touch",
                           "conflict",     "war",        "dispute",     "agreement", "cooperation",
                           "partnership",  "charge",     "favour",      "favor",     "support",
                           "control",      "talk",       "negotiation", "breach",    "violation",
                           "compliance",   "pressure",   "competition", "alliance",  "coordination",
                           "consultation", "dialogue",   "tandem",      "league"};
  return words.contains(lemma);
}

bool is_title_noun(std::string_view lower_word) { return title_nouns().contains(lower_word); }

bool is_title_modifier(std::string_view lower_word, bool& ended) {
  const auto found = title_modifiers().find(lower_word);
  ended = found != title_modifiers().end() && found->second;
  return found != title_modifiers().end();
}

}  // namespace dossier::extract::clause
