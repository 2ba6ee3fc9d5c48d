// SPDX-License-Identifier: Apache-2.0
// Records what the parser would have accepted at the furthest position it reached, for messages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::sparql {

/// Collects, while alternatives are tried and dropped, what each of them wanted at the furthest
/// offset any of them came to. A description given to a larger rule replaces those of its parts
/// when the rule failed at its very first token: "a triple pattern", not the twenty tokens it can
/// begin with.
class Expectations {
 public:
  struct Mark {
    std::uint32_t furthest = 0;
    std::uint32_t count = 0;
  };

  Mark mark() const { return {furthest_, static_cast<std::uint32_t>(wanted_.size())}; }

  /// The rule described as `what`, tried at `offset` since `mark`, failed.
  void failed(std::string_view what, std::uint32_t offset, Mark mark) {
    if (offset < furthest_) return;
    const bool from_here = offset == furthest_ && mark.furthest == furthest_;
    wanted_.resize(from_here ? mark.count : 0);
    furthest_ = offset;
    wanted_.push_back(what);
  }

  /// The offset where parsing got stuck.
  std::uint32_t furthest() const { return furthest_; }
  /// Whether the rule described as `what` was wanted there.
  bool include(std::string_view what) const;
  /// What was wanted there as a list in words, each thing once: "'}', a variable or FILTER".
  std::string in_words() const;

 private:
  std::uint32_t furthest_ = 0;
  std::vector<std::string_view> wanted_;
};

}  // namespace dossier::sparql
