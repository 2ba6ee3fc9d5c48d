#include "extract/clause/words.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace dossier::extract::clause {

namespace {

using Words = std::unordered_set<std::string_view>;
using Modalities = std::unordered_map<std::string_view, Modality>;

const Words& reporting_verbs() {
  static const Words words{
      "say",       "state",     "declare",     "announce",  "note",     "stress",   "emphasise",
      "emphasize", "underline", "underscore",  "point_out", "report",   "claim",    "tell",
      "argue",     "add",       "explain",     "insist",    "confirm",  "warn",     "recall",
      "mention",   "indicate",  "acknowledge", "admit",     "maintain", "assert",   "allege",
      "reveal",    "write",     "reply",       "respond",   "comment",  "inform",   "remark",
      "observe",   "conclude",  "repeat",      "reiterate", "assure",   "reaffirm", "contend",
      "concede",   "disclose",  "testify",     "tweet",     "clarify",  "estimate", "notify",
      "specify"};
  return words;
}

const Words& belief_verbs() {
  static const Words words{"think",   "believe",    "feel",     "suppose", "assume",   "guess",
                           "know",    "understand", "realise",  "realize", "remember", "see",
                           "find",    "hear",       "learn",    "hope",    "wish",     "expect",
                           "agree",   "predict",    "doubt",    "imagine", "ensure",   "suggest",
                           "propose", "recommend",  "demand",   "insist",  "decide",   "promise",
                           "fear",    "show",       "prove",    "mean",    "imply",    "consider",
                           "worry",   "discover",   "deny",     "pretend", "forecast", "anticipate",
                           "pledge",  "vow",        "threaten", "pray",    "request",  "ask"};
  return words;
}

const Modalities& clause_modalities() {
  static const Modalities table{
      {"hope", Modality::hoped},          {"wish", Modality::hoped},
      {"want", Modality::hoped},          {"demand", Modality::hoped},
      {"request", Modality::hoped},       {"pray", Modality::hoped},
      {"propose", Modality::hoped},       {"recommend", Modality::hoped},
      {"suggest", Modality::possible},    {"expect", Modality::expected},
      {"predict", Modality::expected},    {"forecast", Modality::expected},
      {"anticipate", Modality::expected}, {"promise", Modality::planned},
      {"pledge", Modality::planned},      {"vow", Modality::planned},
      {"agree", Modality::planned},       {"decide", Modality::planned},
      {"threaten", Modality::planned},    {"doubt", Modality::possible},
      {"suppose", Modality::possible},    {"imagine", Modality::possible},
      {"fear", Modality::possible},       {"worry", Modality::possible},
      {"assume", Modality::possible},     {"guess", Modality::possible},
      {"ask", Modality::asked},           {"wonder", Modality::asked},
      {"ensure", Modality::planned},      {"pretend", Modality::possible},
      {"imply", Modality::possible},      {"allege", Modality::possible}};
  return table;
}

const Modalities& subject_controls() {
  static const Modalities table{{"agree", Modality::planned},     {"decide", Modality::planned},
                                {"plan", Modality::planned},      {"intend", Modality::planned},
                                {"promise", Modality::planned},   {"pledge", Modality::planned},
                                {"vow", Modality::planned},       {"commit", Modality::planned},
                                {"undertake", Modality::planned}, {"offer", Modality::planned},
                                {"prepare", Modality::planned},   {"propose", Modality::planned},
                                {"aim", Modality::planned},       {"resolve", Modality::planned},
                                {"choose", Modality::planned},    {"threaten", Modality::planned},
                                {"mean", Modality::planned},      {"arrange", Modality::planned},
                                {"hope", Modality::hoped},        {"wish", Modality::hoped},
                                {"want", Modality::hoped},        {"like", Modality::hoped},
                                {"love", Modality::hoped},        {"prefer", Modality::hoped},
                                {"desire", Modality::hoped},      {"seek", Modality::hoped},
                                {"ask", Modality::hoped},         {"request", Modality::hoped},
                                {"demand", Modality::hoped},      {"strive", Modality::hoped},
                                {"long", Modality::hoped},        {"call", Modality::hoped},
                                {"expect", Modality::expected},   {"need", Modality::necessary},
                                {"have", Modality::necessary},    {"claim", Modality::possible},
                                {"seem", Modality::possible},     {"appear", Modality::possible},
                                {"continue", Modality::asserted}, {"begin", Modality::asserted},
                                {"start", Modality::asserted},    {"manage", Modality::asserted},
                                {"proceed", Modality::asserted},  {"happen", Modality::asserted},
                                {"tend", Modality::asserted},     {"go_on", Modality::asserted},
                                {"come", Modality::asserted}};
  return table;
}

const Modalities& object_controls() {
  static const Modalities table{
      {"urge", Modality::hoped},         {"invite", Modality::hoped},
      {"encourage", Modality::hoped},    {"ask", Modality::hoped},
      {"request", Modality::hoped},      {"tell", Modality::hoped},
      {"order", Modality::hoped},        {"instruct", Modality::hoped},
      {"want", Modality::hoped},         {"like", Modality::hoped},
      {"persuade", Modality::hoped},     {"convince", Modality::hoped},
      {"call_on", Modality::hoped},      {"advise", Modality::hoped},
      {"require", Modality::necessary},  {"oblige", Modality::necessary},
      {"expect", Modality::expected},    {"allow", Modality::possible},
      {"enable", Modality::possible},    {"permit", Modality::possible},
      {"authorise", Modality::possible}, {"authorize", Modality::possible},
      {"appoint", Modality::planned},    {"commission", Modality::planned},
      {"force", Modality::asserted},     {"compel", Modality::asserted}};
  return table;
}

const Modalities& adjective_controls() {
  static const Modalities table{
      {"able", Modality::possible},      {"unable", Modality::possible},
      {"ready", Modality::planned},      {"willing", Modality::planned},
      {"set", Modality::planned},        {"due", Modality::planned},
      {"determined", Modality::planned}, {"committed", Modality::planned},
      {"prepared", Modality::planned},   {"likely", Modality::expected},
      {"expected", Modality::expected},  {"bound", Modality::expected},
      {"certain", Modality::expected},   {"sure", Modality::expected},
      {"scheduled", Modality::planned},  {"supposed", Modality::necessary},
      {"obliged", Modality::necessary},  {"required", Modality::necessary},
      {"eager", Modality::hoped},        {"keen", Modality::hoped},
      {"anxious", Modality::hoped},      {"free", Modality::possible},
      {"entitled", Modality::possible}};
  return table;
}

const Modalities& noun_clauses() {
  static const Modalities table{
      {"hope", Modality::hoped},           {"wish", Modality::hoped},
      {"demand", Modality::hoped},         {"request", Modality::hoped},
      {"possibility", Modality::possible}, {"chance", Modality::possible},
      {"risk", Modality::possible},        {"idea", Modality::possible},
      {"suggestion", Modality::possible},  {"proposal", Modality::possible},
      {"rumour", Modality::possible},      {"rumor", Modality::possible},
      {"impression", Modality::possible},  {"fear", Modality::possible},
      {"premise", Modality::possible},     {"expectation", Modality::expected},
      {"promise", Modality::planned},      {"condition", Modality::conditional},
      {"claim", Modality::possible},       {"allegation", Modality::possible},
      {"sign", Modality::possible},        {"apprehension", Modality::possible}};
  return table;
}

const Words& light_verbs() {
  static const Words words{"hold",    "have",      "make", "pay",     "give",    "take",
                           "play",    "establish", "do",   "conduct", "express", "maintain",
                           "provide", "reach",     "show", "launch",  "receive", "enter",
                           "offer",   "put",       "set",  "lead",    "win",     "attract"};
  return words;
}

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
      "note",        "interview",  "concern",    "appreciation"};
  return words;
}

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
                           "upon",
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
                           "with_regard_to",
                           "in_regard_to",
                           "in_relation_to",
                           "ahead_of",
                           "prior_to"};
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
      "people",     "person",    "man",         "woman",      "child",      "citizen",
      "resident",   "colleague", "friend",      "partner",    "leader",     "member",
      "expert",     "official",  "worker",      "refugee",    "soldier",    "peacekeeper",
      "journalist", "delegate",  "observer",    "emigrant",   "civilian",   "participant",
      "candidate",  "co-chair",  "chair",       "head",       "author",     "player",
      "scientist",  "doctor",    "diplomat",    "employee",   "guest",      "relative",
      "brother",    "sister",    "father",      "mother",     "son",        "daughter",
      "wife",       "husband",   "counterpart", "troops",     "force",      "party",
      "team",       "group",     "staff",       "volunteer",  "engineer",   "farmer",
      "student",    "prisoner",  "detainee",    "ally",       "guarantor",  "winner",
      "rival",      "poet",      "writer",      "painter",    "actor",      "singer",
      "lawyer",     "teacher",   "nurse",       "inhabitant", "villager",   "investor",
      "owner",      "founder",   "creator",     "developer",  "researcher", "professor",
      "victim",     "survivor",  "recipient",   "politician", "lawmaker",   "fighter",
      "insurgent",  "militant",  "migrant",     "neighbour",  "those",      "anyone",
      "everyone",   "someone",   "one",         "co-founder"};
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

