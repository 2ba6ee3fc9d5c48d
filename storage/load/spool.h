// SPDX-License-Identifier: Apache-2.0
// A sequence of plain values, written once and read from front to back: in memory, or in a
// temporary file. Private to storage/.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "storage/load/spill.h"

namespace dossier::storage {

template <typename T>
class Spool {
 public:
  /// In memory.
  Spool() = default;
  /// In a file.
  explicit Spool(const std::string& path)
      : path_(path), file_(std::make_unique<SpillWriter>(path, kBuffer)) {}
  /// In memory, of existing data.
  explicit Spool(std::vector<T> values) : size_(values.size()), values_(std::move(values)) {}

  /// Room for as many values, when they are kept in memory.
  void reserve(std::size_t values) {
    if (path_.empty()) values_.reserve(values);
  }
  void push(const T& value) {
    ++size_;
    if (path_.empty()) {
      values_.push_back(value);
    } else {
      file_->write_value(value);
    }
  }
  void append(std::span<const T> values) {
    size_ += values.size();
    if (path_.empty()) {
      values_.insert(values_.end(), values.begin(), values.end());
    } else {
      file_->write(values.data(), values.size_bytes());
    }
  }
  /// To be called between writing and reading.
  void finish() {
    if (file_) file_->finish();
    file_.reset();
  }

  std::size_t size() const noexcept { return size_; }
  std::size_t memory_bytes() const noexcept { return values_.capacity() * sizeof(T); }

  /// All of it; `buffer` is used when it lies in a file. Valid while both stay as they are.
  std::span<const T> view(std::vector<T>& buffer) const {
    if (path_.empty()) return values_;
    buffer.resize(size_);
    SpillReader(path_).read(buffer.data(), size_ * sizeof(T));
    return buffer;
  }

  class Reader {
   public:
    explicit Reader(const Spool& spool) : spool_(spool) {
      if (!spool.path_.empty()) file_ = std::make_unique<SpillReader>(spool.path_, kBuffer);
    }
    /// The next values, `most` of them unless the end comes first; empty at the end. Valid until
    /// the next call.
    std::span<const T> next(std::size_t most) {
      const std::size_t count = std::min(most, spool_.size_ - at_);
      const std::size_t begin = at_;
      at_ += count;
      if (!file_) return std::span(spool_.values_).subspan(begin, count);
      buffer_.resize(count);
      file_->read(buffer_.data(), count * sizeof(T));
      return buffer_;
    }

   private:
    const Spool& spool_;
    std::unique_ptr<SpillReader> file_;
    std::size_t at_ = 0;
    std::vector<T> buffer_;
  };

 private:
  static constexpr std::size_t kBuffer = std::size_t{1} << 16;

  std::string path_;
  std::size_t size_ = 0;
  std::vector<T> values_;
  std::unique_ptr<SpillWriter> file_;
};

}  // namespace dossier::storage
