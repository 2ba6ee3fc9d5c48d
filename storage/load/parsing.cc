// SPDX-License-Identifier: Apache-2.0
#include "storage/load/parsing.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "model/well_formed.h"
#include "parser/rdf/lines.h"

namespace dossier::storage {
namespace {

constexpr std::size_t kQuadsPerPiece = 4096;
/// A load of at most so many pieces uses one thread, so that the ids of a small load follow the
/// order of the document.
constexpr std::uint64_t kPiecesForOne = 4;

std::size_t text_size(const TermView& term) {
  if (term.triple == nullptr) return term.value.size() + term.qualifier.size();
  return text_size(term.triple->subject) + text_size(term.triple->predicate) +
         text_size(term.triple->object);
}

/// Throws for what could not be read again from a dump. Almost all quads are short.
void require_length(const QuadView& quad) {
  constexpr std::size_t kShort = std::size_t{1} << 18;
  const std::size_t size = text_size(quad.subject) + text_size(quad.predicate) +
                           text_size(quad.object) + (quad.graph ? text_size(*quad.graph) : 0);
  if (size > kShort) require_length(to_quad(quad));
}

// Parsers deliver only well-formed quads; a generator may deliver anything.
std::optional<Error> fault_in(const Piece& piece) {
  for (std::size_t i = 0; i < piece.quads.size(); ++i) {
    if (const auto fault = fault_of(piece.quads[i])) {
      return Error(ErrorCode::usage,
                   fmt::format("quad {} of the generator: {}",
                               piece.origin.piece * kQuadsPerPiece + i + 1, *fault));
    }
  }
  return std::nullopt;
}

}  // namespace

void Parsing::stop() {
  if (crew_.empty()) return;
  queue_.abandon();
  setup_.progress.stop();  // a thread may wait for the write lock
  crew_.clear();
}

void Parsing::join() {
  queue_.close();
  for (std::future<void>& done : crew_) {
    while (done.wait_for(std::chrono::milliseconds(50)) != std::future_status::ready) {
      setup_.progress.look();
    }
  }
  crew_.clear();
  failure_.rethrow();
  setup_.outcomes.finish();
}

void Parsing::run(std::span<const LoadSource> sources) {
  try {
    read_all(sources);
  } catch (const Error& error) {
    // A fault in lines that were read earlier comes first.
    if (error.code() != ErrorCode::cancelled) join();
    throw;
  }
  join();
}

void Parsing::read_all(std::span<const LoadSource> sources) {
  for (const LoadSource& source : sources) {
    if (setup_.outcomes.failed()) return;
    read(source);
    ++origin_.file;
  }
}

void Parsing::read(const LoadSource& source) {
  if (source.generator != nullptr) {
    read_generator(source);
    return;
  }
  const std::string& name = source.input.path;
  const auto input =
      source.stream != nullptr ? Input::of_stream(name, *source.stream) : Input::open(name);
  if (has_lines(source)) {
    read_lines(source, *input);
  } else {
    read_document(source, *input);
  }
  bytes_before_ += input->bytes_read();
}

void Parsing::read_lines(const LoadSource& source, Input& input) {
  LinePieces pieces(input.stream(), setup_.piece_bytes);
  std::string text;
  while (!setup_.outcomes.failed() && pieces.next(text)) {
    setup_.progress.read_bytes(bytes_before_ + input.bytes_read());
    push({.origin = {}, .source = &source, .text = std::move(text), .quads = {}});
  }
}

void Parsing::read_document(const LoadSource& source, Input& input) {
  RdfOptions options;
  options.format = source.input.format;
  options.base = source.input.base;
  std::vector<Quad> quads;
  const auto push_quads = [&] {
    setup_.progress.read_bytes(bytes_before_ + input.bytes_read());
    push({.origin = {}, .source = &source, .text = {}, .quads = std::exchange(quads, {})});
  };
  try {
    parse_rdf(input.stream(), options, [&](Quad&& quad) {
      quads.push_back(std::move(quad));
      if (quads.size() == kQuadsPerPiece) push_quads();
    });
  } catch (Error& error) {
    if (error.file().empty() && error.position()) error.set_file(source.input.path);
    throw;
  }
  push_quads();
}

void Parsing::read_generator(const LoadSource& source) {
  for (bool more = true; more && !setup_.outcomes.failed();) {
    std::vector<Quad> quads;
    quads.reserve(kQuadsPerPiece);
    while (more && quads.size() < kQuadsPerPiece) {
      Quad& quad = quads.emplace_back();
      more = (*source.generator)(quad);
      if (!more) quads.pop_back();
    }
    push({.origin = {}, .source = &source, .text = {}, .quads = std::move(quads)});
  }
}

void Parsing::push(Piece piece) {
  setup_.progress.look();
  if (crew_.size() < setup_.threads && (crew_.empty() || origin_.piece >= kPiecesForOne)) {
    Chunk& chunk = chunks_.emplace_back();
    crew_.push_back(std::async(std::launch::async, [this, &chunk] { work(chunk); }));
  }
  piece.origin = origin_;
  ++origin_.piece;
  if (!queue_.push(std::move(piece), [this] { setup_.progress.look(); })) failure_.rethrow();
}

// All chunks are merged at a time, each with two open files, of which a process may often have no
// more than a thousand: rather than fail by their number, a load takes more memory than was given.
bool Parsing::has_grown_large(const Chunk& chunk) const {
  constexpr std::size_t kMany = 192;
  constexpr std::size_t kMoreOfSize = 32;
  const std::size_t taken = taken_;
  const std::size_t doublings = taken < kMany ? 0 : 1 + (taken - kMany) / kMoreOfSize;
  return chunk.full() ||
         (chunk.memory_bytes() >> std::min<std::size_t>(doublings, 32)) >= setup_.chunk_bytes;
}

void Parsing::work(Chunk& chunk) {
  try {
    while (const std::optional<Piece> piece = queue_.pop()) {
      setup_.outcomes.report(add(*piece, chunk));
      if (!has_grown_large(chunk)) continue;
      const std::size_t quads = chunk.quads().size();
      ++taken_;
      setup_.take(std::move(chunk));
      chunk = Chunk{};
      chunk.expect(quads);
    }
  } catch (...) {
    failure_.keep(std::current_exception());
    queue_.abandon();
  }
}

Outcome Parsing::add(const Piece& piece, Chunk& chunk) {
  Outcome outcome;
  outcome.origin = piece.origin;
  Viewer viewer;
  TermView graph;
  const LoadInput& input = piece.source->input;
  if (input.graph) graph = viewer.view(*input.graph);
  const TermView* const in_graph = input.graph ? &graph : nullptr;
  const std::size_t before = chunk.quads().size();
  if (piece.source->generator != nullptr) outcome.fault = fault_in(piece);
  if (outcome.fault) return outcome;
  RdfOptions options;
  options.format = input.format;
  BadLineSink bad;
  if (setup_.outcomes.keeps_bad_lines()) {
    bad = [&](const Error& fault, std::string_view line) {
      outcome.bad_lines.push_back({fault, std::string(line)});
    };
  }
  const auto keep = [&](const QuadView& quad) {
    require_length(quad);
    chunk.add(quad, piece.origin, in_graph);
  };
  try {
    for (const Quad& quad : piece.quads) keep(viewer.view(quad));
    parse_lines(piece.text, options, keep, bad);
  } catch (const Error& fault) {
    outcome.fault = fault;
  }
  chunk.resolve();
  outcome.lines = count_lines(piece.text);
  outcome.bytes = piece.text.size();
  setup_.progress.add_quads(chunk.quads().size() - before);
  return outcome;
}

std::vector<Chunk> Parsing::take_rest() {
  std::vector<Chunk> rest;
  for (Chunk& chunk : chunks_) {
    if (!chunk.empty()) rest.push_back(std::move(chunk));
  }
  return rest;
}

}  // namespace dossier::storage
