// SPDX-License-Identifier: Apache-2.0
// How RocksDB joins what several commits wrote about one word. Private to storage/.
#pragma once

#include <rocksdb/merge_operator.h>

#include <memory>

namespace dossier::storage {

/// Postings are united; united again they stay what they are, so a text may be indexed twice.
std::shared_ptr<rocksdb::MergeOperator> postings_merge();

}  // namespace dossier::storage
