// SPDX-License-Identifier: Apache-2.0
// Saved queries and the parameters that queries declare. Part of <dossier/dossier.h>.
//
// A query declares its parameters in comments:
//
//   # Who said something about a topic.
//   # @param topic entity              The topic asked about
//   # @param since date = 2020-01-01   The first day that counts
//   # @param polarity string one of "positive" "negative" = "positive"
//   # @param kinds list of IRI         Classes of speakers
//
// The syntax and the types are described in engine/saved/README.md.
#pragma once

#include <concepts>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "dossier/export.h"
#include "dossier/query.h"
#include "dossier/term.h"

namespace dossier {

/// One declared parameter.
struct QueryParameter {
  std::string name;           ///< without "?" or "$"
  std::string type = "term";  ///< as written: entity, IRI, term, string, integer, xsd:date, ...
  bool list = false;          ///< takes any number of values
  /// Taken when no value is given, as written; empty: it stays a variable; unset: one is required.
  std::optional<std::vector<std::string>> default_values = {};
  std::vector<std::string> choices = {};  ///< the values allowed, as written; empty: any
  std::string description = {};
};

struct SavedQuery {
  std::string name;  ///< letters, digits, "_", "-" and "."; does not begin with "-" or "."
  std::string text;
  /// One line. When it is empty, saving takes the comment at the start of the text.
  std::string description = {};
  /// What the text declares, in its order. Filled when a query is read; not looked at when saving.
  std::vector<QueryParameter> parameters = {};
};

/// The parameters that a query or update declares, in the order of the text. Throws Error(syntax)
/// with the line for a declaration that cannot be read: an unknown type, a name declared twice, a
/// default that is none of the choices.
DOSSIER_API std::vector<QueryParameter> declared_parameters(std::string_view text);

/// The value of a parameter: a text as a person writes it, a term, or a list of these.
class DOSSIER_API ParameterValue {
 public:
  using Item = std::variant<std::string, Term>;

  // A text is read as the parameter's declaration says.
  ParameterValue(const char* text) : items_{std::string(text)} {}
  ParameterValue(std::string_view text) : items_{std::string(text)} {}
  ParameterValue(std::string text) : items_{std::move(text)} {}
  // A term is taken as it is.
  ParameterValue(Term term) : items_{std::move(term)} {}
  template <std::same_as<bool> Truth>
  ParameterValue(Truth value) : ParameterValue(Term::boolean(value)) {}
  template <std::integral Number>
  requires(!std::same_as<Number, bool> && !std::same_as<Number, char>) ParameterValue(Number number)
      : ParameterValue(Term::integer(number)) {}
  ParameterValue(double number);
  ParameterValue(std::initializer_list<Item> items) : ParameterValue(std::vector<Item>(items)) {}
  ParameterValue(std::vector<Item> items) : items_(std::move(items)), is_list_(true) {}

  const std::vector<Item>& items() const noexcept { return items_; }
  bool is_list() const noexcept { return is_list_; }

 private:
  std::vector<Item> items_;
  bool is_list_ = false;
};

/// Values by parameter name, without "?" or "$".
using ParameterValues = std::map<std::string, ParameterValue>;

/// A query or update whose parameters have their values: for query(), explain() or update().
struct BoundQuery {
  std::string text;      ///< with a VALUES block for each list
  QueryOptions options;  ///< with the other parameters
};

}  // namespace dossier
