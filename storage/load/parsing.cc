// SPDX-License-Identifier: Apache-2.0
#include "storage/load/parsing.h"

#include <algorithm>

#include "parser/rdf/lines.h"
#include "storage/load/input.h"

namespace dossier::storage {
namespace {

constexpr std::size_t kQuadsPerPiece = 4096;
/// As long as an input has no more pieces, one thread does it: then small loads give their ids in
/// the order of the document.
constexpr std::uint64_t kPiecesForOne = 4;

}  // namespace

void Parsing::stop() {
  queue_.abandon();
  for (std::thread& thread : crew_) thread.join();
  crew_.clear();
}

void Parsing::run(std::span<const LoadInput> inputs) {
  try {
    read_all(inputs);
  } catch (const Error& error) {
    // A fault in lines read before comes first.
    queue_.close();
    if (error.code() != ErrorCode::cancelled) {
      for (std::thread& thread : crew_) thread.join();
      crew_.clear();
      failure_.rethrow();
      setup_.outcomes.finish();
    }
    throw;
  }
  queue_.close();
  for (std::thread& thread : crew_) thread.join();
  crew_.clear();
  failure_.rethrow();
  setup_.outcomes.finish();
}

void Parsing::read_all(std::span<const LoadInput> inputs) {
  for (const LoadInput& input : inputs) {
    if (setup_.outcomes.failed()) return;
    read(input);
    ++origin_.file;
  }
}

void Parsing::read(const LoadInput& input) {
  const auto file = Input::open(input.path);
  const auto push_piece = [&](Piece piece) {
    setup_.progress.read_bytes(bytes_before_ + file->bytes_read());
    push(std::move(piece));
  };
  Piece piece{.origin = {}, .input = &input, .text = {}, .quads = {}};
  if (has_lines(input)) {
    LinePieces pieces(file->stream(), setup_.piece_bytes);
    while (!setup_.outcomes.failed() && pieces.next(piece.text)) {
      push_piece({.origin = {}, .input = &input, .text = std::move(piece.text), .quads = {}});
    }
  } else {
    RdfOptions options;
    options.format = input.format;
    options.base = input.base;
    try {
      parse_rdf(file->stream(), options, [&](Quad&& quad) {
        piece.quads.push_back(std::move(quad));
        if (piece.quads.size() < kQuadsPerPiece) return;
        push_piece(std::move(piece));
        piece = {.origin = {}, .input = &input, .text = {}, .quads = {}};
      });
    } catch (Error& error) {
      if (error.file().empty() && error.position()) error.set_file(input.path);
      throw;
    }
    push_piece(std::move(piece));
  }
  bytes_before_ += file->bytes_read();
}

void Parsing::push(Piece piece) {
  setup_.progress.look();
  if (crew_.size() < setup_.threads && (crew_.empty() || origin_.piece >= kPiecesForOne)) {
    Chunk& chunk = chunks_.emplace_back();
    crew_.emplace_back([this, &chunk] { work(chunk); });
  }
  piece.origin = origin_;
  ++origin_.piece;
  if (!queue_.push(std::move(piece), [this] { setup_.progress.look(); })) failure_.rethrow();
}

void Parsing::work(Chunk& chunk) {
  try {
    while (const std::optional<Piece> piece = queue_.pop()) {
      setup_.outcomes.tell(add(*piece, chunk));
      if (chunk.memory_bytes() < setup_.chunk_bytes && !chunk.full()) continue;
      setup_.take(std::move(chunk));
      chunk = Chunk{};
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
  if (piece.input->graph) graph = viewer.view(*piece.input->graph);
  const TermView* const in_graph = piece.input->graph ? &graph : nullptr;
  const std::size_t before = chunk.quads().size();
  for (const Quad& quad : piece.quads) chunk.add(viewer.view(quad), piece.origin, in_graph);
  RdfOptions options;
  options.format = piece.input->format;
  BadLineSink bad;
  if (setup_.outcomes.keeps_bad_lines()) {
    bad = [&](const Error& fault, std::string_view line) {
      outcome.bad_lines.push_back({fault, std::string(line)});
    };
  }
  try {
    parse_lines(
        piece.text, options, [&](const QuadView& quad) { chunk.add(quad, piece.origin, in_graph); },
        bad);
  } catch (const Error& fault) {
    outcome.fault = fault;
  }
  outcome.lines =
      static_cast<std::uint64_t>(std::count(piece.text.begin(), piece.text.end(), '\n'));
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
