// SPDX-License-Identifier: Apache-2.0
#include "extract/analyze/tagger.h"

#include <algorithm>
#include <optional>

#include "dossier/error.h"
#include "extract/analyze/ending_rule.h"
#include "extract/analyze/verb_spelling.h"
#include "extract/lexicon/tag_features.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kSlotSize = 8;

void require(bool condition) {
  if (!condition) {
    throw Error(ErrorCode::input,
                "the language model TAGR cannot be used: its tables are inconsistent");
  }
}

/// Every number of the section is below `limit`.
void require_indices(std::string_view section, std::uint32_t count, std::uint32_t limit) {
  require(section.size() == std::size_t{count} * 4);
  for (std::uint32_t i = 0; i < count; ++i) {
    require(read_number<std::uint32_t>(section, std::size_t{i} * 4) < limit);
  }
}

}  // namespace

Tagger::Tagger(std::string_view bytes) {
  const ModelFile file(bytes, "TAGR");
  const StringTable labels(file.section(0));
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    const std::string_view label = labels.at(i);
    require(label.find('\t') != std::string_view::npos);
    labels_.emplace_back(label);
    tags_.emplace_back(label);
  }
  slots_ = file.section(1);
  weights_ = file.section(2);
  const std::uint64_t slots = slots_.size() / kSlotSize;
  require(!tags_.empty() && tags_.size() < kNoLabel && slots > 0 && (slots & (slots - 1)) == 0);
  slot_mask_ = slots - 1;
  frequent_ = StringTable(file.section(3));
  frequent_label_ = file.section(4);
  require(frequent_label_.size() == frequent_.size());
  rules_ = StringTable(file.section(5));
  rule_edit_ = file.section(6);
  edits_ = StringTable(file.section(7));
  require_indices(rule_edit_, rules_.size(), edits_.size());
  exceptions_ = StringTable(file.section(8));
  exception_lemma_ = file.section(9);
  lemmas_ = StringTable(file.section(10));
  require_indices(exception_lemma_, exceptions_.size(), lemmas_.size());
}

void Tagger::add_scores(std::uint64_t feature, std::vector<std::int32_t>& scores) const {
  const auto check = static_cast<std::uint32_t>(feature >> 32) | 1U;
  // A damaged table cannot make this loop endless: it visits each slot once.
  for (std::uint64_t step = 0; step <= slot_mask_; ++step) {
    const std::size_t at = ((feature + step) & slot_mask_) * kSlotSize;
    const auto found = read_number<std::uint32_t>(slots_, at);
    if (found == 0) return;
    if (found != check) continue;
    std::size_t offset = read_number<std::uint32_t>(slots_, at + 4);
    const auto count = static_cast<std::uint8_t>(weights_[offset++]);
    for (int i = 0; i < count; ++i, offset += 3) {
      scores[static_cast<std::uint8_t>(weights_[offset])] +=
          read_number<std::int16_t>(weights_, offset + 1);
    }
    return;
  }
}

std::vector<std::uint8_t> Tagger::labels(const std::vector<TagWord>& words) const {
  std::vector<std::uint8_t> labels;
  labels.reserve(words.size());
  std::uint8_t previous = kNoLabel;
  std::uint8_t before = kNoLabel;
  std::vector<std::uint64_t> features;
  std::vector<std::int32_t> scores;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::uint8_t label = 0;
    const std::uint32_t frequent = frequent_.find(words[i].form);
    if (frequent != StringTable::kAbsent) {
      label = static_cast<std::uint8_t>(frequent_label_[frequent]);
    } else {
      features.clear();
      static_features(words, i, features);
      history_features(words, i, previous, before, features);
      scores.assign(tags_.size(), 0);
      for (const std::uint64_t feature : features) add_scores(feature, scores);
      label = static_cast<std::uint8_t>(std::max_element(scores.begin(), scores.end()) -
                                        scores.begin());
    }
    labels.push_back(label);
    before = previous;
    previous = label;
  }
  return labels;
}

