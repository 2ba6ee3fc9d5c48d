// SPDX-License-Identifier: Apache-2.0
// The narrow interface through which the text index of one state is read.
//
// Indexed are the literals that quads of some predicates have as their objects. A text is known by
// the id of its literal; storage/text/search.h finds texts by their words. A text that no quad has
// any more may still be found: whoever looks for things reads the quads anyway.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/text_index.h"

namespace dossier::storage {

/// What is known of the index as a whole.
struct TextInfo {
  /// False until every text of the store is in the index: after a load, or in a store of an older
  /// version.
  bool complete = false;
  std::uint64_t texts = 0;
  std::uint64_t words = 0;  ///< of all texts
  std::vector<std::string> predicates;

  friend bool operator==(const TextInfo&, const TextInfo&) = default;
};

/// Immutable. Thread-safe for concurrent reads.
class TextIndex {
 public:
  using Visit = std::function<bool(std::string_view key, std::string_view value)>;

  virtual ~TextIndex() = default;
  virtual const TextInfo& info() const = 0;
  /// Calls `visit` for each row whose key starts with `prefix`, in order, until it returns false.
  virtual void rows(std::string_view prefix, const Visit& visit) const = 0;
  virtual std::optional<std::string> row(std::string_view key) const = 0;
};

/// A QuadSource that has a text index: the states of a store, and its transactions.
class TextSource {
 public:
  virtual ~TextSource() = default;
  /// May outlive the source.
  virtual std::unique_ptr<const TextIndex> text_index() const = 0;
};

class QuadSource;
/// The index of the source's texts. Throws Error(unsupported) where there is none, as in a
/// MemorySource.
std::unique_ptr<const TextIndex> text_index_of(const QuadSource& source);

}  // namespace dossier::storage
