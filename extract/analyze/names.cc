#include "extract/analyze/names.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "extract/analyze/name_finder.h"
#include "extract/analyze/name_units.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

struct SentenceNames {
  std::vector<NameUnit> units;
  std::vector<NameSpan> spans;
};

/// What the occurrences of one written form say about its type.
using Votes = std::map<std::string, std::map<MentionType, int>>;

std::string text_of(const SentenceNames& names, const NameSpan& span) {
  std::string text;
  for (std::uint32_t i = span.first; i < span.last; ++i) {
    text += (text.empty() ? "" : " ") + names.units[i].text;
  }
  return text;
}

bool is_place_preposition(const std::string& word) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"in", "at", "near", "from", "to", "across", "around", "outside", "throughout"});
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// What people do and bodies mostly don't.
bool is_human_action(const std::string& lemma) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"say",     "tell",  "ask",    "think", "believe", "add",   "note",
       "explain", "write", "admit",  "reply", "stress",  "marry", "die",
       "smile",   "visit", "travel", "study", "retire",  "resign"});
  return std::find(kWords.begin(), kWords.end(), lemma) != kWords.end();
}

/// "X is the president of", "X, a former minister": a title right after the name.
bool is_described_by_title(const SentenceNames& names, const NameSpan& span) {
  const auto& units = names.units;
  std::size_t i = span.last;
  if (i >= units.size()) return false;
  const std::string& link = units[i].lower;
  if (link != "," && link != "is" && link != "was" && link != "(") return false;
  constexpr std::size_t kMostWordsBefore = 3;  // determiner and adjectives
  const std::size_t end = std::min(units.size(), ++i + kMostWordsBefore);
  for (; i < end; ++i) {
    if ((units[i].class_kinds & kTitle) != 0) return true;
    if (units[i].lower == "," || units[i].lower == "of") return false;
  }
  return false;
}

/// "X and Joseph Mwangi": people stand beside people.
bool stands_beside_person(const SentenceNames& names, const NameSpan& span) {
  const auto linked = [&](const NameSpan& left, const NameSpan& right) {
    return left.last + 1 == right.first && names.units[left.last].lower == "and";
  };
  return std::any_of(names.spans.begin(), names.spans.end(), [&](const NameSpan& other) {
    return other.type == MentionType::person && other.certainty > 0 &&
           (linked(other, span) || linked(span, other));
  });
}

MentionType type_of_reading(const std::string& type) {
  if (type == "PERSON") return MentionType::person;
  if (type == "PLACE") return MentionType::place;
  if (type == "ORGANIZATION") return MentionType::organization;
  return type == "EVENT" ? MentionType::event : MentionType::unknown;
}

/// How far the network's reading of a name is to be trusted: a guess below this counts for nothing.
constexpr float kLeastConfidence = 0.5F;
constexpr float kLikely = 0.9F;
constexpr float kSure = 0.9F;  ///< of a name that the words alone do not show

/// Takes the type the network reads in just these words.
void guess_from_reading(const Sentence& sentence, const SentenceNames& names, NameSpan& span) {
  const TokenRange tokens{names.units[span.first].first, names.units[span.last - 1].last};
  for (const NameReading& reading : sentence.name_readings) {
    const MentionType type = type_of_reading(reading.type);
    if (reading.tokens != tokens || type == MentionType::unknown) continue;
    if (reading.confidence < kLeastConfidence) continue;
    span.type = type;
    span.certainty = reading.confidence < kLikely ? 1 : 2;
  }
}

bool overlap(TokenRange a, TokenRange b) { return a.first < b.last && b.first < a.last; }

/// Names only the network sees, where their words are whole units.
void add_readings(const Sentence& sentence, SentenceNames& names) {
  const auto tokens_of = [&names](std::uint32_t first, std::uint32_t last) {
    return TokenRange{names.units[first].first, names.units[last - 1].last};
  };
  for (const NameReading& reading : sentence.name_readings) {
    NameSpan span;
    span.type = type_of_reading(reading.type);
    span.certainty = 1;
    if (span.type == MentionType::unknown || reading.confidence < kSure) continue;
    while (span.first < names.units.size() &&
           names.units[span.first].first < reading.tokens.first) {
      ++span.first;
    }
    span.last = span.first;
    while (span.last < names.units.size() && names.units[span.last].last <= reading.tokens.last) {
      ++span.last;
    }
    if (span.first == span.last || tokens_of(span.first, span.last) != reading.tokens) continue;
    span.head = span.last - 1;
    const bool taken = std::any_of(names.spans.begin(), names.spans.end(), [&](const NameSpan& s) {
      return overlap(tokens_of(s.first, s.last), reading.tokens);
    });
    if (!taken && names.units[span.first].capital) names.spans.push_back(span);
  }
  std::sort(names.spans.begin(), names.spans.end(),
            [](const NameSpan& a, const NameSpan& b) { return a.first < b.first; });
}

