// SPDX-License-Identifier: Apache-2.0
// The clause of a question's statement that asks, and where in it the words stand for what is
// asked. Private to desk/ask.
#pragma once

#include <optional>
#include <vector>

#include "desk/ask/statement.h"

namespace dossier::asking {

class QuestionClause {
 public:
  /// `starts` has the first byte of each token in the statement. All must outlive it.
  QuestionClause(const Statement& statement, const extract::Sentence& sentence,
                 const std::vector<std::size_t>& starts)
      : statement_(statement), sentence_(sentence), starts_(starts) {}

  /// The clause that has what is asked for; else the first one, or what it is about: "plan to X".
  /// Null when there is none.
  const extract::Frame* main_frame() const;
  /// The token stands for what is asked.
  bool is_placeholder(std::uint32_t token) const;
  bool holds_placeholder(const extract::FrameArgument& argument) const;
  /// "accuse (the union of the thing)": the preposition in front of what is asked for; none when
  /// it stands elsewhere.
  std::optional<std::uint32_t> preposition_in(const extract::FrameArgument& argument) const;

 private:
  bool holds_placeholder(const extract::Frame& frame) const;
  bool placeholder_inside(const extract::Frame& frame) const;
  bool is_base_verb(const extract::Frame& frame) const;
  const extract::Frame* wanted_action(const extract::Frame& frame) const;

  const Statement& statement_;
  const extract::Sentence& sentence_;
  const std::vector<std::size_t>& starts_;
};

}  // namespace dossier::asking
