// SPDX-License-Identifier: Apache-2.0
#include "storage/disk/saved_rows.h"

#include "dossier/error.h"
#include "storage/bytes.h"
#include "storage/disk/batch.h"

namespace dossier::storage {
namespace {

/// Begins the keys of side rows: names of queries have no "/".
constexpr char kSideMark = '/';

}  // namespace

std::string encode_saved_query(const SavedQuery& query) {
  std::string out;
  append_little_endian(out, static_cast<std::uint32_t>(query.text.size()));
  return out + query.text + query.description;
}

SavedQuery decode_saved_query(std::string_view key, std::string_view value) {
  ByteReader reader(value);
  const std::size_t size = reader.read<std::uint32_t>();
  const std::string_view text = reader.take(size);
  if (!reader.ok()) throw Error(ErrorCode::storage, "a saved query is damaged");
  return {std::string(key), std::string(text),
          std::string(value.substr(sizeof(std::uint32_t) + size))};
}

void put_saved_query(Database& database, const SavedQuery& query) {
  database.put(Family::saved_query, query.name, encode_saved_query(query));
}

bool remove_saved_query(Database& database, const std::string& name) {
  if (!database.get(Family::saved_query, name)) return false;
  Batch batch(database);
  batch.erase(Family::saved_query, name);
  batch.write(Durability::synced);
  return true;
}

std::vector<SavedQuery> read_saved_queries(const Database& database) {
  std::vector<SavedQuery> queries;
  database.each(Family::saved_query, {}, nullptr,
                [&](std::string_view key, std::string_view value) {
                  if (!key.starts_with(kSideMark))
                    queries.push_back(decode_saved_query(key, value));
                  return true;
                });
  return queries;
}

std::string side_row_key(std::string_view key) { return kSideMark + std::string(key); }

void read_side_rows(const Database& database, std::string_view prefix, const SideRowVisit& visit) {
  database.each(
      Family::saved_query, side_row_key(prefix), nullptr,
      [&](std::string_view key, std::string_view value) { return visit(key.substr(1), value); });
}

}  // namespace dossier::storage
