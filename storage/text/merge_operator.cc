// SPDX-License-Identifier: Apache-2.0
#include "storage/text/merge_operator.h"

#include <vector>

#include "dossier/error.h"
#include "storage/text/postings.h"

namespace dossier::storage {
namespace {

Postings decode(const rocksdb::Slice& bytes) {
  return decode_postings({bytes.data(), bytes.size()});
}

class PostingsMerge : public rocksdb::MergeOperator {
 public:
  const char* Name() const override { return "dossier.postings"; }

  bool FullMergeV2(const MergeOperationInput& in, MergeOperationOutput* out) const override {
    std::vector<Postings> parts;
    parts.reserve(in.operand_list.size() + 1);
    try {
      if (in.existing_value != nullptr) parts.push_back(decode(*in.existing_value));
      for (const rocksdb::Slice& operand : in.operand_list) parts.push_back(decode(operand));
      out->new_value = encode_postings(unite(parts));
    } catch (const Error&) {
      return false;  // RocksDB reports the row as damaged
    }
    return true;
  }

  bool PartialMergeMulti(const rocksdb::Slice&, const std::deque<rocksdb::Slice>& operands,
                         std::string* out, rocksdb::Logger*) const override {
    std::vector<Postings> parts;
    parts.reserve(operands.size());
    try {
      for (const rocksdb::Slice& operand : operands) parts.push_back(decode(operand));
      *out = encode_postings(unite(parts));
    } catch (const Error&) {
      return false;  // they stay apart, and reading them fails
    }
    return true;
  }
};

}  // namespace

std::shared_ptr<rocksdb::MergeOperator> postings_merge() {
  return std::make_shared<PostingsMerge>();
}

}  // namespace dossier::storage
