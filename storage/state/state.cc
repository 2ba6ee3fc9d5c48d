// SPDX-License-Identifier: Apache-2.0
#include "storage/state/state.h"

#include <fmt/core.h>

#include "dossier/error.h"
#include "storage/bytes.h"
#include "storage/delta/delta_pages.h"
#include "storage/delta/delta_sort.h"
#include "storage/disk/store_files.h"

namespace dossier::storage {
namespace {

// The version, which this program can read.
std::uint32_t read_format(Database& database, const rocksdb::Snapshot* snapshot) {
  const auto row = database.get(Family::meta, kFormatKey, snapshot);
  if (!row && database.db().GetLatestSequenceNumber() == 0) {
    throw Error(ErrorCode::storage, fmt::format("{} {}", database.path(), kUnfinished));
  }
  if (!row || row->size() != sizeof kFormatVersion) {
    throw Error(ErrorCode::storage,
                fmt::format("{} holds no knowledge base, or lost its format version. Give another "
                            "directory, or restore a backup.",
                            database.path()));
  }
  const auto version = read_little_endian<std::uint32_t>(row->data());
  if (version < kOldestFormat || version > kFormatVersion) {
    throw Error(ErrorCode::storage,
                fmt::format("{} has format version {}, this program reads versions {} to {}. Use "
                            "the program that wrote it, or a newer one.",
                            database.path(), version, kOldestFormat, kFormatVersion));
  }
  return version;
}

void load_text_info(State& state) {
  const auto row = state.database->get(Family::meta, kTextKey, state.snapshot.get());
  if (row && state.database->has(Family::text)) {
    state.text = decode_text_info(*row);
    return;
  }
  if (state.format_version != kOldestFormat) {
    throw Error(ErrorCode::storage,
                fmt::format("{} is damaged: it has lost its text index. Restore a backup.",
                            state.database->path()));
  }
  state.text = new_text_info();
  state.text.complete = state.counters.quads == 0;
}

void load_runs(State& state) {
  const auto row = state.database->get(Family::meta, kRunsKey, state.snapshot.get());
  if (row) {
    state.runs = std::make_shared<const TermRuns>(decode_runs(*row));
  } else if (state.format_version > kFormatWithoutRuns) {
    throw Error(ErrorCode::storage,
                fmt::format("{} is damaged: it has lost its list of runs of terms. Restore a "
                            "backup.",
                            state.database->path()));
  }
}

std::shared_ptr<const BlockIndex> load_index(const State& state, Permutation permutation) {
  std::vector<BlockEntry> entries;
  const std::string prefix(1, static_cast<char>(permutation));
  state.database->each(Family::block_index, prefix, state.snapshot.get(),
                       [&](std::string_view key, std::string_view value) {
                         entries.push_back(decode_entry(key, value));
                         return true;
                       });
  auto index = std::make_shared<const BlockIndex>(std::move(entries));
  const std::size_t i = index_of(permutation);
  if (index->size() != state.counters.blocks[i] || index->rows() != state.counters.block_rows[i]) {
    throw Error(ErrorCode::storage,
                fmt::format("{} is damaged: the block index of {} has {} blocks with {} quads "
                            "instead of {} with {}. Restore a backup.",
                            state.database->path(), name_of(permutation), index->size(),
                            index->rows(), state.counters.blocks[i], state.counters.block_rows[i]));
  }
  return index;
}

void load_deltas(State& state) {
  std::vector<Change> changes;
  state.database->each(Family::delta, {}, state.snapshot.get(),
                       [&](std::string_view, std::string_view value) {
                         decode_page(value, [&](const Change& c) { changes.push_back(c); });
                         return true;
                       });
  if (changes.size() != state.counters.delta_rows) {
    throw Error(
        ErrorCode::storage,
        fmt::format("{} is damaged: the delta has {} changes instead of {}. Restore a backup.",
                    state.database->path(), changes.size(), state.counters.delta_rows));
  }
  const auto runs = sort_changes(changes);
  for (std::size_t i = 0; i < runs.size(); ++i) state.deltas[i] = Delta{}.with(runs[i]);
}

}  // namespace

std::shared_ptr<const Block> State::block(Permutation permutation, const BlockEntry& entry) const {
  if (auto cached = caches->blocks.get(entry.serial)) return *cached;
  const auto fail = [&](std::string_view what) {
    throw Error(
        ErrorCode::storage,
        fmt::format("{}: block {} of {} is damaged: {}. Run 'check', or restore a backup.",
                    database->path(), describe_key(entry.first), name_of(permutation), what));
  };
  const auto bytes = database->get(family_of(permutation), encode_key(entry.first), snapshot.get());
  if (!bytes) fail("it is missing");
  std::shared_ptr<const Block> block;
  try {
    block = std::make_shared<const Block>(*bytes);
  } catch (const Error& error) {
    fail(error.what());
  }
  if (block->rows() != entry.rows || block->row(0) != entry.first) {
    fail("it is not the one the index speaks of");
  }
  caches->blocks.put(entry.serial, block, block->memory_bytes());
  return block;
}

State load_state(std::shared_ptr<Database> database, std::shared_ptr<Caches> caches) {
  State state;
  state.database = std::move(database);
  state.caches = std::move(caches);
  state.snapshot = state.database->snapshot();
  state.format_version = read_format(*state.database, state.snapshot.get());
  const auto counters = state.database->get(Family::meta, kCountersKey, state.snapshot.get());
  if (counters) state.counters = decode_counters(*counters);
  for (const Permutation permutation : kPermutations) {
    state.indexes[index_of(permutation)] = load_index(state, permutation);
  }
  load_runs(state);
  load_deltas(state);
  load_text_info(state);
  return state;
}

}  // namespace dossier::storage
