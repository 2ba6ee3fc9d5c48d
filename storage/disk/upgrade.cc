// SPDX-License-Identifier: Apache-2.0
#include "storage/disk/upgrade.h"

#include "storage/bytes.h"
#include "storage/disk/batch.h"
#include "storage/disk/meta.h"
#include "storage/text/text_info.h"

namespace dossier::storage {
namespace {

std::string bytes_of(std::uint32_t version) {
  std::string bytes;
  append_little_endian(bytes, version);
  return bytes;
}

void add_text_index(Database& database, Batch& batch) {
  const auto counters = database.get(Family::meta, kCountersKey);
  // A family that a killed upgrade made has no rows.
  if (!database.has(Family::text)) database.add(Family::text);
  TextInfo info = new_text_info();
  info.complete = counters && decode_counters(*counters).quads == 0;
  batch.put(Family::meta, kTextKey, encode_text_info(info));
}

}  // namespace

void upgrade(Database& database) {
  const auto version = database.get(Family::meta, kFormatKey);
  const bool without_texts = version == bytes_of(kOldestFormat);
  if (!without_texts && version != bytes_of(kFormatWithoutRuns)) return;
  Batch batch(database);
  if (without_texts) add_text_index(database, batch);
  batch.put(Family::meta, kFormatKey, bytes_of(kFormatVersion));
  batch.put(Family::meta, kRunsKey, "");
  batch.write(Durability::synced);
}

}  // namespace dossier::storage