void Tagger::tag(std::vector<Token>& tokens, const Lexicon& lexicon) const {
  std::vector<std::string_view> forms;
  forms.reserve(tokens.size());
  for (const Token& token : tokens) forms.push_back(token.text);
  const std::vector<TagWord> words = tag_words(forms, lexicon);
  const std::vector<std::uint8_t> found = labels(words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Tag& tag = tags_[found[i]];
    tokens[i].upos = tag.upos;
    tokens[i].xpos = tag.xpos;
    tokens[i].lemma = lemma(words[i].form, tag, lexicon);
  }
}

std::string Tagger::lemma(const std::string& form, const Tag& tag, const Lexicon& lexicon) const {
  const std::string xpos(tag.xpos.name());
  const std::string lower = to_lower(form);
  if (tag.upos == Upos::verb)
    if (const std::string_view base = irregular_base(lower); !base.empty())
      return std::string(base);
  const std::uint32_t exception = exceptions_.find(xpos + ":" + lower);
  if (exception != StringTable::kAbsent) {
    const std::string_view found =
        lemmas_.at(read_number<std::uint32_t>(exception_lemma_, std::size_t{exception} * 4));
    return std::string(found);
  }
  const Label<Upos>& upos = tag.upos;
  if (upos == Upos::propn)
    return tag.xpos == Xpos::nnps ? lemma_by_rule(form, xpos, lexicon) : form;
  if (upos == Upos::num || upos == Upos::sym || upos == Upos::x || upos == Upos::punct) return form;
  return lemma_by_rule(lower, xpos, lexicon);
}

std::string Tagger::lemma_by_rule(const std::string& lower, const std::string& xpos,
                                  const Lexicon& lexicon) const {
  const char part = xpos[0] == 'V' ? 'v' : xpos[0] == 'J' ? 'a' : xpos[0] == 'R' ? 'r' : 'n';
  // "co-chaired" is inflected as "chaired" is.
  const std::size_t hyphen = lower.rfind('-');
  if (part == 'v' && hyphen != std::string::npos && hyphen > 0) {
    const std::string tail = lemma_by_rule(lower.substr(hyphen + 1), xpos, lexicon);
    if (lexicon.word(tail).verb) return lower.substr(0, hyphen + 1) + tail;
  }
  const bool inflected = xpos.size() == 3;
  if (inflected) {
    if (part == 'v')
      if (std::optional<std::string> base = spelled_base(lower, lexicon)) return *std::move(base);
    const std::string_view irregular = lexicon.irregular(part, lower);
    if (!irregular.empty()) return std::string(irregular);
  }
  // The longest suffix that was learnt decides, unless a shorter one leads to a known word and it
  // does not.
  std::string best;
  for (std::size_t length = std::min<std::size_t>(lower.size(), 5) + 1; length-- > 0;) {
    const std::uint32_t rule = rules_.find(xpos + ":" + lower.substr(lower.size() - length));
    if (rule == StringTable::kAbsent) continue;
    const std::string_view edit =
        edits_.at(read_number<std::uint32_t>(rule_edit_, std::size_t{rule} * 4));
    std::optional<std::string> candidate = apply_ending_rule(edit, lower);
    if (!candidate || !has_vowel(*candidate)) continue;
    const WordInfo word = lexicon.word(*candidate);
    if (part == 'v'   ? word.verb
        : part == 'a' ? word.adjective
        : part == 'r' ? word.adverb
                      : word.noun) {
      return *std::move(candidate);
    }
    if (best.empty()) best = *std::move(candidate);
  }
  if (inflected && part == 'v') {
    // "fixes" -> "fix"
    if (std::optional<std::string> base = present_base(lower, lexicon)) return *std::move(base);
    if (std::optional<std::string> base = possible_base(lower, lexicon)) return *std::move(base);
  }
  return best.empty() ? lower : best;
}

}  // namespace dossier::extract
