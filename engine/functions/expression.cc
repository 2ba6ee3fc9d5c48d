// SPDX-License-Identifier: Apache-2.0
#include "engine/functions/expression.h"

#include <array>
#include <chrono>
#include <numeric>
#include <random>

#include "engine/functions/node.h"
#include "engine/functions/regex.h"
#include "model/inline_codec.h"

namespace dossier {
namespace {

xsd::DateTime clock_time() {
  using namespace std::chrono;
  const auto since = duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
  return {xsd::floor_divide(since, 1'000'000),
          static_cast<std::uint32_t>(xsd::floor_modulo(since, 1'000'000)) * 1000, std::int16_t{0}};
}

std::uint64_t system_seed() {
  std::random_device device;
  return (std::uint64_t{device()} << 32) | device();
}

/// 0, 1, 2, ...: the rows of a whole batch.
functions::Rows all_rows(std::size_t size) {
  static const auto rows = [] {
    std::array<std::uint32_t, Batch::kCapacity> numbers{};
    std::iota(numbers.begin(), numbers.end(), 0U);
    return numbers;
  }();
  return functions::Rows(rows).first(size);
}

}  // namespace

EvaluationContext::EvaluationContext(TermTable& terms, std::string base, xsd::DateTime now,
                                     std::uint64_t seed)
    : terms_(terms),
      base_(std::move(base)),
      now_(now),
      random_state_(seed),
      memory_(std::make_unique<functions::Memory>()) {}

EvaluationContext::EvaluationContext(TermTable& terms, std::string base)
    : EvaluationContext(terms, std::move(base), clock_time(), 0) {
  random_state_.reset();  // asking the system costs more than many a query
}

EvaluationContext::~EvaluationContext() = default;

std::uint64_t EvaluationContext::random() {
  if (!random_state_) random_state_ = system_seed();
  // splitmix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
  std::uint64_t z = *random_state_ += 0x9E3779B97F4A7C15ULL;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

CompiledExpression::CompiledExpression(FlatPtr<functions::Node> root, EvaluationContext& context,
                                       std::vector<Slot> variables)
    : root_(std::move(root)), context_(&context), variables_(std::move(variables)) {}
CompiledExpression::CompiledExpression(CompiledExpression&&) noexcept = default;
CompiledExpression& CompiledExpression::operator=(CompiledExpression&&) noexcept = default;
CompiledExpression::~CompiledExpression() = default;

void CompiledExpression::evaluate(const Batch& batch, std::span<TermId> out,
                                  Solutions solutions) const {
  functions::Evaluation evaluation(*context_, batch, solutions);
  root_->evaluate(evaluation, all_rows(batch.size()), out.data());
  evaluation.intern(out);
}

void CompiledExpression::read(const Batch& batch, const Visit& visit) const {
  functions::Evaluation evaluation(*context_, batch);
  std::vector<TermId> results(batch.size());
  root_->evaluate(evaluation, all_rows(batch.size()), results.data());
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (!results[i]) continue;
    if (!evaluation.read(results[i], [&](const TermView& value) { return visit(i, value); }))
      return;
  }
}

void CompiledExpression::select(const Batch& batch, std::vector<std::uint32_t>& rows) const {
  rows.clear();
  functions::Evaluation evaluation(*context_, batch);
  std::vector<TermId> results(batch.size());
  root_->evaluate(evaluation, all_rows(batch.size()), results.data());
  for (std::size_t i = 0; i < results.size(); ++i) {
    const bool chosen =
        results[i].kind() == TermId::Kind::boolean
            ? inline_codec::decode_boolean(results[i])
            : effective_boolean(functions::Operand(evaluation, results[i])).value_or(false);
    if (chosen) rows.push_back(static_cast<std::uint32_t>(i));
  }
}

}  // namespace dossier
