// SPDX-License-Identifier: Apache-2.0
#include "storage/load/unpacker.h"

#include <fmt/core.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>

#include "dossier/error.h"

namespace dossier::storage {
namespace {

class Plain : public Unpacker {
 public:
  std::size_t unpack(std::string_view& packed, char* out, std::size_t capacity) override {
    const std::size_t size = packed.copy(out, capacity);
    packed.remove_prefix(size);
    return size;
  }
  bool complete() const override { return true; }
};

class Gzip : public Unpacker {
 public:
  explicit Gzip(std::string path) : path_(std::move(path)) {
    if (inflateInit2(&stream_, 15 + 16) != Z_OK) throw_input(path_, "zlib does not start");
  }
  ~Gzip() override { inflateEnd(&stream_); }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;

  std::size_t unpack(std::string_view& packed, char* out, std::size_t capacity) override {
    if (complete_) {  // a file may be several members, and zeros may pad the last one
      packed.remove_prefix(std::min(packed.find_first_not_of('\0'), packed.size()));
      if (packed.empty()) return 0;
      inflateReset(&stream_);
    }
    complete_ = false;
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream_.avail_in = static_cast<uInt>(packed.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(capacity);
    const int status = inflate(&stream_, Z_NO_FLUSH);
    if (status == Z_STREAM_END) {
      complete_ = true;
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      throw_input(path_, "its gzip data is damaged");
    }
    packed.remove_prefix(packed.size() - stream_.avail_in);
    return capacity - stream_.avail_out;
  }
  bool complete() const override { return complete_; }

 private:
  std::string path_;
  z_stream stream_{};
  bool complete_ = false;
};

class Zstd : public Unpacker {
 public:
  explicit Zstd(std::string path) : path_(std::move(path)), stream_(ZSTD_createDStream()) {}
  ~Zstd() override { ZSTD_freeDStream(stream_); }
  Zstd(const Zstd&) = delete;
  Zstd& operator=(const Zstd&) = delete;

  std::size_t unpack(std::string_view& packed, char* out, std::size_t capacity) override {
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    ZSTD_outBuffer give{out, capacity, 0};
    const std::size_t status = ZSTD_decompressStream(stream_, &give, &in);
    if (ZSTD_isError(status) != 0) throw_input(path_, "its zstd data is damaged");
    complete_ = status == 0;
    packed.remove_prefix(in.pos);
    return give.pos;
  }
  bool complete() const override { return complete_; }

 private:
  std::string path_;
  ZSTD_DStream* stream_;
  bool complete_ = false;
};

constexpr std::string_view kGzip = "\x1f\x8b";
constexpr std::string_view kZstd = "\x28\xb5\x2f\xfd";
constexpr std::string_view kXz{
    "\xfd"
    "7zXZ\0",
    6};
constexpr std::string_view kLz4 = "\x04\x22\x4d\x18";
/// Behind "BZh" and a digit: the first block begins with the digits of pi.
constexpr std::string_view kBzip2Block = "1AY&SY";

}  // namespace

void throw_input(const std::string& name, std::string_view what) {
  throw Error(ErrorCode::input, fmt::format("cannot read {}: {}", name, what));
}

bool is_packed(std::string_view start) noexcept {
  return start.starts_with(kGzip) || start.starts_with(kZstd);
}

std::string_view foreign_packer(std::string_view start) noexcept {
  if (start.starts_with(kXz)) return "xz";
  if (start.starts_with(kLz4)) return "lz4";
  const bool is_bzip2 = start.starts_with("BZh") && start.size() > kBzip2Block.size() + 4 &&
                        start.substr(4).starts_with(kBzip2Block);
  return is_bzip2 ? "bzip2" : "";
}

std::unique_ptr<Unpacker> unpacker_for(std::string_view start, const std::string& name) {
  if (start.starts_with(kGzip)) return std::make_unique<Gzip>(name);
  if (start.starts_with(kZstd)) return std::make_unique<Zstd>(name);
  if (const std::string_view packer = foreign_packer(start); !packer.empty())
    throw_input(
        name, fmt::format("it is packed by {0}, which is not read; unpack it with {0} -d", packer));
  return std::make_unique<Plain>();
}

}  // namespace dossier::storage
