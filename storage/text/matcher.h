// SPDX-License-Identifier: Apache-2.0
// The nodes of a search, as they find texts bucket by bucket. Private to storage/.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "storage/text/postings.h"
#include "storage/text_index.h"

namespace dossier::storage {

struct Scored {
  std::uint32_t offset = 0;
  float score = 0;
};

class Matcher {
 public:
  virtual ~Matcher() = default;
  /// Where its texts are, ascending.
  virtual std::vector<std::uint64_t> buckets() const = 0;
  /// How many texts match, at most and about.
  virtual std::uint64_t size() const = 0;
  /// The texts of a bucket, by ascending offset.
  virtual std::vector<Scored> match(std::uint64_t bucket) const = 0;
  /// Adds the positions of the words of a text that match; nothing for a text that does not.
  virtual void mark(std::uint64_t bucket, std::uint32_t offset,
                    std::vector<std::uint32_t>& positions) const = 0;
};
using MatcherPtr = std::unique_ptr<const Matcher>;

/// One word of a search: all the words of the index that it means.
class Alternatives {
 public:
  explicit Alternatives(const TextIndex& index) : index_(&index) {}

  /// Adds the rows whose keys start with `rows`.
  void add(const std::string& rows);
  void finish();

  std::uint64_t size() const noexcept { return count_; }
  std::vector<std::uint64_t> buckets() const;
  Postings postings(std::uint64_t bucket) const;

 private:
  struct Row {
    std::uint64_t bucket;
    std::string key;
  };
  const TextIndex* index_;
  std::vector<Row> rows_;  ///< by bucket
  std::uint64_t count_ = 0;
};

/// Texts with all words, one after the other.
MatcherPtr match_words(const TextIndex& index, std::vector<Alternatives> words);
/// Texts that all of `wanted` find and none of `unwanted`.
MatcherPtr match_all(std::vector<MatcherPtr> wanted, std::vector<MatcherPtr> unwanted);
MatcherPtr match_any(std::vector<MatcherPtr> choices);

}  // namespace dossier::storage
