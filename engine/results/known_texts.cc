// SPDX-License-Identifier: Apache-2.0
#include "engine/results/known_texts.h"

#include <cstdint>
#include <cstring>

namespace dossier::results {
namespace {

/// Kind, direction, and how long the qualifier is, which follows, and then the value.
struct Head {
  TermView::Kind kind;
  Direction direction;
  std::uint32_t qualifier;
};

}  // namespace

void append_bytes(std::string& out, const TermView& term) {
  const bool is_triple = term.kind == TermView::Kind::triple;
  const Head head{term.kind, term.direction, static_cast<std::uint32_t>(term.qualifier.size())};
  char bytes[sizeof(head)] = {};
  std::memcpy(bytes, &head, sizeof(head));
  out.append(bytes, sizeof(bytes));
  if (is_triple) return;
  out += term.qualifier;
  out += term.value;
}

bool KnownTexts::move_to(TermId id) const {
  if (next_ < texts_.size() && texts_[next_].id == id) return true;
  for (std::size_t i = places_.empty() ? 0 : texts_.size(); i < texts_.size(); ++i)
    places_.emplace(texts_[i].id, static_cast<std::uint32_t>(i));
  const auto found = places_.find(id);
  if (found == places_.end()) return false;
  next_ = found->second;
  return true;
}

bool KnownTexts::find(TermId id, Term& term) const {
  if (!move_to(id)) return false;
  std::string_view rest = texts_[next_++].bytes;
  Head head;
  std::memcpy(&head, rest.data(), sizeof(head));
  if (head.kind == TermView::Kind::triple) return false;
  rest.remove_prefix(sizeof(head));
  term = to_term({head.kind, head.direction, rest.substr(head.qualifier),
                  rest.substr(0, head.qualifier), nullptr});
  return true;
}

}  // namespace dossier::results
