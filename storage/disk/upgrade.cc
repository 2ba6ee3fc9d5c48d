// SPDX-License-Identifier: Apache-2.0
#include "storage/disk/upgrade.h"

#include "storage/bytes.h"
#include "storage/disk/batch.h"
#include "storage/disk/meta.h"
#include "storage/text/text_info.h"

namespace dossier::storage {

void upgrade(Database& database) {
  const auto version = database.get(Family::meta, kFormatKey);
  std::string oldest;
  append_little_endian(oldest, kOldestFormat);
  if (!version || *version != oldest) return;
  const auto counters = database.get(Family::meta, kCountersKey);
  // A family that a killed upgrade made has no rows.
  if (!database.has(Family::text)) database.add(Family::text);
  TextInfo info = new_text_info();
  info.complete = counters && decode_counters(*counters).quads == 0;
  std::string newest;
  append_little_endian(newest, kFormatVersion);
  Batch batch(database);
  batch.put(Family::meta, kFormatKey, newest);
  batch.put(Family::meta, kTextKey, encode_text_info(info));
  batch.write(Durability::synced);
}

}  // namespace dossier::storage
