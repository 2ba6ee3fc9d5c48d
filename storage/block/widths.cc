// SPDX-License-Identifier: Apache-2.0
#include "storage/block/widths.h"

#include <zstd.h>

#include <algorithm>
#include <memory>
#include <string>

#include "storage/block/bits.h"
#include "storage/block/column.h"

namespace dossier::storage {
namespace {

/// Four of 64 mini-blocks tell as much as all of them: 0.1 % of the size is lost.
constexpr std::size_t kSampled = 4;
constexpr int kLevel = 1;

unsigned aligned(unsigned width) noexcept {
  if (width <= 2) return width;
  return width <= 4 ? 4 : (width + 7) / 8 * 8;
}

/// One a thread: making it takes longer than what it is for.
class Compressor {
 public:
  static Compressor& of_thread() {
    thread_local Compressor compressor;
    return compressor;
  }

  /// The size of the bytes when compressed; all of it where there is no memory for that.
  std::size_t size_of(const std::string& bytes) {
    if (context_ == nullptr) return bytes.size();
    out_.resize(ZSTD_compressBound(bytes.size()));
    const std::size_t size = ZSTD_compressCCtx(context_.get(), out_.data(), out_.size(),
                                               bytes.data(), bytes.size(), kLevel);
    return ZSTD_isError(size) != 0 ? bytes.size() : size;
  }

 private:
  struct Free {
    void operator()(ZSTD_CCtx* context) const noexcept { ZSTD_freeCCtx(context); }
  };
  std::unique_ptr<ZSTD_CCtx, Free> context_{ZSTD_createCCtx()};
  std::string out_;
};

}  // namespace

void align_where_smaller(std::span<const std::uint64_t> codes, std::span<const std::uint64_t> bases,
                         std::vector<unsigned>& widths) {
  const std::size_t count = std::min(kSampled, widths.size());
  const std::size_t first = (widths.size() - count) / 2;
  std::string narrow;
  std::string whole;
  for (std::size_t i = first; i < first + count; ++i) {
    const std::size_t at = i * kMiniBlock;
    const std::size_t size = std::min(kMiniBlock, codes.size() - at);
    pack(narrow, codes.data() + at, size, widths[i], bases[i]);
    pack(whole, codes.data() + at, size, aligned(widths[i]), bases[i]);
  }
  if (whole.size() == narrow.size()) return;
  Compressor& compressor = Compressor::of_thread();
  if (compressor.size_of(whole) >= compressor.size_of(narrow)) return;
  for (unsigned& width : widths) width = aligned(width);
}

}  // namespace dossier::storage
