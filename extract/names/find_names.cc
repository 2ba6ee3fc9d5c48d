// SPDX-License-Identifier: Apache-2.0
#include "extract/names/find_names.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "extract/lexicon/known_names.h"
#include "extract/names/certain_names.h"
#include "extract/names/legal_names.h"
#include "extract/names/name_finder.h"
#include "extract/names/name_readings.h"
#include "extract/names/name_units.h"
#include "extract/names/repair_readings.h"
#include "extract/names/title_fields.h"
#include "extract/names/told_types.h"

namespace dossier::extract {
namespace {

/// What the occurrences of one written form say about its type.
using Votes = std::map<std::string, std::map<MentionType, int>>;

// Of one occurrence.
constexpr int kCertainVotes = 9;
constexpr int kReadVotes = 4;
constexpr int kAcronymVotes = 12;

constexpr std::uint32_t kMostWords = 8;  ///< of a name that is looked for elsewhere

class DocumentNames {
 public:
  DocumentNames(const Document& document, const Lexicon& lexicon, std::vector<Sentence>& sentences)
      : document_(document), lexicon_(lexicon), sentences_(sentences) {}

  void find() {
    const WordUse use(sentences_);
    for (Sentence& sentence : sentences_) {
      sentence.name_readings = repaired_readings(sentence);
      SentenceNames names;
      names.units = name_units(sentence, lexicon_, use);
      names.spans = spans_of_readings(sentence, names.units, lexicon_);
      add_certain_names(find_name_spans(names.units, lexicon_), names.units, lexicon_, names.spans);
      drop_tickers(names);
      join_legal_forms(names);
      free_title_words(names, lexicon_);
      for (NameSpan& span : names.spans) take_told_type(names.units, span);
      names_.push_back(std::move(names));
    }
    for (const SentenceNames& names : names_) note_long_names(names);
    for (SentenceNames& names : names_) {
      complete_names(names);
      add_long_names(names);
    }
    for (const SentenceNames& names : names_) vote(names);
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      add_known_words(names_[i], sentences_[i]);
      add_mentions(names_[i], sentences_[i]);
    }
  }

 private:
  void note_long_names(const SentenceNames& names) {
    for (const NameSpan& span : names.spans) {
      if (span.last - span.first > 1) long_names_.insert(text_of(names.units, span));
    }
  }

  static bool is_free(const SentenceNames& names, const NameSpan& own) {
    return std::none_of(names.spans.begin(), names.spans.end(),
                        [&own](const NameSpan& other) { return overlap(own, other); });
  }

  /// "director of Rift Relief", not read, where the name is read elsewhere in the document.
  void add_long_names(SentenceNames& names) const {
    const auto size = static_cast<std::uint32_t>(names.units.size());
    for (std::uint32_t i = 0; i + 1 < size; ++i) {
      if (!names.units[i].capital) continue;
      for (std::uint32_t end = std::min(size, i + kMostWords); end > i + 1; --end) {
        const NameSpan own{i, end};
        if (!long_names_.contains(text_of(names.units, own)) || !is_free(names, own)) continue;
        names.spans.push_back(own);
        break;
      }
    }
    std::sort(names.spans.begin(), names.spans.end(), in_order);
  }

  /// "Kisumu" of "Kisumu Pump Works", where the whole is read elsewhere in the document.
  void complete_names(SentenceNames& names) const {
    for (std::size_t i = 0; i < names.spans.size(); ++i) {
      NameSpan& span = names.spans[i];
      const std::size_t next =
          i + 1 < names.spans.size() ? names.spans[i + 1].first : names.units.size();
      const auto end = static_cast<std::uint32_t>(
          std::min<std::size_t>(next, std::size_t{span.first} + kMostWords));
      for (NameSpan longer = span; ++longer.last <= end;) {
        if (!long_names_.contains(text_of(names.units, longer))) continue;
        span.last = longer.last;
        span.certain = false;
      }
    }
  }

  void vote(const SentenceNames& names) {
    for (const NameSpan& span : names.spans) {
      if (span.type == MentionType::unknown) continue;
      votes_[text_of(names.units, span)][span.type] += span.certain ? kCertainVotes : kReadVotes;
      if (span.type == MentionType::person) add_person_parts(names, span);
      // "Cyclone Ada" makes "Ada" one elsewhere too.
      if (type_by_first_word(names.units, span) == span.type)
        votes_[names.units[span.last - 1].text][span.type] += kCertainVotes;
    }
    vote_for_acronyms(names);
  }

