// SPDX-License-Identifier: Apache-2.0
// Tables of verbs by what they do in a clause.
#include "extract/clause/words.h"

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
      {"case", Modality::conditional},     {"event", Modality::conditional},
      {"claim", Modality::possible},       {"allegation", Modality::possible},
      {"sign", Modality::possible},        {"apprehension", Modality::possible}};
  return table;
}

const Words& light_verbs() {
  static const Words words{"hold",    "have",     "make",      "pay",     "give",
                           "take",    "play",     "establish", "do",      "conduct",
                           "express", "maintain", "provide",   "reach",   "show",
                           "launch",  "receive",  "enter",     "offer",   "put",
                           "set",     "lead",     "win",       "attract", "attach"};
  return words;
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

Modality adjective_clause(std::string_view word, Modality inner) {
  if (word == "sure" || word == "certain" || word == "convinced" || word == "confident")
    return inner == Modality::planned ? Modality::expected : Modality::asserted;
  if (word == "possible" || word == "afraid" || word == "worried" || word == "doubtful" ||
      word == "alleged" || word == "rumoured" || word == "rumored")
    return Modality::possible;
  if (word == "likely" || word == "probable" || word == "unlikely" || word == "expected")
    return Modality::expected;
  if (word == "important" || word == "necessary" || word == "essential" || word == "vital" ||
      word == "crucial")
    return Modality::necessary;
  return word == "hopeful" || word == "hoped" ? Modality::hoped : Modality::asserted;
}

bool is_failing_verb(std::string_view lemma) {
  return lemma == "fail" || lemma == "refuse" || lemma == "decline" || lemma == "unable" ||
         lemma == "unwilling" || lemma == "avoid" || lemma == "forget" || lemma == "neglect";
}

bool is_showing_verb(std::string_view lemma) {
  return lemma == "imply" || lemma == "show" || lemma == "mean" || lemma == "prove" ||
         lemma == "ensure" || lemma == "indicate";
}

bool is_light_verb(std::string_view lemma) { return light_verbs().contains(lemma); }

bool tells_fact(std::string_view lemma) {
  static const Words words{"welcome", "condemn",   "celebrate", "mark",    "praise",
                           "regret",  "mourn",     "refer",     "witness", "see",
                           "applaud", "criticise", "criticize", "protest", "congratulate"};
  return words.contains(lemma);
}

bool is_consequence_verb(std::string_view lemma) {
  return lemma == "cause" || lemma == "lead" || lemma == "result" || lemma == "mean" ||
         lemma == "make" || lemma == "allow" || lemma == "enable" || lemma == "bring" ||
         lemma == "force" || lemma == "prompt";
}

bool is_providing_verb(std::string_view lemma) {
  return lemma == "provide" || lemma == "supply" || lemma == "equip" || lemma == "furnish" ||
         lemma == "present" || lemma == "reward";
}

bool is_frame_verb(std::string_view lemma) {
  static const Words words{"expect", "want",    "like",     "allow",  "enable",  "permit",
                           "let",    "make",    "consider", "regard", "view",    "see",
                           "treat",  "find",    "describe", "want",   "require", "perceive",
                           "deem",   "believe", "declare",  "cause"};
  return words.contains(lemma);
}

bool has_listener(std::string_view lemma) {
  return lemma == "tell" || lemma == "inform" || lemma == "assure" || lemma == "remind" ||
         lemma == "notify" || lemma == "warn" || lemma == "convince" || lemma == "persuade" ||
         lemma == "promise";
}

bool is_sending_verb(std::string_view lemma) {
  return lemma == "send" || lemma == "dispatch" || lemma == "deploy" || lemma == "delegate" ||
         lemma == "bring";
}

bool is_ditransitive(std::string_view lemma) {
  static const Words words{"give",  "send",    "offer", "show", "tell",  "grant",
                           "award", "set",     "pay",   "lend", "teach", "bring",
                           "hand",  "promise", "owe",   "wish", "cost",  "assign"};
  return words.contains(lemma);
}

bool is_particle(std::string_view word) {
  static const Words words{"away",  "out",     "up",       "down",    "off",   "back",
                           "forth", "forward", "together", "apart",   "aside", "over",
                           "on",    "in",      "home",     "through", "along", "around"};
  return words.contains(word);
}

bool is_stative_participle(std::string_view word) {
  static const Words words{"interested", "concerned",   "involved",   "convinced", "satisfied",
                           "pleased",    "committed",   "dedicated",  "located",   "situated",
                           "based",      "engaged",     "worried",    "surprised", "married",
                           "opposed",    "related",     "determined", "focused",   "headquartered",
                           "stationed",  "represented", "present",    "linked",    "connected",
                           "divided",    "composed",    "known",      "used",      "separated",
                           "born"};
  return words.contains(word);
}

bool is_holding_verb(std::string_view lemma) {
  return lemma == "hold" || lemma == "convene" || lemma == "organise" || lemma == "organize";
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

bool is_negator(std::string_view word) {
  static const Words words{"not",    "n't",    "n’t",     "never", "no",     "neither", "nor",
                           "hardly", "nobody", "nothing", "none",  "cannot", "scarcely"};
  return words.contains(word);
}

}  // namespace dossier::extract::clause
