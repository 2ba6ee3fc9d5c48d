// SPDX-License-Identifier: Apache-2.0
// Makes the binary relations of one frame (relations.h): what its kind and its arguments say.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/clause/relation_writer.h"

namespace dossier::extract::clause {

class RelationMaker : private RelationWriter {
 public:
  RelationMaker(const Sentence& sentence, const Frame& frame) : RelationWriter(sentence, frame) {
    split_light();
  }

  std::vector<Clause> make();

 private:
  // relations.cc: what is done.
  void split_light();
  bool tells_nothing() const;
  bool keeps_silent() const;
  bool continues();
  bool is_about_time() const;
  bool has_object() const;
  void passive();
  void event();
  void transitive();
  void intransitive();

  // whole_relations.cc: what says nothing by halves.
  bool is_half_said() const;
  bool is_idiom(const Argument& object) const;
  void add_whole(const Argument& object);
  bool add_content();

  // state_relations.cc: what is.
  bool is_stative() const;
  void stative();
  Argument state(std::uint32_t i) const;
  bool gives_name() const;
  void add_attribute(const std::vector<Argument>& subjects, bool passive);
  bool denies_state() const;
  void copula();
  bool is_age(const Argument& what) const;
  bool carried_by_noun(const Argument& what);
  bool add_measure(const std::string& stem);
  bool add_worth();
  bool is_compared(const Argument& what, const FrameArgument& with) const;
  static bool needs_place(std::string_view word);
  void predicative(const Argument& what);
  void linking();
};

}  // namespace dossier::extract::clause
