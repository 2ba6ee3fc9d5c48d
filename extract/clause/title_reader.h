// SPDX-License-Identifier: Apache-2.0
// Reads one title: the words before its noun, and the phrases with "of", "for" and "at" behind it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "extract/clause/title.h"

namespace dossier::extract::clause {

class TitleReader {
 public:
  /// Words before the noun may belong to words before `limit`; behind it, words at `limit` are not
  /// read.
  TitleReader(const Tree& tree, std::uint32_t noun, std::uint32_t limit);

  std::optional<Title> read();

 private:
  bool is_capitalised(std::uint32_t i) const;
  bool is_rank(std::uint32_t i) const;
  bool is_hyphen(std::uint32_t i) const;
  /// As written, blanks where the text has white space.
  std::string words(TokenRange tokens) const;
  static Argument whole(TokenRange tokens);

  // title_words.cc: the words before the noun.
  std::uint32_t first_word() const;
  bool belongs(std::uint32_t i) const;
  bool is_modifier(std::uint32_t i) const;
  bool is_stray_participle(std::uint32_t i) const;
  bool step();
  bool step_over_degree();
  bool step_over_origin();
  bool take_owner();
  std::optional<std::uint32_t> end_of_post() const;
  bool is_event(TokenRange tokens) const;
  bool is_town(TokenRange tokens) const;
  bool own(TokenRange tokens, bool adjective);
  void skip_relatives();
  std::uint32_t end_of_word(std::uint32_t noun) const;
  bool is_definite() const;

  // title_phrases.cc: the phrases behind it.
  bool read_phrase();
  std::uint32_t end_of(TokenRange words) const;
  std::optional<std::uint32_t> next_phrase() const;
  bool opens_phrase(std::uint32_t child) const;
  bool take_place_before_name();
  bool speaks_for() const;
  bool is_field(const Argument& body) const;
  bool names_department(const Argument& body, const Mention* name) const;
  bool is_owner(const Argument& body, const Mention* name) const;
  void share_phrase();
  void take_subject(std::uint32_t noun, Argument body);

  const Tree& tree_;
  std::uint32_t limit_;
  std::uint32_t core_;  ///< the first token of the noun: "Director" of "Director-General"
  std::uint32_t at_ = 0;
  std::optional<std::uint32_t> last_;  ///< the noun of the last phrase that is part of the title
  Title title_;
};

}  // namespace dossier::extract::clause
