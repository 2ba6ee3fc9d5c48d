// SPDX-License-Identifier: Apache-2.0
// A document in windows that the encoder reads at once: whole sentences, each window beginning with
// some that the one before has decided about.
#pragma once

#include <cstdint>
#include <functional>
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

/// How much is read at once, in pieces.
struct WindowSizes {
  std::size_t most = 0;     ///< of a window; a sentence that is longer has one to itself
  std::size_t context = 0;  ///< of sentences before those that are decided about
};
/// Names and relations are read better in a paragraph than in a page: in windows of 256 pieces,
/// F1 of names falls by three points.
constexpr WindowSizes kNearWindows{96, 0};
/// What a pronoun means may stand far before it.
constexpr WindowSizes kFarWindows{256, 100};

/// The windows of a document, one after the other.
class Windows {
 public:
  using Wanted = std::function<bool(const Sentence&)>;

  /// Both must outlive it. If only some sentences are wanted, windows begin to decide with one of
  /// those, and end with one or with the sentence behind it.
  Windows(const std::vector<Sentence>& sentences, const Encoder& encoder, WindowSizes sizes,
          Wanted wanted = nullptr);

  /// False at the end.
  bool next(Window& window);
  /// The next window decides about no sentence before this one; all of them: there is none.
  void start_at(std::uint32_t sentence) { at_ = sentence; }

 private:
  static constexpr std::size_t kMostPieces = 256;  ///< of a longer sentence, the rest is not read

  bool is_wanted(std::uint32_t sentence) const;
  void append(std::uint32_t sentence, Window& window) const;
  std::uint32_t context_of(std::uint32_t sentence) const;
  std::uint32_t end_of(std::uint32_t begin) const;

  const std::vector<Sentence>& sentences_;
  const Encoder& encoder_;
  WindowSizes sizes_;
  Wanted wanted_;
  std::vector<std::uint32_t> counts_;  ///< pieces of each sentence
  std::uint32_t at_ = 0;
};

}  // namespace dossier::extract::encoder
