// SPDX-License-Identifier: Apache-2.0
#include "parser/xml/tag_scanner.h"

#include <algorithm>

namespace dossier::xml {
namespace {

constexpr const char* kTooManyAttributes =
    "more than 1000 attributes in one tag: write them as elements";
constexpr const char* kTooMuchDeclared =
    "a document type declaration of more than 256 KiB: write out the entities it declares";

}  // namespace

std::optional<TagScanner::Excess> TagScanner::find_excess(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (state_ == State::text || (state_ == State::quotes && around_ == State::tag)) {
      const char next = state_ == State::text ? '<' : quote_;
      at = std::min(bytes.find(next, at), bytes.size() - 1);
    }
    step(bytes[at]);
    if (attributes_ > kMostAttributes) return Excess{kTooManyAttributes, at};
    if (declared_ > kMostDeclared) return Excess{kTooMuchDeclared, at};
  }
  return std::nullopt;
}

void TagScanner::step(char c) {
  if (in_subset_) ++declared_;
  switch (state_) {
    case State::text:
    case State::subset:
      if (c == '<') state_ = State::opening;
      if (c == ']' && in_subset_) {
        in_subset_ = false;
        state_ = State::declaration;
      }
      return;
    case State::opening:
      attributes_ = 0;
      state_ = c == '!' ? State::bang : State::tag;
      if (c == '?') skip_to("?>");
      return;
    case State::bang:
      state_ = c == '-' ? State::dash : State::declaration;
      if (c == '[') skip_to("]]>");
      return;
    case State::dash:
      skip_to("-->");
      return;
    case State::tag:
      step_in_tag(c);
      return;
    case State::declaration:
      step_in_declaration(c);
      return;
    case State::quotes:
      if (c == quote_) state_ = around_;
      return;
    case State::skipped:
      step_in_skipped(c);
      return;
  }
}

void TagScanner::step_in_tag(char c) {
  if (c == '=') ++attributes_;
  if (c == '>') {
    attributes_ = 0;
    leave();
  }
  if (c != '"' && c != '\'') return;
  quote_ = c;
  around_ = State::tag;
  state_ = State::quotes;
}

void TagScanner::step_in_declaration(char c) {
  if (c == '[') {
    in_subset_ = true;
    state_ = State::subset;
  } else if (c == '>') {
    leave();
  } else if (c == '"' || c == '\'') {
    quote_ = c;
    around_ = State::declaration;
    state_ = State::quotes;
  }
}

void TagScanner::skip_to(std::string_view end) {
  end_ = end;
  matched_ = 0;
  state_ = State::skipped;
}

void TagScanner::step_in_skipped(char c) {
  // The ends repeat their first character at most, so that a mismatch keeps what is still a start.
  const bool repeats = matched_ == 2 && c == end_[0] && end_[1] == end_[0];
  if (c == end_[matched_]) {
    if (++matched_ == end_.size()) leave();
  } else if (!repeats) {
    matched_ = c == end_[0] ? 1 : 0;
  }
}

}  // namespace dossier::xml
