// SPDX-License-Identifier: Apache-2.0
#include "storage/terms/triple_rows.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/terms/term_codec.h"

namespace dossier::storage {
namespace {

/// Up to so many rows are stepped over before a cursor seeks.
constexpr std::uint64_t kMostSteps = 16;

using Parts = std::array<TermId, 3>;

std::vector<std::size_t> by_id(std::span<const TermId> ids) {
  std::vector<std::size_t> order(ids.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (!std::is_sorted(ids.begin(), ids.end()))
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return ids[a] < ids[b]; });
  return order;
}

/// Steps from row to row: ids that lie near each other need no search.
class TripleCursor {
 public:
  explicit TripleCursor(const Moment& moment)
      : database_(*moment.database), it_(database_.cursor(Family::term, moment.snapshot)) {}

  Parts read(TermId id) {
    const std::string key = encode_id(id);
    if (!at_ || id.bits() - at_.bits() > kMostSteps) {
      it_->Seek(slice(key));
    } else {
      while (it_->Valid() && view(it_->key()) < key) it_->Next();
    }
    at_ = id;
    database_.require_sound(*it_, Family::term);
    if (!it_->Valid() || view(it_->key()) != key) throw_unknown_id(id);
    return decode_triple(view(it_->value()));
  }

 private:
  const Database& database_;
  std::unique_ptr<rocksdb::Iterator> it_;
  TermId at_;
};

// Ids far apart: RocksDB looks up many keys at a time faster than a cursor seeks.
void look_up(const Moment& moment, std::span<const TermId> ids,
             const std::vector<std::size_t>& order, std::span<Parts> parts) {
  std::vector<std::string> keys;
  keys.reserve(ids.size());
  for (const std::size_t i : order) keys.push_back(encode_id(ids[i]));
  moment.database->each_value(Family::term, keys, moment.snapshot,
                              [&](std::size_t j, std::optional<std::string_view> value) {
                                if (!value) throw_unknown_id(ids[order[j]]);
                                parts[order[j]] = decode_triple(*value);
                                return true;
                              });
}

}  // namespace

void read_triples(const Moment& moment, std::span<const TermId> ids, std::span<Parts> parts) {
  if (ids.empty()) return;
  for (const TermId id : ids) {
    if (!id.is_triple() || !moment.counters->knows(id)) throw_unknown_id(id);
  }
  const std::vector<std::size_t> order = by_id(ids);
  const std::uint64_t extent = ids[order.back()].bits() - ids[order.front()].bits();
  if (extent / kMostSteps > ids.size()) return look_up(moment, ids, order, parts);
  TripleCursor cursor(moment);
  const std::size_t* last = nullptr;
  for (const std::size_t& i : order) {
    parts[i] = last != nullptr && ids[*last] == ids[i] ? parts[*last] : cursor.read(ids[i]);
    last = &i;
  }
}

void each_triple(const Moment& moment, TermId subject, TermId predicate,
                 const QuadSource::TripleVisit& visit) {
  constexpr std::size_t kIdBytes = 8;
  const std::string key = triple_key({subject, predicate, TermId::none()});
  const std::string_view prefix =
      std::string_view(key).substr(0, key.size() - (predicate ? 1 : 2) * kIdBytes);
  moment.database->each(Family::term_id, prefix, moment.snapshot,
                        [&](std::string_view found, std::string_view value) {
                          const TermId id = decode_id(value);
                          if (!moment.counters->knows(id)) return true;
                          return visit(id, decode_triple(found.substr(1)));
                        });
}

}  // namespace dossier::storage
