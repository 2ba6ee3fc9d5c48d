// SPDX-License-Identifier: Apache-2.0
#include "extract/analyze/neural/eisner.h"

#include <utility>

namespace dossier::extract {
namespace {

constexpr float kImpossible = -1e30F;

/// Spans of words 1 to n; indices [i][j] with i <= j. A closed span holds a head at one end and
/// everything below it on that side; an open one has an arc between its ends.
class Chart {
 public:
  Chart(const Matrix& scores, std::size_t size) : scores_(scores), size_(size) {
    for (Matrix* chart : {&closed_right_, &closed_left_, &open_right_, &open_left_}) {
      chart->reset(size, size);
    }
    for (auto* split : {&open_split_, &right_split_, &left_split_}) split->resize(size * size);
  }

  std::vector<std::uint32_t> solve() {
    for (std::size_t width = 1; width + 1 < size_; ++width) {
      for (std::size_t i = 1; i + width < size_; ++i) fill(i, i + width);
    }
    std::size_t root = 1;
    float best = kImpossible;
    for (std::size_t r = 1; r < size_; ++r) {
      const float score =
          closed_left_.row(1)[r] + closed_right_.row(r)[size_ - 1] + scores_.row(r)[0];
      if (score > best) {
        best = score;
        root = r;
      }
    }
    heads_.assign(size_, 0);
    pending_ = {{Kind::left, 1, root}, {Kind::right, root, size_ - 1}};
    while (!pending_.empty()) unfold();
    return std::move(heads_);
  }

 private:
  enum class Kind { left, right, open_left, open_right };
  struct Piece {
    Kind kind;
    std::size_t i, j;
  };

  std::size_t at(std::size_t i, std::size_t j) const { return i * size_ + j; }

  void fill(std::size_t i, std::size_t j) {
    float best = kImpossible;
    for (std::size_t k = i; k < j; ++k) {
      const float score = closed_right_.row(i)[k] + closed_left_.row(k + 1)[j];
      if (score > best) {
        best = score;
        open_split_[at(i, j)] = k;
      }
    }
    open_right_.row(i)[j] = best + scores_.row(j)[i];
    open_left_.row(i)[j] = best + scores_.row(i)[j];
    float right = kImpossible;
    for (std::size_t k = i + 1; k <= j; ++k) {
      const float score = open_right_.row(i)[k] + closed_right_.row(k)[j];
      if (score > right) {
        right = score;
        right_split_[at(i, j)] = k;
      }
    }
    closed_right_.row(i)[j] = right;
    float left = kImpossible;
    for (std::size_t k = i; k < j; ++k) {
      const float score = closed_left_.row(i)[k] + open_left_.row(k)[j];
      if (score > left) {
        left = score;
        left_split_[at(i, j)] = k;
      }
    }
    closed_left_.row(i)[j] = left;
  }

  /// Takes one piece of the best tree apart into smaller ones.
  void unfold() {
    const Piece piece = pending_.back();
    pending_.pop_back();
    const auto [kind, i, j] = piece;
    if (i == j) return;
    if (kind == Kind::right) {
      const std::size_t k = right_split_[at(i, j)];
      pending_.push_back({Kind::open_right, i, k});
      pending_.push_back({Kind::right, k, j});
    } else if (kind == Kind::left) {
      const std::size_t k = left_split_[at(i, j)];
      pending_.push_back({Kind::left, i, k});
      pending_.push_back({Kind::open_left, k, j});
    } else {
      const bool right = kind == Kind::open_right;
      heads_[right ? j : i] = static_cast<std::uint32_t>(right ? i : j);
      const std::size_t k = open_split_[at(i, j)];
      pending_.push_back({Kind::right, i, k});
      pending_.push_back({Kind::left, k + 1, j});
    }
  }

  const Matrix& scores_;
  std::size_t size_;
  Matrix closed_right_, closed_left_, open_right_, open_left_;
  std::vector<std::size_t> open_split_, right_split_, left_split_;
  std::vector<std::uint32_t> heads_;
  std::vector<Piece> pending_;
};

}  // namespace

std::vector<std::uint32_t> best_tree(const Matrix& scores, std::size_t size) {
  if (size < 2) return std::vector<std::uint32_t>(size, 0);
  return Chart(scores, size).solve();
}

}  // namespace dossier::extract
