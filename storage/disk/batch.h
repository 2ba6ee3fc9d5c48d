// SPDX-License-Identifier: Apache-2.0
// A write batch over the store's column families. Private to storage/.
#pragma once

#include <rocksdb/write_batch.h>

#include <string_view>

#include "storage/disk/database.h"

namespace dossier::storage {

/// Collects rows that become visible, and durable, together.
class Batch {
 public:
  explicit Batch(Database& database) : database_(database) {}

  void put(Family family, std::string_view key, std::string_view value) {
    check(batch_.Put(database_.handle(family), slice(key), slice(value)));
  }
  /// For families with a merge operator.
  void merge(Family family, std::string_view key, std::string_view value) {
    check(batch_.Merge(database_.handle(family), slice(key), slice(value)));
  }
  void erase(Family family, std::string_view key) {
    check(batch_.Delete(database_.handle(family), slice(key)));
  }
  std::size_t bytes() const { return batch_.GetDataSize(); }
  void write(Durability durability) { database_.write(batch_, durability); }

 private:
  void check(const rocksdb::Status& status) const {
    if (!status.ok()) throw_status(status, database_.path(), "prepare a write to");
  }

  Database& database_;
  rocksdb::WriteBatch batch_;
};

}  // namespace dossier::storage
