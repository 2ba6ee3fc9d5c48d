// SPDX-License-Identifier: Apache-2.0
#include "storage/load/term_rows.h"

#include <utility>

#include "storage/terms/term_codec.h"

namespace dossier::storage {

TermRows::TermRows(SstFiles& files, LoadProgress& progress, bool pages)
    : progress_(progress),
      form_(pages ? Form::undecided : Form::rows),
      keys_(files, Family::term_id),
      pages_(files, rows_),
      row_stage_([this](const Shared& batch) { put_rows(*batch); }),
      key_stage_([this](const Shared& batch) { put_keys(*batch); }) {
  for (std::size_t i = 0; i < kKinds; ++i) rows_.emplace_back(files, Family::term);
}

// Terms of long keys come after the others of their kind, and not in the order of their bytes.
bool TermRows::is_paged(std::string_view key) const {
  return form_ == Form::pages && !is_hashed(key);
}

void TermRows::put_rows(const TermBatch& batch) {
  batch.each([&](std::string_view key, std::string_view row, TermId id) {
    if (is_paged(key)) {
      pages_.add(key, row, id);
    } else {
      pages_.flush();
      rows_[static_cast<std::size_t>(id.kind())].put(encode_id(id), row);
    }
  });
}

void TermRows::put_keys(const TermBatch& batch) {
  batch.each([&](std::string_view key, std::string_view, TermId id) {
    if (!is_paged(key)) keys_.put(key, encode_id(id));
  });
}

void TermRows::give(TermBatch batch) {
  const auto shared = std::make_shared<const TermBatch>(std::move(batch));
  row_stage_.give(shared, progress_);
  key_stage_.give(shared, progress_);
}

void TermRows::decide(Form form) {
  form_ = form;
  for (TermBatch& batch : std::exchange(waiting_, {})) give(std::move(batch));
}

void TermRows::write(TermBatch batch) {
  if (form_ != Form::undecided) return give(std::move(batch));
  waiting_terms_ += batch.size();
  waiting_.push_back(std::move(batch));
  if (waiting_terms_ >= kLeastRun) decide(Form::pages);
}

void TermRows::finish() {
  if (form_ == Form::undecided) decide(Form::rows);
  row_stage_.finish();
  key_stage_.finish();
  pages_.close();
  for (SstWriter& writer : rows_) writer.close();
  keys_.close();
}

}  // namespace dossier::storage
