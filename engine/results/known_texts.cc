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

bool KnownTexts::find(TermId id, Term& term) const {
  const auto found = texts_.find(id);
  if (found == texts_.end()) return false;
  std::string_view rest = found->second;
  Head head;
  std::memcpy(&head, rest.data(), sizeof(head));
  if (head.kind == TermView::Kind::triple) return false;
  rest.remove_prefix(sizeof(head));
  term = to_term({head.kind, head.direction, rest.substr(head.qualifier),
                  rest.substr(0, head.qualifier), nullptr});
  return true;
}

}  // namespace dossier::results
