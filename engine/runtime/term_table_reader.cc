// SPDX-License-Identifier: Apache-2.0
// TermTable::reader(): the source's terms, then the local ones, whose ids are the highest.
#include <algorithm>

#include "engine/runtime/term_table.h"

namespace dossier {

class TermTable::Reader : public storage::TermReader {
 public:
  explicit Reader(const TermTable& table) : table_(table), stored_(table.source().term_reader()) {}

  bool read(std::span<const TermId> ids, const Visit& visit) override {
    const auto first_local =
        std::find_if(ids.begin(), ids.end(), [](TermId id) { return id.is_local(); });
    const auto count = static_cast<std::size_t>(first_local - ids.begin());
    if (!stored_->read(ids.first(count), visit)) return false;
    for (std::size_t i = count; i < ids.size(); ++i) {
      if (!read_local(ids[i], i, visit)) return false;
    }
    return true;
  }

 private:
  bool read_local(TermId id, std::size_t number, const Visit& visit) {
    if (!id.is_triple()) return visit(number, view_of(table_.locals_[id.payload()].term));
    const Term term = table_.local_term(id);
    viewer_.clear();
    return visit(number, viewer_.view(term));
  }

  const TermTable& table_;
  std::unique_ptr<storage::TermReader> stored_;
  Viewer viewer_;
};

std::unique_ptr<storage::TermReader> TermTable::reader() const {
  return std::make_unique<Reader>(*this);
}

}  // namespace dossier
