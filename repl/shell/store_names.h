// SPDX-License-Identifier: Apache-2.0
// The names of a knowledge base, for completion.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/saved/name_resolution.h"
#include "repl/shell/session.h"

namespace dossier::repl {

/// Read at the first use and again after changes. `session` must outlive it.
class StoreNames {
 public:
  explicit StoreNames(Session& session) : session_(session) {}

  /// Prefixed names that start so, or whose thing has a name that does, by any of its words
  /// ("e:berg" finds e:Anna_Berg). Things that are only described (concepts) when no other does.
  std::set<std::string> terms_starting(const std::string& typed);
  /// Names that start so, in any case; those of concepts when there are no others.
  std::set<std::string> labels_starting(const std::string& typed);

 private:
  /// Things that have names of their own, and the others.
  struct Names {
    std::set<std::string> terms, labels;
    /// "e:berg" and the term; folded.
    std::vector<std::pair<std::string, std::string>> by_name;
  };

  void refresh();
  void add_terms(const char* query);
  void add_name(const Name& name, Names& names);

  Session& session_;
  bool loaded_ = false;
  std::uint64_t seen_changes_ = 0;
  Names named_, described_;
};

}  // namespace dossier::repl
