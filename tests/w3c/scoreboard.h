// SPDX-License-Identifier: Apache-2.0
// The committed state of conformance: how many tests pass in each directory, which fail and why,
// which are not run and why.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/w3c/outcome.h"

namespace dossier::w3c {

struct Score {
  int passed = 0;
  int failed = 0;
  int skipped = 0;
};

struct Result {
  Test test;
  Outcome outcome;
};

/// Three files of tab-separated columns: what is expected of each directory, known failures, skips;
/// lines that start with "#" are comments.
class Scoreboard {
 public:
  /// Throws Error(input) when a file is missing or malformed.
  static Scoreboard load(const std::filesystem::path& folder);

  /// Why a test is not run; none when it is. skips.tsv: what (the beginning of an id, or
  /// "type:NAME"), reason.
  std::optional<std::string> skip_reason(const Test& test) const;
  bool is_known_failure(const Test& test) const { return failures_.contains(test.id); }

  /// What got worse, a line each: failures nobody knows of, directories where fewer tests
  /// pass or more are skipped.
  std::vector<std::string> worse(const std::vector<Result>& results, bool complete) const;
  /// Known failures that pass now.
  std::vector<std::string> better(const std::vector<Result>& results) const;

  /// Writes expected.tsv and failures.tsv anew from a complete run; reasons already written stay.
  void update(const std::filesystem::path& folder, const std::vector<Result>& results) const;

 private:
  std::map<std::string, std::string> failures_;             ///< failures.tsv: id, reason
  std::vector<std::pair<std::string, std::string>> skips_;  ///< skips.tsv
  std::map<std::string, Score> expected_;                   ///< expected.tsv, by directory
};

std::map<std::string, Score> scores(const std::vector<Result>& results);

}  // namespace dossier::w3c
