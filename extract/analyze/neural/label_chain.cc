// SPDX-License-Identifier: Apache-2.0
#include "extract/analyze/neural/label_chain.h"

#include <algorithm>
#include <cmath>

namespace dossier::extract {
namespace {

/// Exponentials of the steps' scores, 0 where a label may not follow.
Matrix step_factors(const Matrix& steps) {
  Matrix factors(steps.rows, steps.columns);
  for (std::size_t before = 0; before < steps.rows; ++before) {
    for (std::size_t label = 0; label < steps.columns; ++label) {
      if (!label_may_follow(before, label, steps.columns)) continue;
      factors.row(before)[label] = std::exp(steps.row(before)[label]);
    }
  }
  return factors;
}

/// Makes a row sum up to 1; returns the logarithm of what it was.
double normalise(float* row, std::size_t count) {
  float sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += row[i];
  for (std::size_t i = 0; i < count; ++i) row[i] /= sum;
  return std::log(static_cast<double>(sum));
}

/// Runs over a sentence forwards and backwards; every row is scaled by itself.
class Lattice {
 public:
  Lattice(const Matrix& scores, const Matrix& steps, const std::vector<std::uint32_t>& fixed)
      : labels_(steps.columns), factors_(step_factors(steps)), words_(scores.rows, labels_) {
    for (std::size_t word = 0; word < scores.rows; ++word) {
      const float* row = scores.row(word);
      const float top = *std::max_element(row, row + labels_);
      for (std::size_t label = 0; label < labels_; ++label) {
        const bool open = fixed.empty() || fixed[word] == kAnyLabel || fixed[word] == label;
        words_.row(word)[label] = open ? std::exp(row[label] - top) : 0.0F;
      }
      log_total_ += static_cast<double>(top);
    }
  }

  ChainSums sums() {
    const Matrix left = forwards();
    const Matrix right = backwards();
    ChainSums out;
    out.log_total = log_total_;
    out.words.reset(words_.rows, labels_);
    out.steps.reset(labels_ + 1, labels_);
    for (std::size_t word = 0; word < words_.rows; ++word) {
      float* here = out.words.row(word);
      for (std::size_t label = 0; label < labels_; ++label) {
        here[label] = left.row(word)[label] * right.row(word)[label];
      }
      normalise(here, labels_);
      add_steps(word, left, right, out.steps);
    }
    return out;
  }

 private:
  Matrix forwards() {
    Matrix left(words_.rows, labels_);
    for (std::size_t word = 0; word < words_.rows; ++word) {
      float* here = left.row(word);
      for (std::size_t before = 0; before <= labels_; ++before) {
        const float weight = weight_before(word, before, left);
        if (weight == 0.0F) continue;
        for (std::size_t label = 0; label < labels_; ++label) {
          here[label] += weight * factors_.row(before)[label];
        }
      }
      for (std::size_t label = 0; label < labels_; ++label) here[label] *= words_.row(word)[label];
      log_total_ += normalise(here, labels_);
    }
    return left;
  }

  /// What may come after a word given its label.
  Matrix backwards() const {
    Matrix right(words_.rows, labels_);
    for (std::size_t word = words_.rows; word-- > 0;) {
      float* here = right.row(word);
      for (std::size_t label = 0; label < labels_; ++label) {
        float sum = word + 1 == words_.rows ? 1.0F : 0.0F;
        for (std::size_t next = 0; word + 1 < words_.rows && next < labels_; ++next) {
          sum += factors_.row(label)[next] * words_.row(word + 1)[next] * right.row(word + 1)[next];
        }
        here[label] = sum;
      }
      normalise(here, labels_);
    }
    return right;
  }

  float weight_before(std::size_t word, std::size_t before, const Matrix& left) const {
    if (word == 0) return before == labels_ ? 1.0F : 0.0F;
    return before == labels_ ? 0.0F : left.row(word - 1)[before];
  }

  void add_steps(std::size_t word, const Matrix& left, const Matrix& right, Matrix& steps) const {
    Matrix taken(labels_ + 1, labels_);
    for (std::size_t before = 0; before <= labels_; ++before) {
      const float weight = weight_before(word, before, left);
      for (std::size_t label = 0; weight != 0.0F && label < labels_; ++label) {
        taken.row(before)[label] =
            weight * factors_.row(before)[label] * words_.row(word)[label] * right.row(word)[label];
      }
    }
    normalise(taken.values.data(), taken.values.size());
    for (std::size_t i = 0; i < steps.values.size(); ++i) steps.values[i] += taken.values[i];
  }

  std::size_t labels_;
  Matrix factors_;
  Matrix words_;  ///< exponentials of the words' scores, 0 for labels that are not open
  double log_total_ = 0;
};

}  // namespace

bool label_may_follow(std::size_t before, std::size_t label, std::size_t labels) {
  const bool inside = label > 0 && label % 2 == 0;
  return !inside || (before != labels && (before == label || before + 1 == label));
}

ChainSums sum_chains(const Matrix& scores, const Matrix& steps,
                     const std::vector<std::uint32_t>& fixed) {
  return Lattice(scores, steps, fixed).sums();
}

std::vector<std::uint32_t> best_chain(const Matrix& scores, const Matrix& steps) {
  const std::size_t labels = steps.columns;
  Matrix came_from(scores.rows, labels);
  std::vector<float> best(labels + 1, -1e30F);
  best[labels] = 0;
  for (std::size_t word = 0; word < scores.rows; ++word) {
    std::vector<float> next(labels + 1, -1e30F);
    for (std::size_t label = 0; label < labels; ++label) {
      for (std::size_t before = 0; before <= labels; ++before) {
        if (!label_may_follow(before, label, labels)) continue;
        const float score = best[before] + steps.row(before)[label];
        if (score <= next[label]) continue;
        next[label] = score;
        came_from.row(word)[label] = static_cast<float>(before);
      }
      next[label] += scores.row(word)[label];
    }
    best = std::move(next);
  }
  std::vector<std::uint32_t> chain(scores.rows);
  auto label =
      static_cast<std::uint32_t>(std::max_element(best.begin(), best.end() - 1) - best.begin());
  for (std::size_t word = scores.rows; word-- > 0;) {
    chain[word] = label;
    label = static_cast<std::uint32_t>(came_from.row(word)[label]);
  }
  return chain;
}

}  // namespace dossier::extract
