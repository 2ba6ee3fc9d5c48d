// Ids for the triple terms of a load.
#include <optional>

#include "storage/load/sorter.h"
#include "storage/load/spill.h"
#include "storage/load/term_merge.h"
#include "storage/term_codec.h"

namespace dossier::storage {
namespace {

using Parts = std::array<std::uint64_t, 3>;

std::uint64_t place(std::size_t chunk, std::size_t number) { return (chunk << 32) | number; }

std::vector<ChunkTriple> read_triples(const LoadContext& context, std::size_t chunk) {
  std::vector<ChunkTriple> triples;
  SpillReader file(context.chunk_path(chunk) + ".triples");
  ChunkTriple triple;
  while (file.read_value(triple)) triples.push_back(triple);
  return triples;
}

// Rows (ids of the parts, place) of the level's triple terms, over all chunks.
void collect(const LoadContext& context, std::uint64_t level, Sorter<4>& sorter) {
  for (std::size_t chunk = 0; chunk < context.chunks; ++chunk) {
    const auto triples = read_triples(context, chunk);
    if (triples.empty()) continue;
    const ChunkIds ids(context, chunk);
    for (std::size_t i = 0; i < triples.size(); ++i) {
      if (triples[i].level != level) continue;
      const auto& parts = triples[i].parts;
      sorter.add({ids(parts[0]), ids(parts[1]), ids(parts[2]), place(chunk, i)});
      context.progress.tick();
    }
  }
}

TermId id_of(LoadContext& context, const Parts& parts, int group) {
  const std::array<TermId, 3> ids{TermId{parts[0]}, TermId{parts[1]}, TermId{parts[2]}};
  const Moment moment = context.state.moment();
  if (context.state.counters.next_of(TermId::Kind::triple) > 1) {
    const TermId known = context.state.caches->dictionary.find_triple(moment, ids);
    if (known) return known;
  }
  const TermId id{TermId::Kind::triple, context.counters.next_of(TermId::Kind::triple)++};
  context.files.put(Family::term, group, encode_id(id), encode_triple(ids));
  context.files.put(Family::term_id, group, triple_key(ids), encode_id(id));
  return id;
}

// Enters the ids of one level, sorted by place, into the chunks' files.
void write_ids(const LoadContext& context, Sorter<2>& by_place) {
  auto next = by_place.next();
  for (std::size_t chunk = 0; chunk < context.chunks && next; ++chunk) {
    if ((*next)[0] >> 32 != chunk) continue;
    std::vector<std::uint64_t> ids = ChunkIds(context, chunk).triples;
    ids.resize(read_triples(context, chunk).size());
    for (; next && (*next)[0] >> 32 == chunk; next = by_place.next()) {
      ids[(*next)[0] & 0xFFFFFFFFU] = (*next)[1];
    }
    SpillWriter file(context.chunk_path(chunk) + ".triple_ids");
    file.write(ids.data(), ids.size() * sizeof(std::uint64_t));
    file.finish();
  }
}

}  // namespace

void merge_triples(LoadContext& context, std::uint64_t levels) {
  if (levels == 0) return;
  context.progress.enter("triple terms");
  for (std::uint64_t level = 1; level <= levels; ++level) {
    const std::string path = context.directory + "/triples" + std::to_string(level);
    // Groups of their own: keys of one level ascend, those of the next start anew.
    const int group = 256 + static_cast<int>(level);
    Sorter<4> by_parts(path + ".parts", context.memory_bytes / 4);
    Sorter<2> by_place(path + ".places", context.memory_bytes / 4);
    collect(context, level, by_parts);
    std::optional<Parts> last;
    TermId id;
    while (const auto row = by_parts.next()) {
      const Parts parts{(*row)[0], (*row)[1], (*row)[2]};
      if (parts != last) id = id_of(context, parts, group);
      last = parts;
      by_place.add({(*row)[3], id.bits()});
      context.progress.tick();
    }
    write_ids(context, by_place);
  }
}

}  // namespace dossier::storage
