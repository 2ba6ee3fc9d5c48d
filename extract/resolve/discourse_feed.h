// SPDX-License-Identifier: Apache-2.0
// Tells the discourse what a sentence names, and reads the sentence's pronouns.
#pragma once

#include <cstdint>
#include <map>

#include "extract/document.h"
#include "extract/resolve/argument_resolver.h"
#include "extract/resolve/entity_table.h"
#include "extract/resolve/reference.h"
#include "extract/resolve/unnamed_people.h"

namespace dossier::extract::resolve {

class DiscourseFeed {
 public:
  /// All must outlive it.
  DiscourseFeed(const Analysis& analysis, EntityTable& table, Discourse& discourse,
                ArgumentResolver& arguments)
      : analysis_(analysis),
        table_(table),
        discourse_(discourse),
        arguments_(arguments),
        unnamed_(analysis, table) {}

  /// What the sentence names, in its order, so that pronouns in and after it can be read; then its
  /// pronouns, which become mentions.
  void add(std::uint32_t s);

 private:
  const Sentence& sentence(std::uint32_t s) const { return analysis_.sentences[s]; }
  void note_subject(std::uint32_t s, std::uint32_t token, TokenRange phrase,
                    Referent& referent) const;
  void add_pronoun(std::uint32_t s, std::uint32_t token);
  void add_unnamed(std::uint32_t s, std::uint32_t token);
  void add_arguments(std::uint32_t s, std::map<std::uint32_t, Referent>& by_token);
  void add_reporters(std::uint32_t s, std::map<std::uint32_t, Referent>& by_token);
  void add_referent(std::uint32_t s, const Argument& argument, bool subject,
                    std::map<std::uint32_t, Referent>& by_token);

  const Analysis& analysis_;
  EntityTable& table_;
  Discourse& discourse_;
  ArgumentResolver& arguments_;
  UnnamedPeople unnamed_;
};

}  // namespace dossier::extract::resolve
