// SPDX-License-Identifier: Apache-2.0
// What the tests of loading share: documents, packed ones too, and what a store holds as text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

#include "storage/store.h"

namespace dossier::storage {

inline constexpr std::size_t kTinyBudget = std::size_t{1} << 20;  // spills: so it is a bulk load
inline const LoadOptions kTiny{.memory_bytes = kTinyBudget, .threads = 2};
/// Any chunk is larger than a thread's part: a bulk load, however the threads share the input.
inline const LoadOptions kBulk{.memory_bytes = kTinyBudget, .threads = 8};

/// N-Quads, one line a quad, of every kind of term. Blank nodes tell their label, so that they can
/// be recognised.
std::string document(std::uint64_t seed, int lines);
/// Returns the path.
std::string write_file(const std::string& path, const std::string& text);
/// Every quad as text, blank nodes by the label they were given in the file.
std::set<std::string> content(const Store& store);
LoadReport load(Store& store, const std::string& path, const LoadOptions& options = {});
void require_same_permutations(const Store& store);

std::string gzip(const std::string& text);
std::string zstd(const std::string& text);

}  // namespace dossier::storage
