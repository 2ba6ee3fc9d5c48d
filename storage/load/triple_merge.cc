// SPDX-License-Identifier: Apache-2.0
// Ids for the triple terms of a load.
#include <algorithm>
#include <span>
#include <vector>

#include "storage/load/sorter.h"
#include "storage/load/term_merge.h"
#include "storage/terms/term_codec.h"

namespace dossier::storage {
namespace {

using Parts = std::array<TermId, 3>;

constexpr std::size_t kBatch = 4096;

/// The ids of one chunk's terms.
class ChunkIds {
 public:
  ChunkIds(const Numbering& numbering, const SealedChunk& chunk)
      : numbering_(numbering),
        chunk_(chunk),
        terms_(chunk.term_numbers.view(terms_buffer_)),
        inlined_(chunk.inlined().view(inlined_buffer_)) {}

  std::uint64_t operator()(Ref ref) const {
    switch (ref.sort()) {
      case Ref::Sort::term:
        return numbering_.id_of_number(terms_[ref.number()]);
      case Ref::Sort::triple:
        return numbering_.id_of_number(chunk_.triple_numbers[ref.number()]);
      case Ref::Sort::inlined:
        return inlined_[ref.number()];
      default:
        return TermId::default_graph().bits();
    }
  }

 private:
  const Numbering& numbering_;
  const SealedChunk& chunk_;
  std::vector<std::uint32_t> terms_buffer_;
  std::vector<std::uint64_t> inlined_buffer_;
  std::span<const std::uint32_t> terms_;
  std::span<const std::uint64_t> inlined_;
};

/// The triple terms of one level, in the order of their parts' ids.
class LevelMerge {
 public:
  LevelMerge(LoadContext& context, SstWriter& rows, std::uint32_t level)
      : context_(context),
        rows_(rows),
        keys_(context.files, Family::term_id),
        level_(level),
        sorter_(context.directory + "/triples" + std::to_string(level), context.memory_bytes / 4),
        any_known_(context.state.counters.next_of(TermId::Kind::triple) > 1) {}

  void run() {
    for (std::size_t i = 0; i < context_.chunks.size(); ++i) collect(i);
    while (const auto row = sorter_.next()) {
      const Parts parts{TermId{(*row)[0]}, TermId{(*row)[1]}, TermId{(*row)[2]}};
      if (batch_.empty() || batch_.back().parts != parts) {
        if (batch_.size() == kBatch) resolve();
        batch_.push_back({parts, {}});
      }
      batch_.back().places.push_back((*row)[3]);
    }
    resolve();
    keys_.close();
  }

 private:
  struct Found {
    Parts parts;
    std::vector<std::uint64_t> places;  ///< chunk and number in it
  };

  void collect(std::size_t chunk) {
    const auto& triples = context_.chunks[chunk].triples();
    if (triples.empty()) return;
    context_.chunks[chunk].triple_numbers.resize(triples.size());
    const ChunkIds ids(context_.numbering, context_.chunks[chunk]);
    for (std::size_t i = 0; i < triples.size(); ++i) {
      if (triples[i].level != level_) continue;
      const auto& parts = triples[i].parts;
      sorter_.add({ids(parts[0]), ids(parts[1]), ids(parts[2]), (chunk << 32) | i});
    }
    context_.progress.look();
  }

  void resolve() {
    std::vector<TermId> ids(batch_.size());
    if (any_known_) look_up(ids);
    for (std::size_t i = 0; i < batch_.size(); ++i) {
      const TermId id = ids[i] ? ids[i] : make(batch_[i].parts);
      const std::uint32_t number = context_.numbering.add(id.bits());
      for (const std::uint64_t place : batch_[i].places) {
        context_.chunks[place >> 32].triple_numbers[place & 0xFFFFFFFFU] = number;
      }
    }
    batch_.clear();
    context_.progress.look();
  }

  void look_up(std::vector<TermId>& ids) {
    std::vector<std::string> keys;
    for (const Found& found : batch_) keys.push_back(triple_key(found.parts));
    const Moment moment = context_.state.moment();
    const auto rows = moment.database->get_all(Family::term_id, keys, moment.snapshot);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i]) ids[i] = decode_id(*rows[i]);
    }
  }

  TermId make(const Parts& parts) {
    const TermId id{TermId::Kind::triple, context_.counters.next_of(TermId::Kind::triple)++};
    rows_.put(encode_id(id), encode_triple(parts));
    keys_.put(triple_key(parts), encode_id(id));
    return id;
  }

  LoadContext& context_;
  SstWriter& rows_;
  SstWriter keys_;  ///< keys of one level ascend, those of the next start anew
  std::uint32_t level_;
  Sorter<4> sorter_;
  bool any_known_;
  std::vector<Found> batch_;
};

}  // namespace

void merge_triples(LoadContext& context) {
  std::uint32_t levels = 0;
  for (const SealedChunk& chunk : context.chunks) levels = std::max(levels, chunk.levels());
  SstWriter rows(context.files, Family::term);
  for (std::uint32_t level = 1; level <= levels; ++level) LevelMerge(context, rows, level).run();
  rows.close();
}

}  // namespace dossier::storage
