// SPDX-License-Identifier: Apache-2.0
// A transformer that reads a window of words and gives each piece of a word a state: numbers that
// tell what the piece means there. Layers as in BERT (Vaswani and others 2017; Devlin and others
// 2019), weights and activations of the products in 8 bits.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/encoder/kernels.h"
#include "extract/encoder/word_pieces.h"

namespace dossier::extract::encoder {

/// How a word is written, which its pieces, all in lower case, do not tell.
enum class WordShape : std::uint8_t {
  lower,    ///< "river"
  capital,  ///< "River"
  upper,    ///< "NATO"
  mixed,    ///< "McDonald"
  letter,   ///< "A": a capital by itself
  digits,   ///< "B52": letters and digits
  number,   ///< "1,250"
  sign,     ///< "--"
};
inline constexpr std::size_t kWordShapes = 8;

WordShape shape_of(std::string_view word);

struct InputPiece {
  WordPieces::Piece piece = 0;
  WordShape shape = WordShape::lower;
};

struct EncoderSizes {
  std::uint32_t layers = 0;
  std::uint32_t width = 0;  ///< of a state
  std::uint32_t heads = 0;
  std::uint32_t inner = 0;         ///< width of a layer's feed-forward part
  std::uint32_t positions = 0;     ///< longest window, in pieces
  std::uint32_t shapes_layer = 0;  ///< the shapes of words are added before this layer

  friend bool operator==(const EncoderSizes&, const EncoderSizes&) = default;
};

/// Memory for encode(), kept from one call to the next; for one thread at a time.
struct Workspace {
  std::vector<float> projected, attended, inner, scratch;
  std::vector<std::int8_t> values;
  std::vector<float> scales;
};

class EncoderReader;

/// Immutable once made: one serves any number of threads, each with its own Workspace.
class Encoder {
 public:
  /// Over the bytes of a model file of kind ENCO (format: encoder_file.h), which must outlive it
  /// and begin at a multiple of 4. Throws Error(input) when they are damaged.
  explicit Encoder(std::string_view model, const Kernels& kernels = best_kernels());
  explicit Encoder(const EncoderReader& reader, const Kernels& kernels = best_kernels());

  const EncoderSizes& sizes() const noexcept { return sizes_; }
  const WordPieces& pieces() const noexcept { return pieces_; }

  /// `states` gets sizes().width numbers for each piece of a window, which has at most
  /// sizes().positions pieces and begins and ends with pieces().first() and last(). The same bits
  /// whatever the processor.
  void encode(std::span<const InputPiece> window, Workspace& workspace,
              std::vector<float>& states) const;

 private:
  struct Norm {
    const float* scale = nullptr;
    const float* shift = nullptr;
  };
  struct Layer {
    Int8Matrix project, attended, up, down;
    Norm after_attention, after_inner;
  };
  friend class EncoderReader;

  void embed(std::span<const InputPiece> window, float* states) const;
  void add_shapes(std::span<const InputPiece> window, float* states) const;
  void run(const Layer& layer, std::size_t rows, Workspace& workspace, float* states) const;
  void multiply(const float* from, std::size_t rows, const Int8Matrix& matrix, Workspace& workspace,
                float* out) const;

  const Kernels& kernels_;
  EncoderSizes sizes_;
  WordPieces pieces_;
  const std::int8_t* words_ = nullptr;
  const float* word_scales_ = nullptr;
  const float* positions_ = nullptr;
  const float* shapes_ = nullptr;
  Norm embedded_;
  std::vector<Layer> layers_;
  std::vector<std::vector<std::int32_t>> sums_;  ///< what Int8Matrix::sums points to
};

}  // namespace dossier::extract::encoder
