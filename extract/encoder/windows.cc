// SPDX-License-Identifier: Apache-2.0
#include "extract/encoder/windows.h"

#include <algorithm>

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

Windows::Windows(const std::vector<Sentence>& sentences, const Encoder& encoder)
    : sentences_(sentences), encoder_(encoder) {
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
  while (first > 0 && (pieces += counts_[first - 1]) <= kContextPieces &&
         pieces + counts_[sentence] + kEnds <= kMostPieces)
    --first;
  return first;
}

bool Windows::next(Window& window) {
  if (at_ == sentences_.size()) return false;
  window = Window();
  window.begin = context_of(at_);
  window.decided = at_;
  window.pieces.push_back({encoder_.pieces().first(), WordShape::lower});
  for (std::uint32_t i = window.begin; i < sentences_.size(); ++i) {
    if (i > at_ && window.pieces.size() + counts_[i] + 1 > kMostPieces) break;
    append(i, window);
    window.end = i + 1;
  }
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