/// Guesses the type of a name nothing is known about from the words beside it.
void guess_from_context(const Sentence& sentence, const SentenceNames& names, NameSpan& span) {
  const auto guess = [&span](MentionType type) {
    span.type = type;
    span.certainty = 1;
  };
  const std::uint32_t next = names.units[span.last - 1].last;
  const bool acts = next < sentence.tokens.size() && is_human_action(sentence.tokens[next].lemma);
  if (acts || is_described_by_title(names, span) || stands_beside_person(names, span)) {
    return guess(MentionType::person);
  }
  if (span.first == 0) return;
  const std::string& before = names.units[span.first - 1].lower;
  if (is_place_preposition(before) && span.last - span.first <= 2) guess(MentionType::place);
}

class DocumentNames {
 public:
  DocumentNames(const Document& document, const Lexicon& lexicon, std::vector<Sentence>& sentences)
      : document_(document), lexicon_(lexicon), sentences_(sentences) {}

  void find() {
    const WordUse use(sentences_);
    for (const Sentence& sentence : sentences_) {
      SentenceNames names;
      names.units = name_units(sentence, lexicon_, use);
      names.spans = find_name_spans(names.units, lexicon_);
      for (NameSpan& span : names.spans) {
        if (span.certainty == 0) guess_from_context(sentence, names, span);
        if (span.certainty <= 1) guess_from_reading(sentence, names, span);
      }
      add_readings(sentence, names);
      names_.push_back(std::move(names));
    }
    vote();
    for (std::size_t i = 0; i < sentences_.size(); ++i) add_mentions(names_[i], sentences_[i]);
  }