Modality find_or_asserted(const Modalities& table, std::string_view lemma) {
  const auto found = table.find(lemma);
  return found == table.end() ? Modality::asserted : found->second;
}

std::optional<Modality> find_modality(const Modalities& table, std::string_view lemma) {
  const auto found = table.find(lemma);
  if (found == table.end()) return std::nullopt;
  return found->second;
}

}  // namespace

bool is_reporting_verb(std::string_view lemma) { return reporting_verbs().contains(lemma); }

bool takes_clause(std::string_view lemma) {
  return reporting_verbs().contains(lemma) || belief_verbs().contains(lemma);
}

Modality clause_modality(std::string_view lemma) {
  return find_or_asserted(clause_modalities(), lemma);
}
Modality noun_clause_modality(std::string_view lemma) {
  return find_or_asserted(noun_clauses(), lemma);
}
std::optional<Modality> subject_control(std::string_view lemma) {
  return find_modality(subject_controls(), lemma);
}
std::optional<Modality> object_control(std::string_view lemma) {
  return find_modality(object_controls(), lemma);
}
std::optional<Modality> adjective_control(std::string_view lemma) {
  return find_modality(adjective_controls(), lemma);
}

bool is_light_verb(std::string_view lemma) { return light_verbs().contains(lemma); }
bool is_light_noun(std::string_view lemma) { return light_nouns().contains(lemma); }

