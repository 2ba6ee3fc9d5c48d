// SPDX-License-Identifier: Apache-2.0
// What is kept of standing queries: their side rows. Layout in README.md. Private to engine/.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/news.h"
#include "storage/side_row.h"

namespace dossier::standing {

/// One standing query.
struct Record {
  std::string name;
  std::string text;
  QueryOptions options;  ///< parameters, prefixes, base and default graph only
  std::string since;     ///< empty until it is compared for the first time
  std::uint64_t next = 1;
  std::uint64_t said = 0;  ///< the last number that was told
  bool behind = true;
  std::string fault;
  std::uint64_t compared_at = 0;  ///< microseconds since 1970
  std::uint64_t took = 0;         ///< microseconds of the last comparison

  bool is_new() const { return since.empty(); }
};

/// The first 16 bytes of a SHA-256 of the values.
using RowHash = std::array<char, 16>;
using Values = std::vector<std::optional<Term>>;

RowHash hash_of(std::span<const std::optional<Term>> values);

std::string record_key(std::string_view name);
std::string encode(const Record& record);

/// The key of a row among the answers of the last comparison; without a hash what such keys begin
/// with.
std::string answer_key(std::string_view name, const RowHash* hash = nullptr);
std::string news_key(std::string_view name, const std::uint64_t* number = nullptr);
std::string encode_news(std::string_view time, const std::vector<std::string>& variables,
                        std::span<const std::optional<Term>> values);

/// Reads side rows with one prefix: Store::each_side_row or WriteTransaction::each_side_row.
using ReadRows = std::function<void(std::string_view prefix, const storage::SideRowVisit& visit)>;

/// By name ascending. These throw Error(storage) for damaged rows.
std::vector<Record> read_records(const ReadRows& rows);
/// In ascending order.
std::vector<RowHash> read_answers(const ReadRows& rows, std::string_view name);
/// By number ascending; is_current is left false.
std::vector<NewsRow> read_news(const ReadRows& rows, std::string_view name);

}  // namespace dossier::standing
