// SPDX-License-Identifier: Apache-2.0
// The parameters of a query. Part of <dossier/dossier.h>.
#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "dossier/term.h"

namespace dossier {

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
/// {{"who", Term::iri("http://example.org/kim")}, {"least", 42}, {"place", "Lisbon"}}.
class Parameters : public std::map<std::string, Term> {
 public:
  Parameters() = default;
  Parameters(std::initializer_list<std::pair<const std::string, Parameter>> parameters) {
    for (const auto& [name, value] : parameters) emplace(name, value.term());
  }
  Parameters(std::map<std::string, Term> parameters)
      : std::map<std::string, Term>(std::move(parameters)) {}
};

}  // namespace dossier
