// SPDX-License-Identifier: Apache-2.0
#include "extract/encoder/windows.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace dossier::extract::encoder {
namespace {

constexpr std::size_t kEnds = 2;  // first() and last()

/// At least one, so that each word has a state.
void append_pieces(const WordPieces& pieces, const Token& token,
                   std::vector<WordPieces::Piece>& out) {
  const std::size_t before = out.size();
  pieces.append(token.text, out);
  if (out.size() == before) out.push_back(pieces.unknown());
}

}  // namespace

std::optional<PieceSpan> Window::span(std::uint32_t sentence, TokenRange tokens) const {
  if (sentence < begin || sentence >= end) return std::nullopt;
  const std::vector<PieceSpan>& own = words[sentence - begin];
  if (tokens.first >= tokens.last || tokens.last > own.size()) return std::nullopt;
  return PieceSpan{own[tokens.first].first, own[tokens.last - 1].last};
}

Windows::Windows(const std::vector<Sentence>& sentences, const Encoder& encoder, WindowSizes sizes,
                 Wanted wanted)
    : sentences_(sentences), encoder_(encoder), sizes_(sizes), wanted_(std::move(wanted)) {
  counts_.reserve(sentences.size());
  std::vector<WordPieces::Piece> pieces;
  for (const Sentence& sentence : sentences) {
    pieces.clear();
    for (const Token& token : sentence.tokens) append_pieces(encoder.pieces(), token, pieces);
    counts_.push_back(static_cast<std::uint32_t>(pieces.size()));
  }
}

/// The first sentence of a window that decides about this one first.
std::uint32_t Windows::context_of(std::uint32_t sentence) const {
  std::size_t pieces = 0;
  std::uint32_t first = sentence;
  while (first > 0 && (pieces += counts_[first - 1]) <= sizes_.context &&
         pieces + counts_[sentence] + kEnds <= sizes_.most)
    --first;
  return first;
}

bool Windows::is_wanted(std::uint32_t sentence) const {
  return !wanted_ || wanted_(sentences_[sentence]);
}

/// Of the window that begins with this sentence and decides about `at_` first.
std::uint32_t Windows::end_of(std::uint32_t begin) const {
  std::uint32_t end = at_ + 1;
  std::size_t pieces =
      std::accumulate(counts_.begin() + begin, counts_.begin() + end, std::size_t{kEnds});
  std::uint32_t wanted = end;
  for (; end < counts_.size() && (pieces += counts_[end]) <= sizes_.most; ++end)
    if (is_wanted(end)) wanted = end + 1;
  return std::min(end, wanted + 1);
}

bool Windows::next(Window& window) {
  while (at_ < sentences_.size() && !is_wanted(at_)) ++at_;
  if (at_ == sentences_.size()) return false;
  window = Window();
  window.begin = context_of(at_);
  window.decided = at_;
  window.pieces.push_back({encoder_.pieces().first(), WordShape::lower});
  window.end = end_of(window.begin);
  for (std::uint32_t i = window.begin; i < window.end; ++i) append(i, window);
  window.pieces.push_back({encoder_.pieces().last(), WordShape::lower});
  at_ = window.end;
  return true;
}

void Windows::append(std::uint32_t sentence, Window& window) const {
  window.words.emplace_back();
  std::vector<WordPieces::Piece> pieces;
  for (const Token& token : sentences_[sentence].tokens) {
    pieces.clear();
    append_pieces(encoder_.pieces(), token, pieces);
    if (window.pieces.size() + pieces.size() >= kMostPieces) return;
    const auto first = static_cast<std::uint32_t>(window.pieces.size());
    for (const WordPieces::Piece piece : pieces)
      window.pieces.push_back({piece, shape_of(token.text)});
    window.words.back().push_back({first, static_cast<std::uint32_t>(window.pieces.size() - 1)});
  }
}

}  // namespace dossier::extract::encoder
