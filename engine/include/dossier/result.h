// SPDX-License-Identifier: Apache-2.0
// What a query answers: rows, triples or a truth value. Part of <dossier/dossier.h>.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "dossier/export.h"
#include "dossier/quad.h"
#include "dossier/term.h"

namespace dossier {

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

  /// The columns in order, as RowValue::as(). Throws Error(usage) unless there are as many as
  /// types.
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
  /// What is probably a mistake, a sentence each: a variable that is selected and bound nowhere, a
  /// comparison that leaves out values for their type. Reads some values when first called.
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
  friend class ResultRows;
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
