#include "storage/load/loader.h"

#include <optional>
#include <vector>

#include "model/error.h"
#include "storage/fold.h"
#include "storage/load/bulk.h"
#include "storage/load/chunk.h"
#include "storage/load/input.h"
#include "storage/transaction.h"

namespace dossier::storage {
namespace {

/// Up to this many quads a transaction is quicker than rewriting blocks.
constexpr std::size_t kSmallLoad = 50'000;

std::uint64_t total_bytes(std::span<const LoadInput> inputs) {
  std::uint64_t total = 0;
  for (const LoadInput& input : inputs) {
    const std::uint64_t size = input_size(input.path);
    if (size == 0) return 0;
    total += size;
  }
  return total;
}

/// Parses all inputs; hands over each chunk that is full.
class Reading {
 public:
  Reading(std::span<const LoadInput> inputs, LoadProgress& progress)
      : inputs_(inputs), progress_(progress) {}

  template <typename Full, typename TakeChunk>
  void run(const Full& full, const TakeChunk& take) {
    for (std::uint32_t i = 0; i < inputs_.size(); ++i) {
      read(inputs_[i], i, [&] {
        if (full(chunk_)) take(chunk_);
      });
    }
  }
  Chunk& rest() { return chunk_; }
  std::uint64_t quads() const noexcept { return quads_; }

 private:
  template <typename AfterQuad>
  void read(const LoadInput& input, std::uint32_t number, const AfterQuad& after) {
    const auto file = Input::open(input.path);
    RdfOptions options;
    options.format = input.format;
    options.base = input.base;
    try {
      parse_rdf(file->stream(), options, [&](Quad&& quad) {
        if (!quad.graph) quad.graph = input.graph;
        chunk_.add(quad, number);
        progress_.read(bytes_ + file->bytes_read(), ++quads_);
        after();
      });
    } catch (Error& error) {
      if (error.file().empty() && error.position()) error.set_file(input.path);
      throw;
    }
    bytes_ += file->bytes_read();
  }

  std::span<const LoadInput> inputs_;
  LoadProgress& progress_;
  Chunk chunk_;
  std::uint64_t quads_ = 0;
  std::uint64_t bytes_ = 0;
};

void insert_chunk(WriteTransaction& tx, const Chunk& chunk) {
  std::vector<TermId> terms(chunk.terms().size());
  std::vector<Term> named;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (chunk.terms()[i].is_blank_node()) {
      terms[i] = tx.new_blank_node();
    } else {
      named.push_back(chunk.terms()[i]);
      places.push_back(i);
    }
  }
  std::vector<TermId> ids(named.size());
  tx.intern(named, ids);
  for (std::size_t i = 0; i < ids.size(); ++i) terms[places[i]] = ids[i];
  std::vector<TermId> triples;
  const auto id_of = [&](Ref ref) {
    const TermId id{ref};
    if (!id.is_local()) return id;
    return id.is_triple() ? triples[id.payload()] : terms[id.payload()];
  };
  for (const auto& [level, parts] : chunk.triples()) {
    triples.push_back(tx.intern_triple({id_of(parts[0]), id_of(parts[1]), id_of(parts[2])}));
  }
  for (const auto& quad : chunk.quads()) {
    tx.insert(IdQuad{id_of(quad[0]), id_of(quad[1]), id_of(quad[2]), id_of(quad[3])});
  }
}

}  // namespace

LoadReport Loader::load(std::span<const LoadInput> inputs) {
  LoadProgress progress(callback_, total_bytes(inputs));
  progress.enter("parsing");
  Reading reading(inputs, progress);
  std::optional<WriterTurn::Ticket> ticket;
  std::optional<BulkLoad> bulk;
  const std::size_t chunk_bytes = memory_bytes_ / 4;
  const auto full = [&](const Chunk& chunk) { return chunk.memory_bytes() > chunk_bytes; };
  const auto take = [&](Chunk& chunk) {
    if (!bulk) {
      ticket.emplace(turn_);
      Folder(published_).fold_all([&] {
        progress.tick();
        return true;
      });
      bulk.emplace(published_.get(), directory_, memory_bytes_, progress);
    }
    bulk->add(chunk);
  };
  reading.run(full, take);
  LoadReport report{.read = reading.quads(), .added = 0};
  if (!bulk && reading.quads() <= kSmallLoad) {
    Transaction tx(published_, turn_);
    insert_chunk(tx, reading.rest());
    progress.enter("committing");
    tx.commit(Durability::synced);
    report.added = tx.inserted();
    return report;
  }
  take(reading.rest());
  published_.set(bulk->finish());
  report.added = bulk->added();
  return report;
}

}  // namespace dossier::storage
