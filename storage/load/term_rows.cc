// SPDX-License-Identifier: Apache-2.0
#include "storage/load/term_rows.h"

#include <utility>

#include "storage/terms/term_codec.h"

namespace dossier::storage {

TermRows::TermRows(SstFiles& files, LoadProgress& progress)
    : progress_(progress),
      keys_(files, Family::term_id),
      row_stage_([this](const Shared& batch) { put_rows(*batch); }),
      key_stage_([this](const Shared& batch) { put_keys(*batch); }) {
  for (std::size_t i = 0; i < kKinds; ++i) rows_.emplace_back(files, Family::term);
}

void TermRows::put_rows(const TermBatch& batch) {
  batch.each([&](std::string_view, std::string_view row, TermId id) {
    rows_[static_cast<std::size_t>(id.kind())].put(encode_id(id), row);
  });
}

void TermRows::put_keys(const TermBatch& batch) {
  batch.each(
      [&](std::string_view key, std::string_view, TermId id) { keys_.put(key, encode_id(id)); });
}

void TermRows::write(TermBatch batch) {
  const auto shared = std::make_shared<const TermBatch>(std::move(batch));
  row_stage_.give(shared, progress_);
  key_stage_.give(shared, progress_);
}

void TermRows::finish() {
  row_stage_.finish();
  key_stage_.finish();
  for (SstWriter& writer : rows_) writer.close();
  keys_.close();
}

}  // namespace dossier::storage
