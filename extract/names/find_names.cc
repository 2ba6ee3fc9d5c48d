// SPDX-License-Identifier: Apache-2.0
#include "extract/names/find_names.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "extract/names/name_finder.h"
#include "extract/names/name_guesses.h"
#include "extract/names/name_readings.h"
#include "extract/names/name_units.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// What the occurrences of one written form say about its type.
using Votes = std::map<std::string, std::map<MentionType, int>>;

std::string text_of(const SentenceNames& names, const NameSpan& span) {
  std::string text;
  for (std::uint32_t i = span.first; i < span.last; ++i) {
    text += (text.empty() ? "" : " ") + names.units[i].text;
  }
  return text;
}

constexpr float kLeastConfidence = 0.5F;  ///< of the readings of a name all together

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
      apply_readings(sentence, names);
      for (NameSpan& span : names.spans) {
        guess_from_first_word(names, span);
        guess_from_copula(names, span);
        if (span.certainty == 0) guess_from_context(sentence, names, span);
      }
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
        if (span.read) read_.insert(text);
        // "Cyclone Ada" makes "Ada" one elsewhere too.
        if (type_by_first_word(names, span) == span.type && span.certainty >= 3) {
          votes_[names.units[span.last - 1].text][span.type] += 9;
        }
      }
      vote_for_acronyms(names);
    }
  }

  /// "Anna Berg" makes "Berg" and "Anna" people.
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
      if (!bracketed || longer.certainty < 2) continue;
      votes_[text_of(names, shorter)][longer.type] += 12;
      read_.insert(text_of(names, shorter));
    }
  }

  MentionType type_of(const SentenceNames& names, const NameSpan& span) const {
    if (span.certainty >= 3) return span.type;
    const std::string text = text_of(names, span);
    const auto part = person_parts_.find(text);
    if (part != person_parts_.end()) return MentionType::person;
    if (span.certainty <= 1 && span.last - span.first == 2 &&
        voted(names.units[span.last - 1].text) == MentionType::person) {
      return MentionType::person;  // its second word occurs alone as a person's name
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
      return unit.last >= sentence.tokens.size() || sentence.tokens[unit.last].upos != Upos::num;
    }
    if (type != MentionType::unknown) return true;
    const bool plural = unit.lower.ends_with('s') &&
                        lexicon_.word(unit.lower.substr(0, unit.lower.size() - 1)).known();
    return !lexicon_.word(unit.lower).known() && !plural &&
           sentence.tokens[unit.first].upos != Upos::adj;
  }

  void add_mentions(const SentenceNames& names, Sentence& sentence) const {
    sentence.mentions.clear();
    for (const NameSpan& span : names.spans) {
      if (span.certainty <= 1 && !is_seen(names, span, sentence)) continue;
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
    made.span = span_of(sentence, tokens);
    made.text = single_line(document_, made.span);
    made.type = type;
    return made;
  }

  /// A guess counts when the network sees the name somewhere in the document, when it is an acronym
  /// ("NFC"), or when it holds names ("Kenyan-Danish").
  bool is_seen(const SentenceNames& names, const NameSpan& span, const Sentence& sentence) const {
    constexpr std::size_t kAcronym = 3;
    const NameUnit& unit = names.units[span.first];
    const bool acronym = unit.upper && unit.text.size() >= kAcronym &&
                         sentence.tokens[unit.first].upos == Upos::propn &&
                         !lexicon_.word(unit.lower).known();
    const bool compound =
        std::any_of(names.units.begin() + span.first, names.units.begin() + span.last,
                    [](const NameUnit& part) { return part.part_kinds != 0; });
    return compound || (acronym && span.last - span.first == 1) ||
           read_.contains(text_of(names, span));
  }

  /// "Kenyan-Danish", "Oslo-Lima", "NATO-led": the known names inside are mentions.
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
  std::set<std::string> read_;  ///< names the network sees somewhere in the document
};

}  // namespace

void find_names(const Document& document, const Lexicon& lexicon,
                std::vector<Sentence>& sentences) {
  DocumentNames(document, lexicon, sentences).find();
}

}  // namespace dossier::extract
