// SPDX-License-Identifier: Apache-2.0
#include "storage/block/column.h"

#include <algorithm>

#include "dossier/error.h"
#include "storage/block/bits.h"
#include "storage/bytes.h"

namespace dossier::storage {
namespace {

[[noreturn]] void damaged(const char* what) { throw Error(ErrorCode::storage, what); }

void require(bool condition, const char* what) {
  if (!condition) damaged(what);
}

CodeStream parse_codes(ByteReader& reader, std::size_t rows) {
  const std::size_t minis = (rows + kMiniBlock - 1) / kMiniBlock;
  CodeStream codes;
  codes.base_width = reader.read<std::uint8_t>();
  require(valid_width(codes.base_width), "a width of mini-block bases is impossible");
  const std::string_view offsets = reader.take(2 * (minis + 1));
  const std::string_view bases = reader.take(packed_bytes(minis, codes.base_width));
  require(reader.ok(), "a mini-block directory is cut short");
  codes.offsets = offsets.data();
  codes.bases = bases.data();
  unsigned previous = read_little_endian<std::uint16_t>(codes.offsets);
  require(previous == 0, "a mini-block directory does not start at 0");
  for (std::size_t i = 1; i <= minis; ++i) {
    const unsigned offset = read_little_endian<std::uint16_t>(codes.offsets + 2 * i);
    require(offset >= previous && valid_width(offset - previous),
            "a mini-block width is impossible");
    previous = offset;
  }
  codes.data = reader.take(std::size_t{16} * previous).data();
  require(reader.ok() && reader.at_end(), "the mini-blocks have the wrong length");
  return codes;
}

}  // namespace

std::uint64_t CodeStream::at(std::size_t row) const noexcept {
  const std::size_t mini = row / kMiniBlock;
  const unsigned offset = read_little_endian<std::uint16_t>(offsets + 2 * mini);
  const unsigned width = read_little_endian<std::uint16_t>(offsets + 2 * mini + 2) - offset;
  return packed_at(bases, mini, base_width) +
         packed_at(data + std::size_t{16} * offset, row % kMiniBlock, width);
}

void CodeStream::decode(std::size_t first, std::size_t count, std::uint64_t* out) const noexcept {
  while (count > 0) {
    const std::size_t mini = first / kMiniBlock;
    const std::size_t start = first % kMiniBlock;
    const std::size_t n = std::min(count, kMiniBlock - start);
    const unsigned offset = read_little_endian<std::uint16_t>(offsets + 2 * mini);
    const unsigned width = read_little_endian<std::uint16_t>(offsets + 2 * mini + 2) - offset;
    unpack(data + std::size_t{16} * offset, start, n, width, packed_at(bases, mini, base_width),
           out);
    first += n;
    count -= n;
    out += n;
  }
}

Column Column::parse(Encoding encoding, std::string_view bytes, std::size_t rows,
                     std::uint64_t constant) {
  Column column;
  column.encoding_ = encoding;
  column.rows_ = rows;
  column.constant_ = constant;
  switch (encoding) {
    case Encoding::constant:
      require(bytes.empty(), "a constant column has a body");
      return column;
    case Encoding::packed:
      column.parse_packed(bytes);
      return column;
    case Encoding::dictionary:
      column.parse_dictionary(bytes);
      return column;
    case Encoding::run_length:
      column.parse_run_length(bytes, constant);
      return column;
    case Encoding::raw:
      require(bytes.size() == 8 * rows, "a raw column has the wrong length");
      column.raw_ = bytes.data();
      return column;
  }
  damaged("a column has an unknown encoding");
}

void Column::parse_packed(std::string_view bytes) {
  ByteReader reader(bytes);
  const std::size_t count = reader.read<std::uint8_t>();
  require(count > 0, "a packed column has no segments");
  for (std::size_t i = 0; i < count; ++i) {
    const auto start = reader.read<std::uint64_t>();
    segments_.push_back({start, reader.read<std::uint64_t>()});
  }
  codes_ = parse_codes(reader, rows_);
}

void Column::parse_dictionary(std::string_view bytes) {
  ByteReader reader(bytes);
  const std::size_t size = reader.read<std::uint16_t>();
  const unsigned width = reader.read<std::uint8_t>();
  const auto base = reader.read<std::uint64_t>();
  require(size > 0 && valid_width(width), "a column's table has an impossible header");
  const std::string_view packed = reader.take(packed_bytes(size, width));
  require(reader.ok(), "a column's table is cut short");
  table_.resize(size);
  unpack(packed.data(), 0, size, width, base, table_.data());
  codes_ = parse_codes(reader, rows_);
}

void Column::parse_run_length(std::string_view bytes, std::uint64_t constant) {
  ByteReader reader(bytes);
  const std::size_t runs = reader.read<std::uint16_t>();
  const unsigned width = reader.read<std::uint8_t>();
  require(runs > 0 && runs <= rows_ && width <= 16, "a run-length column has an impossible header");
  const std::string_view packed = reader.take(packed_bytes(runs, width));
  const auto inner = static_cast<Encoding>(reader.read<std::uint8_t>());
  require(reader.ok(), "a run-length column is cut short");
  run_lasts_.resize(runs);
  for (std::size_t i = 0; i < runs; ++i) {
    run_lasts_[i] = static_cast<std::uint16_t>(packed_at(packed.data(), i, width));
    require(i == 0 || run_lasts_[i] > run_lasts_[i - 1], "run ends do not ascend");
  }
  require(run_lasts_.back() + std::size_t{1} == rows_, "runs do not cover their block");
  require(inner != Encoding::run_length && inner != Encoding::constant,
          "run values have an impossible encoding");
  const std::string_view body =
      bytes.substr(4 + packed.size());  // behind count, width, ends and the inner encoding
  table_.resize(runs);
  parse(inner, body, runs, constant).decode(0, runs, table_.data());
}

std::uint64_t Column::segment_value(std::uint64_t code) const noexcept {
  std::size_t i = segments_.size() - 1;
  while (i > 0 && code < segments_[i].start) --i;
  return segments_[i].low + (code - segments_[i].start);
}

void Column::apply_segments(std::uint64_t* values, std::size_t count) const noexcept {
  if (segments_.size() == 1) {
    const std::uint64_t shift = segments_[0].low - segments_[0].start;
    for (std::size_t i = 0; i < count; ++i) values[i] += shift;
    return;
  }
  for (std::size_t i = 0; i < count; ++i) values[i] = segment_value(values[i]);
}

std::size_t Column::run_of(std::size_t row) const noexcept {
  const auto run = std::lower_bound(run_lasts_.begin(), run_lasts_.end(), row);
  return static_cast<std::size_t>(run - run_lasts_.begin());
}

std::uint64_t Column::at(std::size_t row) const {
  switch (encoding_) {
    case Encoding::constant:
      return constant_;
    case Encoding::packed:
      return segment_value(codes_.at(row));
    case Encoding::dictionary: {
      const std::uint64_t code = codes_.at(row);
      require(code < table_.size(), "a code is beyond its table");
      return table_[code];
    }
    case Encoding::run_length:
      return table_[run_of(row)];
    case Encoding::raw:
      return read_little_endian<std::uint64_t>(raw_ + 8 * row);
  }
  damaged("a column has an unknown encoding");
}

void Column::decode_runs(std::size_t first, std::size_t count, std::uint64_t* out) const {
  std::size_t run = run_of(first);
  const std::size_t end = first + count;
  for (std::size_t row = first; row < end; ++run) {
    const std::size_t stop = std::min(end, run_lasts_[run] + std::size_t{1});
    std::fill(out + (row - first), out + (stop - first), table_[run]);
    row = stop;
  }
}

void Column::decode(std::size_t first, std::size_t count, std::uint64_t* out) const {
  if (count == 0) return;
  switch (encoding_) {
    case Encoding::constant:
      std::fill_n(out, count, constant_);
      return;
    case Encoding::packed:
      codes_.decode(first, count, out);
      apply_segments(out, count);
      return;
    case Encoding::dictionary:
      codes_.decode(first, count, out);
      for (std::size_t i = 0; i < count; ++i) {
        require(out[i] < table_.size(), "a code is beyond its table");
        out[i] = table_[out[i]];
      }
      return;
    case Encoding::run_length:
      decode_runs(first, count, out);
      return;
    case Encoding::raw:
      std::copy_n(raw_ + 8 * first, 8 * count, reinterpret_cast<char*>(out));
      return;
  }
}

std::size_t Column::lower_bound(std::size_t first, std::size_t last, std::uint64_t value) const {
  if (first == last) return last;
  if (encoding_ == Encoding::constant) return constant_ >= value ? first : last;
  if (encoding_ == Encoding::run_length) {
    const auto begin = table_.begin() + static_cast<std::ptrdiff_t>(run_of(first));
    const auto end = table_.begin() + static_cast<std::ptrdiff_t>(run_of(last - 1) + 1);
    const auto run = static_cast<std::size_t>(std::lower_bound(begin, end, value) - table_.begin());
    if (run == 0) return first;
    return std::clamp(run_lasts_[run - 1] + std::size_t{1}, first, last);
  }
  std::size_t count = last - first;
  while (count > 0) {
    const std::size_t half = count / 2;
    if (at(first + half) < value) {
      first += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return first;
}

}  // namespace dossier::storage
