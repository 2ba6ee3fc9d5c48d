// SPDX-License-Identifier: Apache-2.0
// A query: its options, its rows. Part of <dossier/dossier.h>.
#pragma once

#include <atomic>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
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

/// The value of a parameter: a term, or a plain value that stands for a literal: a text for an
/// xsd:string, an integer for an xsd:integer, a double for an xsd:double, and so on. An IRI must be
/// written as Term::iri().
class Parameter {
 public:
  Parameter(Term term) : term_(std::move(term)) {}
  Parameter(std::string text) : term_(Term::string(std::move(text))) {}
  Parameter(std::string_view text) : term_(Term::string(std::string(text))) {}
  Parameter(const char* text) : term_(Term::string(text)) {}
  template <typename T>
  requires std::same_as<T, bool> Parameter(T value) : term_(Term::boolean(value)) {}
  template <std::signed_integral T>
  requires(!std::same_as<T, char>) Parameter(T value) : term_(Term::integer(value)) {}
  template <std::unsigned_integral T>
  requires(!std::same_as<T, bool> && sizeof(T) < sizeof(std::int64_t)) Parameter(T value)
      : term_(Term::integer(static_cast<std::int64_t>(value))) {}
  Parameter(double value) : term_(Term::real(value)) {}
  Parameter(std::chrono::sys_days day) : term_(Term::date(day)) {}
  Parameter(std::chrono::sys_time<std::chrono::microseconds> time) : term_(Term::date_time(time)) {}

  const Term& term() const noexcept { return term_; }

 private:
  Term term_;
};

/// Terms by the name of the variable they are put in for, without "?" or "$":
/// {{"who", Term::iri("http://example.org/kim")}, {"least", 42}, {"place", "Moscow"}}.
class Parameters : public std::map<std::string, Term> {
 public:
  Parameters() = default;
  Parameters(std::initializer_list<std::pair<const std::string, Parameter>> parameters) {
    for (const auto& [name, value] : parameters) emplace(name, value.term());
  }
  Parameters(std::map<std::string, Term> parameters)
      : std::map<std::string, Term>(std::move(parameters)) {}
};

struct QueryOptions {
  /// Variables bound before the query starts.
  Parameters parameters = {};
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

/// A value of a row: a term, or nothing where the pattern left the variable unbound. It refers to
/// the row: valid until the row is changed or ends.
class DOSSIER_API RowValue {
 public:
  explicit RowValue(const std::optional<Term>& value) noexcept : value_(&value) {}

  bool has_value() const noexcept { return value_->has_value(); }
  explicit operator bool() const noexcept { return has_value(); }
  operator const std::optional<Term>&() const noexcept { return *value_; }
  /// These throw Error(usage) when the variable is unbound.
  const Term& value() const { return has_value() ? **value_ : refuse(); }
  const Term& operator*() const { return value(); }
  const Term* operator->() const { return &value(); }
  Term value_or(Term other) const { return has_value() ? **value_ : std::move(other); }

  /// As Term::as(). An unbound variable is Error(usage); as<std::optional<T>>() gives nullopt.
  template <typename T>
  T as() const {
    if constexpr (detail::is_optional<T>) {
      return has_value() ? (*value_)->template as<T>() : T();
    } else {
      return value().template as<T>();
    }
  }

  friend bool operator==(const RowValue& a, const std::optional<Term>& b) { return *a.value_ == b; }
  friend bool operator==(const RowValue& a, const Term& b) { return *a.value_ == b; }
  friend bool operator==(const RowValue& a, const RowValue& b) { return *a.value_ == *b.value_; }

 private:
  [[noreturn]] static const Term& refuse();

  const std::optional<Term>* value_;
};

/// One solution. Values are unbound (nullopt) where the pattern left them so. A default-constructed
/// or moved-from row has no columns.
class DOSSIER_API Row {
 public:
  Row() = default;
  Row(std::shared_ptr<const std::vector<std::string>> variables,
      std::vector<std::optional<Term>> values)
      : variables_(std::move(variables)), values_(std::move(values)) {}

