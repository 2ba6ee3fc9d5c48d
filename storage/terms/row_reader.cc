// SPDX-License-Identifier: Apache-2.0
#include "storage/terms/row_reader.h"

#include <algorithm>
#include <string>

#include "model/inline_term.h"
#include "storage/bytes.h"
#include "storage/terms/row_places.h"
#include "storage/terms/term_codec.h"

namespace dossier::storage {
namespace {

/// A step to the next row takes about a tenth of the time of a search.
constexpr std::uint64_t kMostSteps = 16;
/// Who reads many more terms than that leaves the cache to others.
constexpr std::uint64_t kMostKept = std::uint64_t{1} << 16;

class RowReader : public TermReader {
 public:
  RowReader(Dictionary& dictionary, const Moment& moment)
      : dictionary_(dictionary), moment_(moment) {}

  bool read(std::span<const TermId> ids, const Visit& visit) override {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const auto use = [&](const TermView& term) { return visit(i, term); };
      if (!read_one(ids[i], use)) return false;
    }
    return true;
  }

 private:
  template <typename Use>
  bool read_one(TermId id, Use use) {
    if (!moment_.counters->knows(id) || id == TermId::default_graph()) throw_unknown_id(id);
    if (id.is_inline()) return use(inline_view(id, text_));
    if (id.is_blank_node()) {
      text_ = blank_label(id.payload());
      return use({TermView::Kind::blank_node, Direction::none, text_, {}, nullptr});
    }
    if (id.is_triple()) return read_copy(id, use);
    const TermRun* const run = moment_.runs->of(id);
    const TermId place = run != nullptr ? run->page_of(id) : id;
    if (run != nullptr && page_.first() == place)
      return use(decode_view(id.kind(), row_in_page(id)));
    if (is_near(place)) return use(decode_view(id.kind(), row_of(id, run, step_to(place))));
    bool goes_on = true;
    const auto use_kept = [&](const Term& term) { goes_on = use(view_of(term)); };
    if (dictionary_.visit_kept(id, use_kept)) return goes_on;
    const TermView found = decode_view(id.kind(), row_of(id, run, search(place)));
    if (++searches_ <= kMostKept) dictionary_.keep(id, to_term(found));
    return use(found);
  }

  template <typename Use>
  bool read_copy(TermId id, Use use) {
    Term term;
    dictionary_.terms(moment_, std::span(&id, 1), std::span(&term, 1));
    viewer_.clear();
    return use(viewer_.view(term));
  }

  /// A page counts as one step from the page before.
  bool is_near(TermId place) const {
    if (!at_ || at_.kind() != place.kind() || place < at_) return false;
    return place.bits() - at_.bits() <= std::max<std::uint64_t>(kMostSteps, page_.size());
  }

  /// Ids of one kind have no gaps but those of rows never written.
  std::string_view step_to(TermId place) {
    page_ = {};
    while (rows_->Valid() && at_ < place) {
      rows_->Next();
      if (rows_->Valid()) at_ = decode_id(view(rows_->key()));
    }
    return value_at(place);
  }

  std::string_view search(TermId place) {
    page_ = {};
    if (rows_ == nullptr) rows_ = moment_.database->cursor(Family::term, moment_.snapshot);
    key_.clear();
    append_big_endian(key_, place.bits());
    rows_->Seek(slice(key_));
    if (rows_->Valid()) at_ = decode_id(view(rows_->key()));
    return value_at(place);
  }

  std::string_view value_at(TermId place) {
    if (rows_->Valid() && at_ == place) return view(rows_->value());
    at_ = TermId::none();
    moment_.database->require_sound(*rows_, Family::term);
    throw_unknown_id(place);
  }

  /// `value` is the row, or the page that has it.
  std::string_view row_of(TermId id, const TermRun* run, std::string_view value) {
    if (run == nullptr) return value;
    page_ = page_of(*run, id, value);
    return row_in_page(id);
  }
  std::string_view row_in_page(TermId id) { return page_.row(id.bits() - page_.first().bits()); }

  Dictionary& dictionary_;
  Moment moment_;
  std::unique_ptr<rocksdb::Iterator> rows_;
  std::uint64_t searches_ = 0;
  TermId at_;         ///< the row or page the cursor stands at; none() before the first search
  PageReader page_;   ///< of that page; empty when the cursor stands at a row
  std::string key_;   ///< of a search
  std::string text_;  ///< of the view given out
  Viewer viewer_;
};

}  // namespace

std::unique_ptr<TermReader> make_row_reader(Dictionary& dictionary, const Moment& moment) {
  return std::make_unique<RowReader>(dictionary, moment);
}

}  // namespace dossier::storage
