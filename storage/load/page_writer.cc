// SPDX-License-Identifier: Apache-2.0
#include "storage/load/page_writer.h"

#include <span>

#include "storage/terms/term_codec.h"

namespace dossier::storage {

void PageWriter::add(std::string_view key, std::string_view row, TermId id) {
  if (runs_.empty() || runs_.back().end != id) {
    flush();
    runs_.push_back({id, id});
    last_.clear();
  }
  if (page_.size() == keys_.size()) keys_.emplace_back();
  keys_[page_.size()] = key;
  page_.add(row);
  runs_.back().end = TermId{id.bits() + 1};
  if (page_.size() == kPageTerms) flush();
}

void PageWriter::flush() {
  if (page_.size() == 0) return;
  const auto keys = std::span<const std::string>(keys_).first(page_.size());
  const TermId first{runs_.back().end.bits() - keys.size()};
  summaries_.put(summary_key(first), encode_summary(last_, keys));
  last_ = keys.back();
  rows_[static_cast<std::size_t>(first.kind())].put(encode_id(first), page_.take());
}

void PageWriter::close() {
  flush();
  summaries_.close();
}

std::vector<std::shared_ptr<const TermRun>> PageWriter::runs() const {
  std::vector<std::shared_ptr<const TermRun>> out;
  for (const Ids& ids : runs_) out.push_back(std::make_shared<const TermRun>(ids.first, ids.end));
  return out;
}

}  // namespace dossier::storage
