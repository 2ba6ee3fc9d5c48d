// SPDX-License-Identifier: Apache-2.0
// The state of the second step: the text, prefixes in force, blank node labels, what is allowed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "parser/sparql/ast.h"
#include "parser/sparql/parse.h"
#include "parser/sparql/syntax_tree.h"

namespace dossier::sparql {

/// Sets a variable for a block and puts the old value back.
template <typename T>
class Within {
 public:
  Within(T& variable, T value) : variable_(variable), old_(std::move(variable)) {
    variable_ = std::move(value);
  }
  ~Within() { variable_ = std::move(old_); }
  Within(const Within&) = delete;
  Within& operator=(const Within&) = delete;

 private:
  T& variable_;
  T old_;
};

/// Prefixes and base IRI, as the prologue has set them so far.
class Names {
 public:
  Names(std::string_view text, const SparqlOptions& options);

  /// Takes in a BaseDecl, PrefixDecl or VersionDecl.
  void declare(Syntax declaration);
  /// An IriRef made absolute, or a PrefixedName expanded. Throws Error(syntax) for an unknown
  /// prefix.
  std::string iri(Syntax name) const;

  const std::string& base() const { return base_; }
  /// The prefixes the text itself declared.
  ast::PrefixMap take_declared() { return std::move(declared_); }

 private:
  void declare_prefix(std::string name, std::string iri);
  const std::string* find(const std::string& prefix) const;
  [[noreturn]] void fail_unknown(std::string_view prefix, std::uint32_t offset) const;

  std::string_view text_;
  ast::PrefixMap declared_;
  std::unordered_map<std::string, std::size_t> places_;  ///< of names in declared_
  std::unordered_map<std::string, std::string> given_;
  std::string base_;
};

/// Hands out blank nodes and keeps their labels to one scope each (SPARQL 1.1 Query 19.6, 4.1.4).
class BlankNodes {
 public:
  /// A scope never seen before.
  std::uint32_t new_scope() { return ++last_scope_; }
  /// Labels from here on belong to this scope.
  void enter(std::uint32_t scope) { scope_ = scope; }
  std::uint32_t scope() const { return scope_; }
  ast::BlankNode fresh() { return {"." + std::to_string(++last_fresh_)}; }
  /// False when the label already belongs to another scope.
  bool claim(const std::string& label) {
    return scopes_.try_emplace(label, scope_).first->second == scope_;
  }
  /// Labels of templates and data live apart from those of patterns.
  void swap_labels(std::unordered_map<std::string, std::uint32_t>& other) { scopes_.swap(other); }

 private:
  std::uint32_t last_scope_ = 0;
  std::uint32_t scope_ = 0;
  std::uint64_t last_fresh_ = 0;
  std::unordered_map<std::string, std::uint32_t> scopes_;
};

/// Whether an aggregate is allowed at the current place.
enum class Aggregates : std::uint8_t { nowhere, allowed, nested };

struct Context {
  /// `held`: what the first step keeps until the end of the second.
  Context(std::string_view source, const SparqlOptions& options, std::size_t held)
      : text(source),
        max_nesting(options.max_nesting),
        parameters(options.parameters.begin(), options.parameters.end()),
        names(source, options),
        is_aggregate(options.is_aggregate),
        watch_(options.watch),
        held_(held) {}

  std::string_view text;
  std::size_t max_nesting;
  std::unordered_set<std::string> parameters;
  Names names;
  const std::function<bool(std::string_view)>& is_aggregate;  ///< see SparqlOptions
  BlankNodes blanks;
  /// The construct that takes no variables (parameters are terms), or no blank nodes, when there is
  /// one.
  std::string_view no_variables_in;
  std::string_view no_blank_nodes_in;
  Aggregates aggregates = Aggregates::nowhere;
  bool saw_aggregate = false;

  /// Says that a part of the tree was made; see SparqlOptions::watch.
  void made(std::size_t bytes) {
    held_ += bytes;
    if (--until_watch_ == 0) call_watch();
  }

  /// Throws Error(syntax) at a node of the tree, or at an offset.
  [[noreturn]] void fail(Syntax at, const std::string& message) const {
    fail(at.offset(), message);
  }
  [[noreturn]] void fail(std::uint32_t offset, const std::string& message) const;

 private:
  void call_watch();

  static constexpr std::uint32_t kWatchInterval = 1024;

  const std::function<void(std::size_t)>& watch_;
  std::size_t held_;
  std::uint32_t until_watch_ = kWatchInterval;
};

}  // namespace dossier::sparql