bool is_ditransitive(std::string_view lemma) {
  static const Words words{"give",  "send",    "offer", "show", "tell",  "grant",
                           "award", "set",     "pay",   "lend", "teach", "bring",
                           "hand",  "promise", "owe",   "wish", "cost",  "assign"};
  return words.contains(lemma);
}

bool noun_takes(std::string_view noun_lemma, std::string_view preposition) {
  const auto found = noun_prepositions().find(preposition);
  return found != noun_prepositions().end() && found->second.contains(noun_lemma);
}

bool is_circumstance(std::string_view preposition) { return circumstances().contains(preposition); }
bool is_time_noun(std::string_view lemma) { return time_nouns().contains(lemma); }

bool is_person_noun(std::string_view lemma) {
  return person_nouns().contains(lemma) || title_nouns().contains(lemma);
}

bool is_particle(std::string_view word) {
  static const Words words{"away",  "out",     "up",       "down",    "off",   "back",
                           "forth", "forward", "together", "apart",   "aside", "over",
                           "on",    "in",      "home",     "through", "along", "around"};
  return words.contains(word);
}

bool is_plural_noun(std::string_view word) {
  static const Words words{"talks",     "ties",        "hostilities",  "negotiations",
                           "elections", "troops",      "headquarters", "proceedings",
                           "premises",  "authorities", "goods"};
  return words.contains(word);
}

bool is_stative_participle(std::string_view word) {
  static const Words words{"interested", "concerned",   "involved",   "convinced", "satisfied",
                           "pleased",    "committed",   "dedicated",  "located",   "situated",
                           "based",      "engaged",     "worried",    "surprised", "married",
                           "opposed",    "related",     "determined", "focused",   "headquartered",
                           "stationed",  "represented", "present",    "linked",    "connected",
                           "divided",    "composed",    "known",      "used",      "separated"};
  return words.contains(word);
}

bool is_holding_verb(std::string_view lemma) {
  return lemma == "hold" || lemma == "convene" || lemma == "organise" || lemma == "organize";
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

bool is_linking_verb(std::string_view lemma) {
  static const Words words{"become", "remain", "stay", "look", "feel",  "seem",
                           "appear", "grow",   "turn", "get",  "prove", "sound"};
  return words.contains(lemma);
}

bool is_clause_only_verb(std::string_view lemma) {
  static const Words words{"say",   "think",  "hope",  "suppose", "argue",   "insist",  "wish",
                           "agree", "decide", "guess", "assume",  "pretend", "realise", "realize"};
  return words.contains(lemma);
}

bool is_carrier_noun(std::string_view lemma) {
  static const Words words{"contact",      "consonance", "accord",      "line",      "touch",
                           "conflict",     "war",        "dispute",     "agreement", "cooperation",
                           "partnership",  "charge",     "favour",      "favor",     "support",
                           "control",      "talk",       "negotiation", "breach",    "violation",
                           "compliance",   "pressure",   "competition", "alliance",  "coordination",
                           "consultation", "dialogue",   "tandem"};
  return words.contains(lemma);
}

bool is_negator(std::string_view word) {
  static const Words words{"not",    "n't",    "n’t",     "never", "no",     "neither", "nor",
                           "hardly", "nobody", "nothing", "none",  "cannot", "scarcely"};
  return words.contains(word);
}

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

bool is_title_noun(std::string_view lower_word) { return title_nouns().contains(lower_word); }

bool is_title_modifier(std::string_view lower_word, bool& ended) {
  const auto found = title_modifiers().find(lower_word);
  ended = found != title_modifiers().end() && found->second;
  return found != title_modifiers().end();
}

}  // namespace dossier::extract::clause
