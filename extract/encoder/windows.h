// SPDX-License-Identifier: Apache-2.0
// A document in windows that the encoder reads at once: whole sentences, each window beginning with
// some that the one before has decided about.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/document.h"
#include "extract/encoder/encoder.h"
#include "extract/encoder/pair_head.h"

namespace dossier::extract::encoder {

struct Window {
  std::uint32_t begin = 0;    ///< sentences, by their index
  std::uint32_t decided = 0;  ///< those before it belong to an earlier window
  std::uint32_t end = 0;
  std::vector<InputPiece> pieces;
  /// By sentence from `begin`, by token. A sentence that is too long has fewer than its tokens.
  std::vector<std::vector<PieceSpan>> words;

  /// The pieces of some tokens of a sentence of the window; none if not all of them are in it.
  std::optional<PieceSpan> span(std::uint32_t sentence, TokenRange tokens) const;
};

/// The windows of a document, one after the other.
class Windows {
 public:
  /// Both must outlive it.
  Windows(const std::vector<Sentence>& sentences, const Encoder& encoder);

  /// False at the end.
  bool next(Window& window);
  /// The next window decides about this sentence first; all of them: there is none.
  void start_at(std::uint32_t sentence) { at_ = sentence; }

 private:
  static constexpr std::size_t kMostPieces = 256;     ///< as in training
  static constexpr std::size_t kContextPieces = 100;  ///< of sentences decided before

  void append(std::uint32_t sentence, Window& window) const;
  std::uint32_t context_of(std::uint32_t sentence) const;

  const std::vector<Sentence>& sentences_;
  const Encoder& encoder_;
  std::vector<std::uint32_t> counts_;  ///< pieces of each sentence
  std::uint32_t at_ = 0;
};

}  // namespace dossier::extract::encoder
