// SPDX-License-Identifier: Apache-2.0
#include "storage/disk/new_database.h"

#include "storage/bytes.h"
#include "storage/disk/batch.h"
#include "storage/disk/meta.h"
#include "storage/text/text_info.h"

namespace dossier::storage {

void write_format(Database& database) {
  if (database.get(Family::meta, kFormatKey)) return;
  if (database.db().GetLatestSequenceNumber() != 0) return;  // lost, not new: load_state() says so
  if (!database.has(Family::text)) database.add(Family::text);
  std::string version;
  append_little_endian(version, kFormatVersion);
  Batch batch(database);
  batch.put(Family::meta, kFormatKey, version);
  batch.put(Family::meta, kCountersKey, encode_counters(Counters{}));
  batch.put(Family::meta, kRunsKey, "");
  batch.put(Family::meta, kTextKey, encode_text_info(new_text_info()));
  batch.write(Durability::synced);
}

void make_database(const std::string& directory) {
  constexpr std::size_t kMemory = std::size_t{8} << 20;
  write_format(*Database::open(directory, OpenMode::create, kMemory));
}

}  // namespace dossier::storage