 private:
  /// What the network reads in all of a name's occurrences, or in longer names that end with it.
  void vote_readings() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      for (const NameSpan& span : names_[i].spans) {
        const std::uint32_t last = names_[i].units[span.last - 1].last;
        for (const NameReading& reading : sentences_[i].name_readings) {
          const MentionType type = type_of_reading(reading.type);
          if (reading.tokens.last != last || type == MentionType::unknown) continue;
          reading_votes_[text_of(names_[i], span)][type] += reading.confidence;
        }
      }
    }
  }

  MentionType most_read(const std::string& text) const {
    const auto votes = reading_votes_.find(text);
    if (votes == reading_votes_.end()) return MentionType::unknown;
    const auto best =
        std::max_element(votes->second.begin(), votes->second.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return best->second < kLeastConfidence ? MentionType::unknown : best->first;
  }

  void vote() {
    vote_readings();
    for (const SentenceNames& names : names_) {
      for (const NameSpan& span : names.spans) {
        const std::string text = text_of(names, span);
        if (span.certainty > 0) votes_[text][span.type] += span.certainty * span.certainty;
        if (span.type == MentionType::person && span.certainty >= 2) add_person_parts(names, span);
      }
      vote_for_acronyms(names);
    }
  }

  /// "Peter Maurer" makes "Maurer" and "Peter" people.
  void add_person_parts(const SentenceNames& names, const NameSpan& span) {
    if (span.last - span.first < 2) return;
    person_parts_[names.units[span.last - 1].text] += 1;
    person_parts_[names.units[span.first].text] += 1;
  }

  /// "International Committee of the Red Cross (ICRC)": the acronym is of the same type.
  void vote_for_acronyms(const SentenceNames& names) {
    for (std::size_t i = 0; i + 1 < names.spans.size(); ++i) {
      const NameSpan& longer = names.spans[i];
      const NameSpan& shorter = names.spans[i + 1];
      const bool bracketed = shorter.first == longer.last + 1 &&
                             names.units[longer.last].text == "(" &&
                             names.units[shorter.first].upper;
      if (bracketed && longer.certainty >= 2) votes_[text_of(names, shorter)][longer.type] += 12;
    }
  }

  MentionType type_of(const SentenceNames& names, const NameSpan& span) const {
    if (span.certainty >= 3) return span.type;
    const std::string text = text_of(names, span);
    const auto part = person_parts_.find(text);
    if (part != person_parts_.end()) return MentionType::person;
    if (span.certainty <= 1 && span.last - span.first == 2 &&
        voted(names.units[span.last - 1].text) == MentionType::person) {
      return MentionType::person;  // its second word stands alone as somebody's name
    }
    const MentionType type = voted(text);
    if (type != MentionType::unknown) return type;
    return span.type == MentionType::unknown ? most_read(text) : span.type;
  }

  /// The type most occurrences of a form speak for; unknown when none does.
  MentionType voted(const std::string& text) const {
    const auto votes = votes_.find(text);
    if (votes == votes_.end()) return MentionType::unknown;
    return std::max_element(votes->second.begin(), votes->second.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  }

  /// A single plain word in capitals ("Refugees", "Family") names nothing by itself, nor does an
  /// adjective ("European") or a numbered part ("Article 7").
  bool is_mention(const SentenceNames& names, const NameSpan& span, MentionType type,
                  const Sentence& sentence) const {
    if (span.last - span.first > 1) return true;
    const NameUnit& unit = names.units[span.first];
    if (type == MentionType::work && span.certainty < 3) {
      return unit.last >= sentence.tokens.size() || sentence.tokens[unit.last].upos != "NUM";
    }
    if (type != MentionType::unknown) return true;
    const bool plural = unit.lower.ends_with('s') &&
                        lexicon_.word(unit.lower.substr(0, unit.lower.size() - 1)).known();
    return !lexicon_.word(unit.lower).known() && !plural &&
           sentence.tokens[unit.first].upos != "ADJ";
  }

  void add_mentions(const SentenceNames& names, Sentence& sentence) const {
    sentence.mentions.clear();
    for (const NameSpan& span : names.spans) {
      const MentionType type = type_of(names, span);
      if (type == MentionType::unknown && add_compound_parts(names, span, sentence)) continue;
      if (!is_mention(names, span, type, sentence)) continue;
      const TokenRange tokens{names.units[span.first].first, names.units[span.last - 1].last};
      sentence.mentions.push_back(mention(sentence, tokens, type));
      if (type == MentionType::person) {
        sentence.mentions.back().title = title_before(names, span, sentence);
      }
    }
  }

  Mention mention(const Sentence& sentence, TokenRange tokens, MentionType type) const {
    Mention made;
    made.tokens = tokens;
    made.span = {sentence.tokens[tokens.first].span.begin,
                 sentence.tokens[tokens.last - 1].span.end};
    made.text = single_line(document_, made.span);
    made.type = type;
    return made;
  }

  /// "Russian-Turkish", "Yerevan-Baku", "OSCE-led": the known names inside are mentions.
  bool add_compound_parts(const SentenceNames& names, const NameSpan& span,
                          Sentence& sentence) const {
    const NameUnit& unit = names.units[span.first];
    if (span.last - span.first > 1 || unit.last - unit.first < 3) return false;
    bool any = false;
    for (std::uint32_t i = unit.first; i < unit.last; i += 2) {
      const MentionType type = type_of_known_name(lexicon_.name(sentence.tokens[i].text));
      if (type == MentionType::unknown || type == MentionType::person) continue;
      sentence.mentions.push_back(mention(sentence, {i, i + 1}, type));
      any = true;
    }
    return any;
  }

  /// The words of the title right before a person: "Foreign Minister", "Mr", "poet".
  std::string title_before(const SentenceNames& names, const NameSpan& span,
                           const Sentence& sentence) const {
    std::uint32_t first = span.first;
    while (first > 0) {
      const NameUnit& unit = names.units[first - 1];
      const bool dot =
          unit.text == "." && first >= 2 && (names.units[first - 2].kinds & kHonorific) != 0;
      const bool title = (unit.class_kinds & (kTitle | kTitlePart)) != 0 && unit.lower != "and" &&
                         (first == span.first ? (unit.class_kinds & kTitle) != 0 : true);
      const bool honorific = unit.capital && (unit.kinds & kHonorific) != 0;
      // "Infrastructure Minister": what the post is for.
      const bool field = first < span.first && unit.capital && unit.kinds == 0 &&
                         lexicon_.word(unit.lower).noun && !unit.opens;
      if (!dot && !honorific && !title && !field) break;
      --first;
    }
    if (first == span.first) return {};
    const std::uint32_t begin = sentence.tokens[names.units[first].first].span.begin;
    const std::uint32_t end = sentence.tokens[names.units[span.first - 1].last - 1].span.end;
    return single_line(document_, {begin, end});
  }

  const Document& document_;
  const Lexicon& lexicon_;
  std::vector<Sentence>& sentences_;
  std::vector<SentenceNames> names_;
  Votes votes_;
  std::map<std::string, std::map<MentionType, float>> reading_votes_;
  std::map<std::string, int> person_parts_;
};

}  // namespace

void find_names(const Document& document, const Lexicon& lexicon,
                std::vector<Sentence>& sentences) {
  DocumentNames(document, lexicon, sentences).find();
}

}  // namespace dossier::extract
