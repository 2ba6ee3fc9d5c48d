// SPDX-License-Identifier: Apache-2.0
// Words cut into the pieces of a fixed vocabulary: WordPiece as the uncased BERT models use it
// (Schuster and Nakajima 2012; Devlin and others 2019). Letters become lower case without accents.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/models/model_file.h"

namespace dossier::extract::encoder {

/// Immutable; the bytes of the vocabulary must outlive it.
class WordPieces {
 public:
  using Piece = std::uint32_t;  ///< position in the vocabulary

  WordPieces() = default;
  /// The vocabulary in order of the pieces' numbers; "##s" is a piece inside a word. Throws
  /// Error(input) unless it has "[UNK]", "[CLS]" and "[SEP]".
  explicit WordPieces(StringTable vocabulary);

  /// Appends the pieces of a word, which has no white space; nothing if it has no visible
  /// character. A word that the vocabulary cannot spell is one [UNK]; so is one of more than 100
  /// letters.
  void append(std::string_view word, std::vector<Piece>& pieces) const;

  Piece first() const noexcept { return first_; }      ///< "[CLS]"
  Piece last() const noexcept { return last_; }        ///< "[SEP]"
  Piece unknown() const noexcept { return unknown_; }  ///< "[UNK]"
  std::uint32_t size() const noexcept { return vocabulary_.size(); }

 private:
  Piece required(std::string_view piece) const;
  void append_plain(std::string_view letters, std::vector<Piece>& pieces) const;

  StringTable vocabulary_;
  boost::unordered_flat_map<std::string_view, Piece> begins_;  ///< pieces that begin a word
  boost::unordered_flat_map<std::string_view, Piece> inner_;   ///< without "##"
  Piece unknown_ = 0;
  Piece first_ = 0;
  Piece last_ = 0;
};

}  // namespace dossier::extract::encoder
