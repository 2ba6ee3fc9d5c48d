// SPDX-License-Identifier: Apache-2.0
// The quick form of a function and its scalar form are two ways to one answer: they are held
// against each other over all pairs of a pool of terms with edge values of every kind.
#include <catch2/catch.hpp>
#include <random>

#include "engine/functions/equality_key.h"
#include "engine/functions/function.h"
#include "model/inline_codec.h"
#include "tests/unit/engine/functions_support.h"

using dossier::Batch;
using dossier::Layout;
using dossier::TermId;
using dossier::functions::Evaluation;
using dossier::functions::Function;
using dossier::functions::Operand;
namespace ast = dossier::ast;

namespace {

std::vector<TermId> make_pool(dossier::TermTable& terms) {
  std::vector<TermId> pool{TermId::none()};
  for (const char* text : {"0",
                           "1",
                           "-1",
                           "7",
                           "36028797018963967",
                           "-36028797018963968",
                           "36028797018963968",
                           "01",
                           "0.0",
                           "0.000001",
                           "-1.5",
                           "36028797018.963967",
                           "0.0000001",
                           "1.0",
                           "3",
                           "2.5",
                           "0e0",
                           "1e0",
                           "-1.5e0",
                           "0.1e0",
                           "1e300",
                           "\"-0.0E0\"^^xsd:double",
                           "\"INF\"^^xsd:double",
                           "\"-INF\"^^xsd:double",
                           "\"NaN\"^^xsd:double",
                           "\"0.1\"^^xsd:float",
                           "\"1\"^^xsd:int",
                           "true",
                           "false",
                           "\"1\"^^xsd:boolean",
                           "\"\"",
                           "\"a\"",
                           "\"b\"",
                           "\"abcdefg\"",
                           "\"abcdefgh\"",
                           "\"a\"@en",
                           "\"\"@en",
                           "\"a\"@de",
                           "\"x\"^^xsd:integer",
                           "\"a\"^^:t",
                           "\"2024-02-29\"^^xsd:date",
                           "\"2024-02-29Z\"^^xsd:date",
                           "\"-0044-01-01\"^^xsd:date",
                           "\"2024-02-29T00:00:00\"^^xsd:dateTime",
                           "\"2024-02-29T00:00:00Z\"^^xsd:dateTime",
                           "\"2024-02-29T01:00:00+01:00\"^^xsd:dateTime",
                           "\"1969-12-31T23:59:59.5\"^^xsd:dateTime",
                           "\"0001-01-01T00:00:00\"^^xsd:dateTime",
                           "\"P1D\"^^xsd:dayTimeDuration",
                           "\"2024\"^^xsd:gYear",
                           ":a",
                           ":b",
                           "_:n",
                           "<<( :a :b 1 )>>",
                           "<<( :a :b 1.0 )>>"}) {
    pool.push_back(terms.intern(dossier::test::term(text)));
  }
  std::mt19937_64 random(3);
  for (int i = 0; i < 20; ++i) {
    const auto bits = static_cast<std::int64_t>(random()) >> (8 + random() % 50);
    pool.push_back(dossier::inline_codec::encode_integer(bits));
    pool.push_back(dossier::inline_codec::encode_decimal(bits));
    pool.push_back({TermId::Kind::double_value, random() & TermId::kMaxPayload});
  }
  return pool;
}

std::string text_of(Evaluation& evaluation, TermId id) {
  return id ? Operand(evaluation, id).term().to_string() : "error";
}

/// How many of the pairs (of the single terms, for `arity` 1) the quick form answered.
std::size_t compare_forms(const Function& function, std::size_t arity, Evaluation& evaluation,
                          const std::vector<TermId>& pool) {
  std::size_t answered = 0;
  for (const TermId a : pool) {
    for (const TermId b : pool) {
      const TermId ids[] = {a, b};
      TermId quick;
      if (!function.quick(std::span(ids).first(arity), quick)) continue;
      ++answered;
      const Operand operands[] = {Operand(evaluation, a), Operand(evaluation, b)};
      const TermId scalar = function.scalar(evaluation, std::span(operands).first(arity));
      const std::string x = text_of(evaluation, quick);
      const std::string y = text_of(evaluation, scalar);
      if (x == y) continue;
      FAIL_CHECK(function.name << " of " << text_of(evaluation, a) << " and "
                               << text_of(evaluation, b) << ": quick " << x << ", scalar " << y);
    }
  }
  return answered;
}

}  // namespace