  std::size_t size() const noexcept { return values_.size(); }
  /// Throws Error(usage) for a column the row does not have.
  RowValue operator[](std::size_t column) const {
    return RowValue(column < values_.size() ? values_[column] : refuse(column));
  }
  /// Throws Error(usage) for a variable the query does not project. A search by name: for many rows
  /// ask for column() once.
  RowValue operator[](std::string_view variable) const {
    return RowValue(values_[column(variable)]);
  }
  /// The column of a variable. Throws Error(usage) for one the query does not project.
  std::size_t column(std::string_view variable) const;
  const std::vector<std::string>& variables() const noexcept;
  std::span<const std::optional<Term>> values() const noexcept { return values_; }

  /// The columns in order, as RowValue::as(). Throws Error(usage) unless there are as many as types.
  template <typename... Types>
  std::tuple<Types...> as() const {
    require_columns(sizeof...(Types));
    return as<Types...>(std::index_sequence_for<Types...>());
  }

 private:
  template <typename... Types, std::size_t... Columns>
  std::tuple<Types...> as(std::index_sequence<Columns...>) const {
    return {RowValue(values_[Columns]).template as<Types>()...};
  }
  [[noreturn]] const std::optional<Term>& refuse(std::size_t column) const;
  void require_columns(std::size_t count) const;

  std::shared_ptr<const std::vector<std::string>> variables_;
  std::vector<std::optional<Term>> values_;
};

template <typename... Types>
class TypedRows;

/// A running or finished query over one snapshot of the knowledge base, which it keeps alive. Rows
/// are computed as they are asked for: errors (time, memory, cancellation) can come from next().
/// One thread at a time. Calls on a moved-from result throw Error(usage).
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
  /// The column of a projected variable. Throws Error(usage) for any other.
  std::size_t column(std::string_view variable) const;
  /// SELECT: the next row, or false at the end.
  bool next(Row& row);
  /// CONSTRUCT and DESCRIBE: the next triple (graph unset), each once, or false at the end.
  bool next(Quad& triple);
  /// Prefixes the query declared, then the options' and the predeclared ones: for printing.
  const std::vector<std::pair<std::string, std::string>>& prefixes() const;
  /// The plan as text, one operator a line; with QueryOptions::profile also actual rows and time so
  /// far.
  std::string plan() const;
  /// What is probably a mistake in the query though it runs, one sentence each: a variable that is
  /// selected and bound nowhere.
  const std::vector<std::string>& warnings() const;
  /// Time spent on parsing and planning.
  std::chrono::duration<double, std::milli> planning_time() const;

  /// The rows of a SELECT, each once, in one pass: for (const Row& row : result). The rows of other
  /// forms are Error(usage): ask boolean() or next(Quad&).
  class Iterator;
  Iterator begin();
  std::default_sentinel_t end() const noexcept { return {}; }
  /// The rows as tuples: for (auto [who, count] : kb.query(text).as<Term, std::int64_t>()). The
  /// conversions are those of Row::as().
  template <typename... Types>
  TypedRows<Types...> as() &&;

  struct Impl;
  explicit QueryResult(std::unique_ptr<Impl> impl);

 private:
  Impl& impl() const;

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

/// The rows of a SELECT as tuples, which owns the result. One pass.
template <typename... Types>
class TypedRows {
 public:
  explicit TypedRows(QueryResult result) : result_(std::move(result)) {}

  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = std::tuple<Types...>;
    using difference_type = std::ptrdiff_t;
    explicit Iterator(QueryResult::Iterator at) : at_(std::move(at)) {}
    value_type operator*() const { return at_->template as<Types...>(); }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    void operator++(int) { ++at_; }
    friend bool operator==(const Iterator& it, std::default_sentinel_t end) {
      return it.at_ == end;
    }

   private:
    QueryResult::Iterator at_;
  };
  Iterator begin() { return Iterator(result_.begin()); }
  std::default_sentinel_t end() const noexcept { return {}; }

 private:
  QueryResult result_;
};

template <typename... Types>
TypedRows<Types...> QueryResult::as() && {
  return TypedRows<Types...>(std::move(*this));
}

}  // namespace dossier
