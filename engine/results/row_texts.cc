// SPDX-License-Identifier: Apache-2.0
#include "engine/results/row_texts.h"

#include <utility>

#include "engine/runtime/memory_budget.h"
#include "engine/runtime/term_bytes.h"

namespace dossier::results {

RowTexts::RowTexts(ResultRows& rows, std::size_t width) : rows_(rows), columns_(width) {
  const LateValues* const late = rows.leave_values();
  for (std::size_t i = 0; i < width; ++i) {
    columns_[i] = late != nullptr ? late->columns[i] : LateValues::Column{i, false};
    if (columns_[i].is_value) continue;
    looked_up_.push_back(columns_[i].index);
    columns_[i].index = looked_up_.size() - 1;
  }
  terms_.emplace(looked_up_.size(), rows.state().terms());
  if (late != nullptr) values_.emplace(rows.execution(), *late);
}

void RowTexts::use(Workers& workers, const std::function<void()>& watch) {
  terms_->use(workers, watch);
  if (values_) values_->use(workers, watch);
}

bool RowTexts::write(std::size_t first, std::size_t count, const AppendTerm& append,
                     TextRoom& room) {
  std::vector<std::span<const TermId>> rows;
  for (std::size_t i = 0; i < rows_.width(); ++i)
    rows.push_back(rows_.column(i).subspan(first, count));
  std::vector<std::span<const TermId>> looked_up;
  for (const std::size_t column : looked_up_) looked_up.push_back(rows[column]);
  if (terms_->write(looked_up, append, room) && (!values_ || values_->write(rows, append, room)))
    return true;
  forget();
  return false;
}

std::optional<Term> RowTexts::term(TermId id) {
  constexpr std::size_t kEnough = std::size_t{16} << 20;
  if (!id) return std::nullopt;
  Term term;
  rows_.state().terms().some_terms({&id, 1}, {&term, 1}, kEnough);
  return term;
}

std::vector<std::optional<Term>> RowTexts::terms(std::size_t row, MemoryCharge& memory) {
  std::vector<std::optional<Term>> result(columns_.size());
  std::vector<std::optional<Term>> values;
  std::vector<std::span<const TermId>> ids;
  for (std::size_t i = 0; i < rows_.width(); ++i) ids.push_back(rows_.column(i).subspan(row, 1));
  if (values_) values = values_->compute(ids, memory);
  std::size_t bytes = memory.bytes();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const LateValues::Column& source = columns_[i];
    result[i] = source.is_value ? std::move(values[source.index])
                                : term(rows_.column(looked_up_[source.index])[row]);
    if (!result[i] || source.is_value) continue;
    bytes += heap_bytes(*result[i]);
    memory.set(bytes);
  }
  return result;
}

void RowTexts::forget() noexcept {
  terms_->forget();
  if (values_) values_->forget();
}

}  // namespace dossier::results
