// SPDX-License-Identifier: Apache-2.0
// What all readers of one sentence share: its tree and its predicates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "extract/clause/tree.h"
#include "extract/predicate.h"

namespace dossier::extract::clause {

/// Tree and predicates must outlive it.
struct Reading {
  Reading(const Tree& of, const std::vector<Predicate>& read);

  const Tree& tree;
  const std::vector<Predicate>& predicates;  ///< in the order of their heads
  std::vector<std::optional<std::size_t>> by_token;

  const Predicate* at(std::uint32_t token) const {
    return by_token[token] ? &predicates[*by_token[token]] : nullptr;
  }
};

/// Whether the clause at `i` says what its noun is about, with or without "that": "the news that he
/// came", "claims she paid the judge"; not "the claims she made".
bool is_content_clause(const Tree& tree, std::uint32_t i);

/// Finds predicates, links and subjects; in the order of their heads.
std::vector<Predicate> read_predicates(const Tree& tree);

}  // namespace dossier::extract::clause
