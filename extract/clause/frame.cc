#include "extract/clause/frame.h"

#include <algorithm>

#include "extract/clause/words.h"

namespace dossier::extract::clause {

namespace {

bool is_factual(const Frame& frame) {
  return frame.reading == Reading::relative || frame.reading == Reading::participle;
}

bool is_question(const Sentence& sentence) {
  for (auto token = sentence.tokens.rbegin(); token != sentence.tokens.rend(); ++token) {
    if (token->text == "?" || token->text == "?!") return true;
    if (!is_quote(token->text) && token->text != ")") return false;
  }
  return false;
}

bool is_condition(const SentenceReading& state, const Frame& frame) {
  if (frame.modality != Modality::conditional) return false;
  const std::optional<std::size_t> left = state.before(frame.from);
  if (!left || !state.is(*left, Kind::subordinator)) return false;
  const std::string& word = state.units[*left].word;
  return word == "if" || word == "unless" || word == "in_case" || word == "provided_that";
}

/// Whether no other finite verb stands between a claim and the condition behind it.
bool is_nearest_verb(const SentenceReading& state, const Frame& claim, std::size_t condition) {
  for (std::size_t i = claim.unit + 1; i < condition; ++i)
    if (state.is(i, Kind::verb) && state.units[i].verb.finite) return false;
  return true;
}

/// What follows from a condition is as conditional as the condition.
void spread_conditions(SentenceReading& state) {
  std::vector<Frame*> claims;
  for (auto& frame : state.frames)
    if (frame && !is_factual(*frame)) claims.push_back(&*frame);
  const auto soften = [&](Frame& consequence) {
    for (Frame* frame : claims)
      if (frame->from == consequence.from &&
          (frame->modality == Modality::asserted || frame->modality == Modality::planned))
        frame->modality = Modality::conditional;
  };
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (!is_condition(state, *claims[i])) continue;
    const std::size_t condition = claims[i]->from;
    const auto after = std::find_if(claims.begin() + static_cast<std::ptrdiff_t>(i), claims.end(),
                                    [&](const Frame* frame) { return frame->from != condition; });
    const bool first = condition <= 2;
    if (first && after != claims.end()) soften(**after);
    if (!first && i > 0 && is_nearest_verb(state, *claims[i - 1], condition))
      soften(*claims[i - 1]);
  }
}

/// "..., Lavrov said.", "as Lavrov told us": the clause before is claimed.
void spread_late_reports(SentenceReading& state) {
  for (auto& report : state.frames) {
    if (!report || report->subjects.empty() || report->from == 0 || report->passive) continue;
    const Unit& verb = state.units[report->unit];
    if (!is_reporting_verb(verb.verb.lemma) || !verb.verb.finite || !report->objects.empty()) {
      if (verb.verb.lemma != "tell") continue;
    }
    const std::size_t left = report->from - 1;
    const bool as = state.is(left, Kind::subordinator) && state.units[left].word == "as";
    const bool last = report->to >= state.units.size() || state.is(report->to, Kind::stop);
    if (!as && !(state.is(left, Kind::comma) && last)) continue;
    const Phrase source = report->subjects.front();
    if (source.pronoun && (source.word == "i" || source.word == "we")) continue;
    for (auto& frame : state.frames)
      if (frame && frame->unit < report->from && !frame->attributed) frame->attributed = source;
  }
}

void spread_according_to(SentenceReading& state) {
  for (std::size_t i = 0; i + 1 < state.units.size(); ++i) {
    if (state.units[i].word != "according_to" || !state.is(i + 1, Kind::noun)) continue;
    const Phrase source = state.units[i + 1].members.front();
    for (auto& frame : state.frames)
      if (frame && !frame->attributed) frame->attributed = source;
  }
}

/// "drafted and coordinated the principles": the first verb's object stands behind the second.
void share_objects(SentenceReading& state) {
  Frame* later = nullptr;
  for (auto frame = state.frames.rbegin(); frame != state.frames.rend(); ++frame) {
    if (!*frame) continue;
    Frame& first = **frame;
    if (later && first.objects.empty() && first.obliques.empty() && !first.passive &&
        !first.adjective && !state.units[first.unit].verb.copula &&
        later->reading == Reading::shared) {
      const std::size_t joint = state.after(first.unit + 1);
      if (state.is(joint, Kind::conjunction) && state.after(joint + 1) == later->unit) {
        first.objects = later->objects;
        first.confidence -= 0.05;
      }
    }
    later = &first;
  }
}

void note_negative_arguments(const Sentence& sentence, Frame& frame) {
  // "Not all the parameters have been agreed."
  const std::uint32_t first = frame.subjects.front().tokens.first;
  if (first > 0 && lower(sentence.tokens[first - 1].text) == "not" &&
      (first < 2 || lower(sentence.tokens[first - 2].text) != "or") &&
      frame.reading == Reading::main)
    frame.negated = !frame.negated;
  const auto negative = [](const std::vector<Phrase>& phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [](const Phrase& p) {
      return p.negative || p.word == "nobody" || p.word == "nothing" || p.word == "none";
    });
  };
  if (negative(frame.subjects) || negative(frame.objects)) frame.negated = !frame.negated;
}

void finish(const SentenceReading& state, Frame& frame) {
  const VerbGroup& verb = state.units[frame.unit].verb;
  if (frame.adjective) {
    frame.adjective_word = state.units[*frame.adjective].word;
    frame.adjective_tokens = state.units[*frame.adjective].tokens;
    frame.predicate.last = frame.adjective_tokens.last;
  }
  frame.extent = {state.units[frame.from].tokens.first,
                  state.units[std::max(frame.to, frame.unit + 1) - 1].tokens.last};
  const std::size_t next = state.after(frame.to);
  const bool that = state.is(next, Kind::subordinator) &&
                    (state.units[next].word == "that" || state.units[next].word == "whether" ||
                     state.units[next].word == "if");
  frame.governs =
      that || state.is(next, Kind::wh) ||
      (state.is(next, Kind::verb) && !state.units[next].verb.participle) ||
      (next + 1 < state.units.size() && state.is(next, Kind::noun) && takes_clause(verb.lemma));
  const std::string word = lower(state.sentence.tokens[verb.main].text);
  if (frame.passive && is_stative_participle(word)) {
    frame.stative = true;
    frame.verb = "be_" + word;
  }
}

Frame start_frame(const SentenceReading& state, std::size_t i) {
  Frame frame;
  frame.unit = i;
  frame.verb = state.units[i].verb.lemma;
  frame.predicate = state.units[i].tokens;
  frame.passive = state.units[i].verb.passive;
  return frame;
}

}  // namespace

std::vector<Frame> frames_of(const Sentence& sentence, TokenRange range) {
  SentenceReading state{sentence, units_of(sentence, range), {}, is_question(sentence)};
  state.frames.resize(state.units.size());
  for (std::size_t i = 0; i < state.units.size(); ++i) {
    if (!state.is(i, Kind::verb)) continue;
    Frame frame = start_frame(state, i);
    if (!find_subject(state, frame)) continue;
    find_objects(state, frame);
    find_context(state, frame);
    note_negative_arguments(sentence, frame);
    state.frames[i] = std::move(frame);
  }
  share_objects(state);
  spread_conditions(state);
  spread_late_reports(state);
  spread_according_to(state);
  std::vector<Frame> frames;
  for (auto& frame : state.frames) {
    if (!frame) continue;
    if (state.question && !is_factual(*frame)) frame->modality = Modality::asked;
    finish(state, *frame);
    frames.push_back(std::move(*frame));
  }
  return frames;
}

}  // namespace dossier::extract::clause
