// SPDX-License-Identifier: Apache-2.0
// A query: what it may use and how long. Part of <dossier/dossier.h>.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dossier/error.h"
#include "dossier/export.h"
#include "dossier/parameters.h"
#include "dossier/result.h"
#include "dossier/term.h"

namespace dossier {

/// Raise it from any thread (or a signal handler) to stop the work it was given to. Copies share
/// one flag.
class CancellationToken {
 public:
  CancellationToken() : CancellationToken(nullptr) {}
  /// Is raised, too, when `poll` returns true: for a host that learns of an interruption only by
  /// asking, such as an interpreter. `poll` is called whenever the work looks at the token, by the
  /// thread that does the work, up to some thousand times a second. It must not throw.
  explicit CancellationToken(std::function<bool()> poll)
      : state_(std::make_shared<State>(std::move(poll))) {}

  void cancel() noexcept { state_->raised.store(true, std::memory_order_relaxed); }
  void reset() noexcept { state_->raised.store(false, std::memory_order_relaxed); }
  bool cancelled() const noexcept {
    if (state_->raised.load(std::memory_order_relaxed)) return true;
    if (!state_->poll || !state_->poll()) return false;
    state_->raised.store(true, std::memory_order_relaxed);
    return true;
  }

 private:
  struct State {
    explicit State(std::function<bool()> ask) : poll(std::move(ask)) {}
    std::atomic<bool> raised{false};
    const std::function<bool()> poll;
  };
  std::shared_ptr<State> state_;
};

/// What a query without FROM sees as its default graph.
enum class DefaultGraph : std::uint8_t {
  union_of_all,  ///< the default graph and all named graphs together
  strict,        ///< the default graph alone, as plain SPARQL says
};

/// The graphs a request sees, as FROM and FROM NAMED list them: IRIs and blank nodes.
struct DatasetGraphs {
  std::vector<Term> default_graphs = {};  ///< together the default graph
  std::vector<Term> named_graphs = {};    ///< what GRAPH sees

  bool empty() const noexcept { return default_graphs.empty() && named_graphs.empty(); }
};

/// Through whom web requests go: "http://host:3128", with "user:password@" before the host where it
/// is needed; also https, socks4, socks5 and socks5h. "" is nobody: the library itself reads no
/// environment variables.
struct Proxies {
  std::string http = {};   ///< for http addresses
  std::string https = {};  ///< for https addresses
  /// The hosts that are asked without, as curl takes them: "localhost,.example.org,10.0.0.0/8"; "*"
  /// is all.
  std::string except = {};
};

/// What a request may reach outside the knowledge base. Anything else it names is Error(usage),
/// SILENT or not.
struct OutsideAccess {
  /// LOAD may read files.
  bool files = true;
  /// Only files below one of these folders, when there are any. What counts is where a file lies
  /// after its symbolic links and ".."; so does the folder, which is looked up at each LOAD. One
  /// that does not exist allows nothing.
  std::vector<std::string> folders = {};
  /// SERVICE may ask, and LOAD fetch, http and https addresses below one of these, as in
  /// "http://example.org/sparql": with the same scheme, host and port, and a path that begins with
  /// the same segments. "" allows every address. None by default.
  std::vector<std::string> web = {};
  Proxies proxies = {};
  /// A longer response is Error(limit). Responses also count towards QueryOptions::memory_bytes.
  std::size_t response_bytes = std::size_t{64} << 20;
  /// A server that sends nothing for so long gives Error(input).
  std::chrono::milliseconds idle_timeout = std::chrono::seconds(60);
  /// So does a request that takes longer than this in all, with its redirections, however steadily
  /// its answer drips. SERVICE and LOAD make one request for each address they are evaluated with,
  /// SERVICE one for each 200 rows; QueryOptions::timeout is for all of them together.
  std::chrono::milliseconds request_timeout = std::chrono::minutes(5);

  static OutsideAccess nothing() { return {.files = false}; }
  static OutsideAccess everything() { return {.web = {""}}; }
};

/// As a timeout: none, whatever the knowledge base was opened with.
constexpr std::chrono::milliseconds kNoTimeLimit = std::chrono::milliseconds::max();
/// QueryOptions::memory_bytes where neither the query nor OpenOptions say it.
constexpr std::size_t kQueryMemoryBytes = std::size_t{1} << 30;

struct QueryOptions {
  /// Variables bound before the query starts.
  Parameters parameters = {};
  /// More is Error(timeout). nullopt: OpenOptions::query_timeout of the knowledge base.
  std::optional<std::chrono::milliseconds> timeout = {};
  /// For operators that keep rows; more is Error(limit). nullopt: OpenOptions::query_memory_bytes
  /// of the knowledge base, or kQueryMemoryBytes.
  std::optional<std::size_t> memory_bytes = {};
  /// How many threads may work on the query at a time, the caller's among them; 0: one for each
  /// core. Only what reads many rows uses more than the caller's.
  std::size_t threads = 0;
  /// Results end quietly after so many rows.
  std::optional<std::uint64_t> row_limit = {};
  CancellationToken cancellation = {};
  DefaultGraph default_graph = DefaultGraph::union_of_all;
  /// For queries without FROM, and for INSERT and DELETE with WHERE but without USING and WITH
  /// (SPARQL 1.1 Protocol, 2.1.4 and 2.2.3). When it is empty, default_graph counts.
  DatasetGraphs dataset = {};
  std::string base = {};
  /// Beside the predeclared ones; a query's own PREFIX wins.
  std::map<std::string, std::string> prefixes = {};
  /// Count rows and time per operator for QueryResult::plan().
  bool profile = false;
  OutsideAccess outside = {};
};

/// A term of a query's patterns that no quad has at its place: help with an empty result.
struct UnknownConstant {
  enum class Place : std::uint8_t { subject, predicate, object, graph, triple_term };

  Term term;
  Place place = Place::subject;
  bool is_elsewhere = false;  ///< the knowledge base knows the term at another place

  friend bool operator==(const UnknownConstant&, const UnknownConstant&) = default;
};

}  // namespace dossier
