// SPDX-License-Identifier: Apache-2.0
// People whom a document never names: "I" and "we" of a text without an author, "he" where no name
// fits.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "extract/document.h"
#include "extract/resolve/entity_table.h"

namespace dossier::extract::resolve {

/// Whether the entity is such a person or such people: nothing is known but the pronoun.
bool is_unnamed_person(const Entity& entity);

/// Follows them sentence by sentence, in the order of the text.
class UnnamedPeople {
 public:
  /// Both must outlive it.
  UnnamedPeople(const Analysis& analysis, EntityTable& table)
      : analysis_(analysis), table_(table) {}

  /// The individual that a pronoun means of which nothing else is known: the one that the last such
  /// pronoun meant, or a new one. None for "they", and for "I" and "we" where somebody else speaks
  /// than who wrote the text.
  std::optional<std::uint32_t> find(std::uint32_t s, std::uint32_t token, bool quoted);

 private:
  struct Person {
    std::uint32_t entity = 0;
    std::uint32_t sentence = 0;  ///< where a pronoun meant the person last
  };

  struct Sort {
    const char* label;
    const char* kind;
    std::uint32_t reach;  ///< in sentences
  };

  std::uint32_t person(std::optional<Person>& last, std::uint32_t s, const Sort& sort);

  const Analysis& analysis_;
  EntityTable& table_;
  std::optional<Person> author_, authors_, man_, woman_;
};

}  // namespace dossier::extract::resolve