  /// "Anna Berg" makes "Berg" and "Anna" people.
  void add_person_parts(const SentenceNames& names, const NameSpan& span) {
    if (span.last - span.first < 2) return;
    person_parts_.insert(names.units[span.last - 1].text);
    person_parts_.insert(names.units[span.first].text);
  }

  /// "Coastal Rescue Group (CRG)": the acronym is of the same type.
  void vote_for_acronyms(const SentenceNames& names) {
    for (std::size_t i = 0; i + 1 < names.spans.size(); ++i) {
      const NameSpan& longer = names.spans[i];
      const NameSpan& shorter = names.spans[i + 1];
      const bool bracketed = shorter.first == longer.last + 1 &&
                             names.units[longer.last].text == "(" &&
                             names.units[shorter.first].upper;
      if (bracketed && longer.type != MentionType::unknown)
        votes_[text_of(names.units, shorter)][longer.type] += kAcronymVotes;
    }
  }

  /// "CRG has ships", "Berg sold two", where the sentence alone does not tell that it is a name.
  void add_known_words(SentenceNames& names, const Sentence& sentence) const {
    for (std::uint32_t i = 0; i < names.units.size(); ++i) {
      const NameSpan own{i, i + 1};
      const NameUnit& unit = names.units[i];
      const bool is_acronym = unit.upper && votes_.contains(unit.text);
      const bool is_person = sentence.tokens[unit.first].xpos == Xpos::nnp &&
                             person_parts_.contains(unit.text) &&
                             !lexicon_.word(unit.lower).known();
      if ((is_acronym || is_person) && is_free(names, own)) names.spans.push_back(own);
    }
    std::sort(names.spans.begin(), names.spans.end(), in_order);
  }

  MentionType type_of(const SentenceNames& names, const NameSpan& span) const {
    if (span.certain) return span.type;
    const std::string text = text_of(names.units, span);
    if (person_parts_.contains(text)) return MentionType::person;
    const auto votes = votes_.find(text);
    if (votes == votes_.end()) return span.type;
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
    if (type == MentionType::work && !span.certain) {
      return unit.last >= sentence.tokens.size() || sentence.tokens[unit.last].upos != Upos::num;
    }
    const bool alone =
        is_all_of(sentence, unit) && gender_of_given_name(unit.text) == Gender::unknown;
    const bool is_guess = type == MentionType::person || type == MentionType::organization;
    if (type != MentionType::unknown && (!is_guess || span.certain || !alone)) return true;
    const bool plural = unit.lower.ends_with('s') &&
                        lexicon_.word(unit.lower.substr(0, unit.lower.size() - 1)).known();
    return !lexicon_.word(unit.lower).known() && !plural &&
           sentence.tokens[unit.first].upos != Upos::adj;
  }

  /// "Coordination", "3. Allotments.": a heading.
  static bool is_all_of(const Sentence& sentence, const NameUnit& unit) {
    const auto says_nothing = [](const Token& token) {
      return token.upos == Upos::punct || token.upos == Upos::num || token.upos == Upos::x;
    };
    const auto begin = sentence.tokens.begin();
    return std::all_of(begin, begin + unit.first, says_nothing) &&
           std::all_of(begin + unit.last, sentence.tokens.end(), says_nothing);
  }

  void add_mentions(const SentenceNames& names, Sentence& sentence) const {
    sentence.mentions.clear();
    for (const NameSpan& span : names.spans) {
      const MentionType type = type_of(names, span);
      if (!is_mention(names, span, type, sentence)) continue;
      const TokenRange tokens{names.units[span.first].first, names.units[span.last - 1].last};
      Mention made;
      made.tokens = tokens;
      made.span = span_of(sentence, tokens);
      made.text = single_line(document_, made.span);
      made.type = type;
      if (type == MentionType::person) made.title = title_before(names, span, sentence);
      sentence.mentions.push_back(std::move(made));
    }
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
  std::set<std::string> person_parts_;
  std::set<std::string> long_names_;  ///< of several words
};

}  // namespace

void find_names(const Document& document, const Lexicon& lexicon,
                std::vector<Sentence>& sentences) {
  DocumentNames(document, lexicon, sentences).find();
}

}  // namespace dossier::extract
