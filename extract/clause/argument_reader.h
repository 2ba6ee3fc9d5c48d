// SPDX-License-Identifier: Apache-2.0
// Reads the arguments of one predicate (arguments.h). arguments.cc says where they stand.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/clause/arguments.h"

namespace dossier::extract::clause {

class ArgumentReader {
 public:
  ArgumentReader(const Reading& reading, const Predicate& predicate)
      : tree_(reading.tree), reading_(reading), predicate_(predicate) {}

  std::vector<FrameArgument> read();

 private:
  bool passive() const { return predicate_.form.passive; }

  // arguments.cc: dependents of the predicate.
  void add(ArgumentRole role, std::uint32_t token, std::string marker, double confidence);
  bool has(ArgumentRole role) const;
  void add_subject();
  void keep_described(FrameArgument& list) const;
  double subject_certainty(std::uint32_t noun) const;
  TokenRange before_clause(std::uint32_t noun) const;
  void add_child(std::uint32_t child);
  std::uint32_t meant(std::uint32_t child) const;
  void sort_objects();
  void add_object(std::uint32_t child, double sure);
  bool compares(std::uint32_t noun) const;
  bool tells_how(std::uint32_t noun) const;
  void add_oblique(std::uint32_t child, double sure);
  void add_clause(std::uint32_t child, double sure, ArgumentRole role = ArgumentRole::complement);
  void add_adverb(std::uint32_t child, double sure);

  // attribute_arguments.cc: what a copula says.
  void add_attribute();
  void add_place(std::uint32_t head, const std::string& marker);
  bool is_mutual(std::uint32_t noun) const;
  void add_carried(std::uint32_t noun);

  // time_arguments.cc: what tells when.
  bool is_time(std::uint32_t token) const;
  bool is_clock_time(std::uint32_t token) const;
  bool is_frequency(std::uint32_t token) const;
  void add_year_of_event();

  // shared_arguments.cc: what the tree keeps elsewhere.
  bool tells_more(std::uint32_t noun, const std::string& marker) const;
  void add_place_of_subject();
  void lift(std::uint32_t noun);
  void add_shared_front();
  void add_shared_object();
  std::optional<std::uint32_t> object_of_last(const Predicate& last) const;
  void add_gap();
  bool own_subject() const;
  bool has_relative_word() const;

  const Tree& tree_;
  const Reading& reading_;
  const Predicate& predicate_;
  std::vector<FrameArgument> result_;
};

}  // namespace dossier::extract::clause
