// SPDX-License-Identifier: Apache-2.0
// One run of an expression over one batch: its rows, and the values computed so far that have no
// id yet.
//
// Columns of intermediate results are term ids throughout. A computed value that is not inline
// gets a pending id, which names it within this evaluation; only what the expression hands out is
// interned, all at once.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/functions/expression.h"
#include "engine/functions/value.h"

namespace dossier::functions {

class Regex;

/// What outlives an evaluation; see EvaluationContext.
struct Memory {
  std::unordered_map<std::string, TermId> blank_nodes;  ///< by scope, row and label
  std::unordered_map<std::string, std::shared_ptr<const Regex>> regexes;  ///< by flags and pattern
  std::string last_key;  ///< of last_regex: the next row mostly asks for the same
  std::shared_ptr<const Regex> last_regex;
};

class Evaluation {
 public:
  Evaluation(EvaluationContext& context, const Batch& batch, Solutions solutions = {});
  Evaluation(const Evaluation&) = delete;
  Evaluation& operator=(const Evaluation&) = delete;
  ~Evaluation();

  EvaluationContext& context() noexcept { return context_; }
  TermTable& terms() noexcept { return context_.terms(); }
  Memory& memory() noexcept { return *context_.memory_; }
  const Batch& batch() const noexcept { return batch_; }

  static bool is_pending(TermId id) noexcept {
    return id.is_local() && id.kind() == TermId::Kind::none;
  }
  /// The id of a value: inline or pending; none() for monostate. Strings are charged to the query's
  /// memory as long as the evaluation lasts: Error(limit) when it runs out.
  TermId put(Value value);
  TermId put_text(std::string text) { return put(Text{std::move(text), {}, Direction::none}); }
  static TermId put(bool value) noexcept { return inline_codec_boolean(value); }
  /// An IRI, interned at once and remembered: for the few that come again and again.
  TermId put_iri(std::string_view iri);
  const Value& pending(TermId id) const { return pending_[id.payload()]; }
  /// Makes an id that outlives this evaluation.
  TermId intern(TermId id);
  /// intern() for all that the evaluation hands out, in place, the store asked once. Its pending
  /// values are gone then.
  void intern(std::span<TermId> ids);

  /// Gives the term of an id that is not none() to `use`, and returns what that says.
  bool read(TermId id, const std::function<bool(const TermView&)>& use);

  /// The node of this row's solution and label.
  TermId blank_node(std::string_view label);
  /// The row functions are being applied to, for blank_node().
  void set_row(std::uint32_t row) noexcept { row_ = row; }

 private:
  static TermId inline_codec_boolean(bool value) noexcept {
    return {TermId::Kind::boolean, value ? 1U : 0U};
  }

  EvaluationContext& context_;
  const Batch& batch_;
  Solutions solutions_;
  std::uint32_t row_ = 0;
  std::deque<Value> pending_;
  std::size_t charged_ = 0;
  std::unordered_map<std::string, TermId> iris_;
};

/// A string argument, wherever its bytes are; valid as long as its operand.
struct TextView {
  std::string_view text;
  std::string_view language;
  Direction direction = Direction::none;

  bool tagged() const noexcept { return !language.empty(); }
};

/// An argument of a function: an id, seen as value, term or string, whichever is asked for.
class Operand {
 public:
  /// `term` and `value` are those of `id` where the caller has them at hand; they must outlive the
  /// operand.
  Operand(Evaluation& evaluation, TermId id, const Term* term = nullptr,
          const Value* value = nullptr)
      : evaluation_(&evaluation), id_(id), term_(term), value_(value) {}

  TermId id() const noexcept { return id_; }
  /// An error or an unbound variable.
  bool missing() const noexcept { return !id_; }
  /// monostate when missing.
  const Value& value() const;
  /// Not when missing.
  const Term& term() const;
  /// None unless it is a string, tagged or not.
  std::optional<TextView> text() const;
  /// How many bytes a function that asks for the operand reads, roughly.
  std::size_t cost() const;
  /// None unless it is an xsd:string.
  std::optional<std::string_view> plain_text() const;

 private:
  Evaluation* evaluation_;
  TermId id_;
  mutable const Term* term_;
  mutable const Value* value_;
  mutable std::optional<Term> own_term_;
  mutable std::optional<Value> own_value_;
  mutable char short_text_[8] = {};
};

/// Effective boolean value, as SPARQL 1.2 has it (17.2.2): of booleans, numbers and plain strings;
/// none, an error, for everything else, tagged strings and illegal forms too.
std::optional<bool> effective_boolean(const Operand& operand);

}  // namespace dossier::functions
