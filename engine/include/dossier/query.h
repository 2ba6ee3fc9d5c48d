// SPDX-License-Identifier: Apache-2.0
// A query: its options, its rows. Part of <dossier/dossier.h>.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/error.h"
#include "dossier/export.h"
#include "dossier/quad.h"
#include "dossier/term.h"

namespace dossier {

/// Raise it from any thread (or a signal handler) to stop the work it was given to. Copies share
/// one flag.
class CancellationToken {
 public:
  CancellationToken() : flag_(std::make_shared<std::atomic<bool>>(false)) {}
  void cancel() noexcept { flag_->store(true, std::memory_order_relaxed); }
  void reset() noexcept { flag_->store(false, std::memory_order_relaxed); }
  bool cancelled() const noexcept { return flag_->load(std::memory_order_relaxed); }

 private:
  std::shared_ptr<std::atomic<bool>> flag_;
};

/// What a query without FROM sees as its default graph.
enum class DefaultGraph : std::uint8_t {
  union_of_all,  ///< the default graph and all named graphs together
  strict,        ///< the default graph alone, as plain SPARQL says
};

/// What a request may reach outside the knowledge base. Anything else it names is Error(usage),
/// SILENT or not.
struct OutsideAccess {
  /// LOAD may read files.
  bool files = true;
  /// SERVICE may ask, and LOAD fetch, http and https addresses below one of these, as in
  /// "http://example.org/sparql": with the same scheme, host and port, and a path that begins with
  /// the same segments. "" allows every address. None by default.
  std::vector<std::string> web = {};
  /// A longer response is Error(limit). Responses also count towards QueryOptions::memory_bytes.
  std::size_t response_bytes = std::size_t{64} << 20;
  /// A server that sends nothing for so long gives Error(input).
  std::chrono::milliseconds idle_timeout = std::chrono::seconds(60);

  static OutsideAccess nothing() { return {.files = false}; }
  static OutsideAccess everything() { return {.web = {""}}; }
};

struct QueryOptions {
  /// Variables bound before the query starts, names without "?" or "$".
  std::map<std::string, Term> parameters = {};
  std::optional<std::chrono::milliseconds> timeout = {};
  /// For operators that keep rows; more is Error(limit).
  std::size_t memory_bytes = std::size_t{1} << 30;
  /// Results end quietly after so many rows.
  std::optional<std::uint64_t> row_limit = {};
  CancellationToken cancellation = {};
  DefaultGraph default_graph = DefaultGraph::union_of_all;
  std::string base = {};
  /// Beside the predeclared ones; a query's own PREFIX wins.
  std::map<std::string, std::string> prefixes = {};
  /// Count rows and time per operator for QueryResult::plan().
  bool profile = false;
  OutsideAccess outside = {};
};

/// A term of a query's patterns that no quad has at its place: help with an empty result.
struct UnknownConstant {
  enum class Place : std::uint8_t { subject, predicate, object, graph, triple_term };

  Term term;
  Place place = Place::subject;
  bool is_elsewhere = false;  ///< the knowledge base knows the term at another place

  friend bool operator==(const UnknownConstant&, const UnknownConstant&) = default;
};

/// One solution. Values are unbound (nullopt) where the pattern left them so.
class DOSSIER_API Row {
 public:
  Row() = default;
  Row(std::shared_ptr<const std::vector<std::string>> variables,
      std::vector<std::optional<Term>> values)
      : variables_(std::move(variables)), values_(std::move(values)) {}

  std::size_t size() const noexcept { return values_.size(); }
  const std::optional<Term>& operator[](std::size_t column) const { return values_.at(column); }
  /// Throws Error(usage) for a variable the query does not project.
  const std::optional<Term>& operator[](std::string_view variable) const;
  const std::vector<std::string>& variables() const { return *variables_; }
  std::span<const std::optional<Term>> values() const noexcept { return values_; }

 private:
  std::shared_ptr<const std::vector<std::string>> variables_;
  std::vector<std::optional<Term>> values_;
};

/// A running or finished query over one snapshot of the knowledge base, which it keeps alive. Rows
/// are computed as they are asked for: errors (time, memory, cancellation) can come from next().
/// One thread at a time.
class DOSSIER_API QueryResult {
 public:
  enum class Form : std::uint8_t { select, ask, construct, describe };

  QueryResult(QueryResult&&) noexcept;
  QueryResult& operator=(QueryResult&&) noexcept;
  ~QueryResult();

  Form form() const;
  /// Projected variables in order (SELECT); empty for the other forms.
  const std::vector<std::string>& variables() const;
  /// ASK's answer; Error(usage) for the other forms.
  bool boolean() const;
  /// SELECT: the next row, or false at the end.
  bool next(Row& row);
  /// CONSTRUCT and DESCRIBE: the next triple (graph unset), each once, or false at the end.
  bool next(Quad& triple);
  /// Prefixes the query declared, then the options' and the predeclared ones: for printing.
  const std::vector<std::pair<std::string, std::string>>& prefixes() const;
  /// The plan as text, one operator a line; with QueryOptions::profile also actual rows and time so
  /// far.
  std::string plan() const;
  /// Time spent on parsing and planning.
  std::chrono::duration<double, std::milli> planning_time() const;

  class Iterator;
  Iterator begin();
  std::default_sentinel_t end() const noexcept { return {}; }

  struct Impl;
  explicit QueryResult(std::unique_ptr<Impl> impl);

 private:
  std::unique_ptr<Impl> impl_;
};

class QueryResult::Iterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = Row;
  using difference_type = std::ptrdiff_t;
  explicit Iterator(QueryResult* result) : result_(result) { ++*this; }
  const Row& operator*() const { return row_; }
  const Row* operator->() const { return &row_; }
  Iterator& operator++() {
    if (!result_->next(row_)) result_ = nullptr;
    return *this;
  }
  void operator++(int) { ++*this; }
  friend bool operator==(const Iterator& it, std::default_sentinel_t) {
    return it.result_ == nullptr;
  }

 private:
  QueryResult* result_;
  Row row_;
};

}  // namespace dossier
