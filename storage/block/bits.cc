#include "storage/block/bits.h"

#include <algorithm>
#include <cstring>

namespace dossier::storage {

void unpack(const char* data, std::size_t first, std::size_t count, unsigned width,
            std::uint64_t base, std::uint64_t* out) noexcept {
  if (width == 0) {
    std::fill_n(out, count, base);
    return;
  }
  const std::uint64_t mask = mask_for(width);
  std::size_t bit = first * width;
  for (std::size_t i = 0; i < count; ++i, bit += width) {
    out[i] = base + ((read_little_endian<std::uint64_t>(data + (bit >> 3)) >> (bit & 7)) & mask);
  }
}

void pack(std::string& out, const std::uint64_t* values, std::size_t count, unsigned width,
          std::uint64_t base) {
  if (width == 0) return;
  const std::size_t start = out.size();
  const std::size_t size = packed_bytes(count, width);
  out.resize(start + size + 8);  // room for the last 8-byte store
  char* data = out.data() + start;
  std::size_t bit = 0;
  for (std::size_t i = 0; i < count; ++i, bit += width) {
    char* at = data + (bit >> 3);
    const std::uint64_t word =
        read_little_endian<std::uint64_t>(at) | ((values[i] - base) << (bit & 7));
    std::memcpy(at, &word, sizeof word);
  }
  out.resize(start + size);
}

}  // namespace dossier::storage