TEST_CASE("functions: quick and scalar forms of operators agree") {
  dossier::test::Workbench bench;
  const Batch batch;
  Evaluation evaluation(bench.context, batch);
  const auto pool = make_pool(bench.terms);
  for (const ast::Operator op :
       {ast::Operator::equal, ast::Operator::not_equal, ast::Operator::less, ast::Operator::greater,
        ast::Operator::less_equal, ast::Operator::greater_equal, ast::Operator::add,
        ast::Operator::subtract, ast::Operator::multiply, ast::Operator::divide}) {
    const Function* function = dossier::functions::find_function(op);
    REQUIRE(function != nullptr);
    CHECK(compare_forms(*function, 2, evaluation, pool) > pool.size());
  }
}

TEST_CASE("functions: quick and scalar forms of built-ins agree") {
  dossier::test::Workbench bench;
  const Batch batch;
  Evaluation evaluation(bench.context, batch);
  const auto pool = make_pool(bench.terms);
  std::size_t with_quick_form = 0;
  for (int builtin = 0; builtin <= static_cast<int>(ast::Builtin::object); ++builtin) {
    const Function* function =
        dossier::functions::find_function(static_cast<ast::Builtin>(builtin));
    if (function == nullptr || function->quick == nullptr) continue;
    ++with_quick_form;
    const bool binary = static_cast<ast::Builtin>(builtin) == ast::Builtin::sameterm;
    CHECK(compare_forms(*function, binary ? 2 : 1, evaluation, pool) > 0);
  }
  CHECK(with_quick_form > 10);
  const Function* negation = dossier::functions::find_function(ast::Operator::logical_not);
  CHECK(compare_forms(*negation, 1, evaluation, pool) > 0);
}

TEST_CASE("functions: what is equal has one equality key or none, errors have keys of their side") {
  dossier::test::Workbench bench;
  const Batch batch;
  Evaluation evaluation(bench.context, batch);
  const auto pool = make_pool(bench.terms);
  const Function* equal = dossier::functions::find_function(ast::Operator::equal);
  const dossier::functions::IriFunction* known =
      dossier::functions::find_iri_function(dossier::functions::kEqualityKey);
  REQUIRE(known != nullptr);
  const auto call = [&](const Function& function, TermId a, TermId b) {
    const TermId ids[] = {a, b};
    const Operand operands[] = {Operand(evaluation, a), Operand(evaluation, b)};
    const TermId scalar = function.scalar(evaluation, std::span(operands));
    TermId quick;
    if (function.quick(std::span(ids), quick)) CHECK(quick == scalar);
    return scalar;
  };
  const TermId left = dossier::inline_codec::encode_integer(0);
  const TermId right = dossier::inline_codec::encode_integer(1);
  const TermId yes = Evaluation::put(true);
  std::size_t equal_pairs = 0;
  std::size_t with_one_key = 0;
  for (const TermId a : pool) {
    for (const TermId b : pool) {
      const TermId x = call(known->function, a, left);
      const TermId y = call(known->function, b, right);
      if (x && y && x == y) ++with_one_key;
      if (call(*equal, a, b) != yes) continue;
      ++equal_pairs;
      if (x && y && x != y)
        FAIL_CHECK(text_of(evaluation, a) << " = " << text_of(evaluation, b) << ", two keys");
    }
  }
  CHECK(equal_pairs > pool.size());
  CHECK(with_one_key < 2 * equal_pairs);  // else rows would be compared with all others
  CHECK(call(known->function, {}, left) != call(known->function, {}, right));
}
