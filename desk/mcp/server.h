// SPDX-License-Identifier: Apache-2.0
// The Model Context Protocol (https://modelcontextprotocol.io, 2025-06-18) over lines of JSON-RPC
// 2.0: the desk as tools of a program that reasons with them. Private to the project.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "dossier/dossier.h"

namespace dossier::mcp {

struct Options {
  /// Opens the knowledge base to write; empty: nothing may be changed.
  std::function<KnowledgeBase()> writer = {};
  /// Folders below which `ingest` may read files; none: texts only.
  std::vector<std::string> folders = {};
  std::chrono::milliseconds timeout = std::chrono::seconds(30);  ///< of one call
  std::size_t memory_bytes = std::size_t{512} << 20;             ///< of one query
  std::uint64_t rows = 1000;                                     ///< of one answer, at most
  /// Ends the server when raised.
  CancellationToken cancellation = {};
};

/// Longer messages are refused.
inline constexpr std::size_t kLongestMessage = std::size_t{16} << 20;

/// The next line, without its end; none at the end of the input. It is called by a thread of the
/// server's own and must return when the token of the options is raised. A line longer than
/// kLongestMessage comes cut to that length and one byte more.
using NextLine = std::function<std::optional<std::string>()>;

/// Answers until the input ends, one request after the other; a notification that cancels one is
/// heeded meanwhile. Requests that came before the end are answered. `kb` is open read-only and is
/// refreshed before each call. What `out` throws ends the server and is thrown again.
void serve(KnowledgeBase& kb, const Options& options, const NextLine& next, std::ostream& out);

}  // namespace dossier::mcp
