// SPDX-License-Identifier: Apache-2.0
// The state of a PEGTL parse: nodes of the tree, expectations for error messages, depth.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "parser/sparql/expectations.h"
#include "parser/sparql/syntax_tree.h"

namespace dossier::sparql {

/// Rules that are observed call open() when they are tried and then either close() or abandon(). A
/// rule that fails removes every node recorded since it was opened.
class Recorder {
 public:
  /// `watch` as in SparqlOptions; it must outlive the recorder.
  Recorder(std::string_view text, std::size_t max_nesting,
           const std::function<void(std::size_t)>& watch)
      : text_(text), max_nesting_(max_nesting), watch_(watch) {}

  void open(const char* at) {
    if (--until_watch_ == 0) watch();
    open_.push_back(
        {offset_of(at), static_cast<std::uint32_t>(nodes_.size()), nesting_, expectations_.mark()});
  }
  /// The rule just opened is a nested construct. Throws Error(limit) when it is one too many.
  void descend(const char* at);

  /// The rule matched; it becomes a node.
  void close(Kind kind, const char* at) {
    const Open& rule = open_.back();
    nodes_.push_back({kind, rule.offset, offset_of(at), rule.nodes, kNoNode, kNoNode});
    close();
  }
  /// As close(), but a rule that holds exactly one node stands for that node.
  void close_unless_single(Kind kind, const char* at) {
    const Open& rule = open_.back();
    if (nodes_.size() > rule.nodes && nodes_.back().first == rule.nodes) {
      close();
    } else {
      close(kind, at);
    }
  }
  /// The rule matched and leaves no node of its own.
  void close() {
    nesting_ = open_.back().nesting;
    open_.pop_back();
  }
  void abandon() {
    nodes_.resize(open_.back().nodes);
    close();
  }
  /// As abandon(), for a rule that a message may name.
  void abandon(std::string_view what) {
    expectations_.failed(what, open_.back().offset, open_.back().wanted);
    abandon();
  }

  const Expectations& expectations() const { return expectations_; }
  /// Ends the recording.
  SyntaxTree take_tree() { return {text_, std::move(nodes_)}; }

 private:
  struct Open {
    std::uint32_t offset;
    std::uint32_t nodes;
    std::uint32_t nesting;
    Expectations::Mark wanted;
  };
  std::uint32_t offset_of(const char* at) const {
    return static_cast<std::uint32_t>(at - text_.data());
  }

  void watch();

  static constexpr std::uint32_t kWatchInterval = 4096;

  std::string_view text_;
  std::size_t max_nesting_;
  const std::function<void(std::size_t)>& watch_;
  std::uint32_t until_watch_ = kWatchInterval;
  std::uint32_t nesting_ = 0;
  std::vector<SyntaxNode> nodes_;
  std::vector<Open> open_;
  Expectations expectations_;
};

}  // namespace dossier::sparql
