// SPDX-License-Identifier: Apache-2.0
#include "engine/update/load.h"

#include <fmt/format.h>

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "dossier/error.h"
#include "dossier/rdf.h"
#include "engine/net/http.h"
#include "engine/runtime/limits.h"
#include "engine/update/local_file.h"
#include "engine/update/write_cost.h"
#include "model/well_formed.h"
#include "storage/load/input.h"

namespace dossier::update {

namespace {

constexpr std::size_t kBetweenChecks = 1024;  ///< quads
constexpr const char* kAccept =
    "text/turtle, application/trig, application/n-quads, application/n-triples, "
    "application/rdf+xml;q=0.9, */*;q=0.1";

bool is_web(std::string_view iri) {
  return iri.starts_with("http://") || iri.starts_with("https://");
}

/// What one LOAD keeps: the document and its quads.
class LoadMemory {
 public:
  LoadMemory(std::string source, std::size_t limit, MemoryBudget& memory)
      : source_(std::move(source)), limit_(limit), memory_(memory) {}

  void add(std::size_t bytes) {
    require(bytes);
    memory_.charge(bytes);
  }
  /// `held` bytes are needed for a while.
  void require(std::size_t held) const {
    if (held <= memory_.left()) return;
    throw Error(ErrorCode::limit,
                fmt::format("LOAD: {} needs more memory than the limit of {} MiB; raise the limit, "
                            "or use 'dossier load', which takes files of any size",
                            source_, limit_ >> 20));
  }

 private:
  std::string source_;
  std::size_t limit_;
  MemoryBudget& memory_;
};

/// What is to be parsed.
struct Document {
  std::string name;  ///< for messages
  std::string base;
  RdfFormat format;
  std::unique_ptr<storage::Input> input;
};

RdfFormat format_by_name(const std::string& name) {
  if (const std::optional<RdfFormat> format = rdf_format_of(name)) return *format;
  throw Error(
      ErrorCode::input,
      fmt::format("LOAD: the ending of '{}' names no RDF format (.nt .nq .ttl .trig .rdf)", name));
}

Document open_file(const std::string& iri, const OutsideAccess& access) {
  const std::string path = path_of(iri);
  storage::RegularFile file = open_allowed(iri, path, access);
  return {path, iri, format_by_name(path), storage::Input::of_file(std::move(file))};
}

Document fetch(const std::string& iri, const OutsideAccess& access, const net::Watch& watch) {
  net::Response response = net::fetch({.url = iri, .accept = kAccept}, access, watch);
  if (response.status < 200 || response.status > 299) {
    throw Error(ErrorCode::input, fmt::format("LOAD <{}>: status {}", iri, response.status));
  }
  std::optional<RdfFormat> format = rdf_format_of_media_type(response.media_type);
  if (!format) format = format_by_name(response.url.substr(0, response.url.find_first_of("?#")));
  return {iri, response.url, *format, storage::Input::of_bytes(iri, std::move(response.body))};
}

/// What the transaction will need for a quad, until it is committed.
std::size_t bytes_of(const Quad& quad) {
  return kQuadBytes + sizeof(Quad) + kBlockBytes + new_term_bytes(quad.object) +
         heap_bytes(quad.subject) + heap_bytes(quad.predicate) +
         (quad.graph ? heap_bytes(*quad.graph) : 0);
}

/// The whole document first: a fault at its end must leave nothing. A deque, because a growing
/// vector needs three times the memory while it is copied.
std::deque<Quad> read(Document document, LoadMemory& memory, const std::function<void()>& check) {
  std::deque<Quad> quads;
  const QuadSink sink = [&](Quad&& quad) {
    require_length(quad);
    memory.add(bytes_of(quad));
    quads.push_back(std::move(quad));
    if (quads.size() % kBetweenChecks == 0) check();
  };
  RdfOptions options{.format = document.format, .base = document.base};
  options.watch = [&](std::size_t held) {
    check();
    memory.require(held);
  };
  try {
    parse_rdf(document.input->stream(), options, sink);
  } catch (Error& error) {
    if (error.position()) error.set_file(document.name);
    throw;
  }
  return quads;
}

/// Blank nodes of a file are nodes of their own, whatever their labels.
class FreshNodes {
 public:
  explicit FreshNodes(storage::WriteTransaction& writes) : writes_(writes) {}

  void rename(Term& term) {
    if (term.is_triple()) {
      Triple parts = term.as_triple();
      rename(parts.subject);
      rename(parts.predicate);
      rename(parts.object);
      term = Term::triple(std::move(parts));
    } else if (term.is_blank_node()) {
      auto [it, inserted] = nodes_.try_emplace(term.value());
      if (inserted) it->second = writes_.term(writes_.new_blank_node());
      term = it->second;
    }
  }

 private:
  storage::WriteTransaction& writes_;
  std::unordered_map<std::string, Term> nodes_;
};

}  // namespace

void load(storage::WriteTransaction& writes, const ast::Load& operation,
          const QueryOptions& options, const std::function<void()>& check, MemoryBudget& budget) {
  const std::string& source = operation.source.value();
  if (operation.into) {
    if (const auto fault = fault_of(*operation.into, "the target graph"))
      throw Error(ErrorCode::usage, *fault);
  }
  LoadMemory memory(source, memory_limit(options), budget);
  const net::Watch watch{check, [&](std::size_t bytes) { memory.add(bytes); }};
  std::deque<Quad> quads;
  try {
    Document document =
        is_web(source) ? fetch(source, options.outside, watch) : open_file(source, options.outside);
    quads = read(std::move(document), memory, check);
  } catch (const Error& error) {
    const bool is_of_source = error.code() == ErrorCode::input || error.code() == ErrorCode::syntax;
    if (!operation.silent || !is_of_source) throw;
    return;
  }
  FreshNodes nodes(writes);
  for (; !quads.empty(); quads.pop_front()) {  // the transaction takes their place
    Quad& quad = quads.front();
    nodes.rename(quad.subject);
    nodes.rename(quad.predicate);
    nodes.rename(quad.object);
    if (operation.into) quad.graph = operation.into;
    if (quad.graph) nodes.rename(*quad.graph);
    writes.insert(quad);
    if (quads.size() % kBetweenChecks == 0) check();
  }
}

}  // namespace dossier::update
