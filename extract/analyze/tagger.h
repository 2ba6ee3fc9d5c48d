// SPDX-License-Identifier: Apache-2.0
// Part-of-speech tags by an averaged perceptron (Collins 2002), lemmas by learnt suffix rules.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/tag_features.h"
#include "extract/models/model_file.h"

namespace dossier::extract {

/// Immutable; any number of threads may use it. Format: extract/models/README.md.
class Tagger {
 public:
  /// Over bytes that must outlive the tagger. Throws Error(input) when they are damaged.
  explicit Tagger(std::string_view bytes);

  /// Sets upos, xpos and lemma of every token.
  void tag(std::vector<Token>& tokens, const Lexicon& lexicon) const;

  /// The label numbers of a sentence's words.
  std::vector<std::uint8_t> labels(const std::vector<TagWord>& words) const;
  /// "NOUN\tNN"
  const std::string& label(std::uint8_t number) const { return labels_[number]; }
  const Tag& tag(std::uint8_t label) const { return tags_[label]; }

  std::string lemma(const std::string& form, const Tag& tag, const Lexicon& lexicon) const;

 private:
  void add_scores(std::uint64_t feature, std::vector<std::int32_t>& scores) const;
  std::string lemma_by_rule(const std::string& lower, const std::string& xpos,
                            const Lexicon& lexicon) const;

  std::vector<std::string> labels_;
  std::vector<Tag> tags_;     ///< of each label
  std::string_view slots_;    ///< open addressing: u32 check, u32 offset into weights_
  std::string_view weights_;  ///< per feature: u8 count, then u8 label and i16 weight each
  std::uint64_t slot_mask_ = 0;
  StringTable frequent_;              ///< words that had one label only
  std::string_view frequent_label_;   ///< u8 a word
  StringTable rules_;                 ///< "VBD:ied"
  std::string_view rule_edit_;        ///< u32 a rule
  StringTable edits_;                 ///< letters to cut as a digit, then what to append: "3y"
  StringTable exceptions_;            ///< "VBD:went"
  std::string_view exception_lemma_;  ///< u32 an exception
  StringTable lemmas_;
};

}  // namespace dossier::extract
