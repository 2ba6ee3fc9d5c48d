// SPDX-License-Identifier: Apache-2.0
#include "extract/train/neural/objective.h"

#include <algorithm>
#include <cmath>

#include "extract/analyze/neural/label_chain.h"

namespace dossier::extract {
namespace {

constexpr float kTagWeight = 0.5F;
constexpr float kNameWeight = 3.0F;

/// Softmax of `count` scores against the right one; adds its derivatives to `out`.
double cross_entropy(const float* scores, std::size_t count, std::uint32_t right, float scale,
                     float* out) {
  const float top = *std::max_element(scores, scores + count);
  float sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += std::exp(scores[i] - top);
  for (std::size_t i = 0; i < count; ++i) {
    out[i] += scale * (std::exp(scores[i] - top) / sum - (i == right ? 1.0F : 0.0F));
  }
  return static_cast<double>(scale) *
         (std::log(static_cast<double>(sum)) + static_cast<double>(top - scores[right]));
}

double arcs_of_sentence(const Kernels& kernels, const BatchLayout& layout, std::size_t index,
                        const GoldSentence& gold, const Forward& forward, float scale,
                        OutputGradients& outputs) {
  const std::size_t size = gold.heads.size();
  Matrix scores;
  score_arcs(kernels, forward, layout, index, size, scores);
  Matrix d_scores(size, scores.columns);
  double loss = 0;
  Matrix heads(size, kArcWidth);
  Matrix dependents(size, kArcWidth);
  for (std::size_t word = 0; word < size; ++word) {
    const std::size_t row = layout.row(index, word);
    std::copy_n(forward.projected.row(row) + kArcHeadAt, kArcWidth, heads.row(word));
    std::copy_n(forward.arcs.row(row), kArcWidth, dependents.row(word));
    if (word == 0 || gold.heads[word] == GoldSentence::kUnknown) continue;
    scores.row(word)[word] = -1e30F;
    float* d_row = d_scores.row(word);
    loss += cross_entropy(scores.row(word), size, gold.heads[word], scale, d_row);
    for (std::size_t head = 0; head < size; ++head) {
      outputs.distances.row(row)[distance_class(word, head)] += d_row[head];
    }
  }
  Matrix d_dependents(size, kArcWidth);
  Matrix d_heads(size, kArcWidth);
  Packed right;
  right.pack(heads);
  kernels.multiply_add(d_scores.operand(), right.panels.data(), d_dependents.values.data(),
                       kArcWidth, size, kArcWidth, size);
  add_product(kernels, d_scores.transposed(), dependents, d_heads);
  for (std::size_t word = 0; word < size; ++word) {
    const std::size_t row = layout.row(index, word);
    std::copy_n(d_dependents.row(word), kArcWidth, outputs.arcs.row(row));
    float* out = outputs.projected.row(row) + kArcHeadAt;
    for (std::size_t j = 0; j < kArcWidth; ++j) out[j] += d_heads.row(word)[j];
  }
  return loss;
}

void pair_backward(const float* view, const float* d_view, const float* head_row,
                   const float* dependent_row, float* d_head_row, float* d_dependent_row) {
  const float* head = head_row + kPairHeadAt;
  const float* dependent = dependent_row + kPairDependentAt;
  float* d_head = d_head_row + kPairHeadAt;
  float* d_dependent = d_dependent_row + kPairDependentAt;
  for (std::size_t j = 0; j < kSumWidth; ++j) {
    const float d = d_view[j] * (view[j] > 0 ? 1.0F : kLeak);
    d_head[j] += d;
    d_dependent[j] += d;
  }
  for (std::size_t j = kSumWidth; j < kPairWidth; ++j) {
    d_head[j] += d_view[j] * dependent[j];
    d_dependent[j] += d_view[j] * head[j];
  }
}

struct Pair {
  std::size_t head, dependent;  ///< rows of the batch
  std::uint32_t label;
};

std::vector<Pair> labelled_pairs(const BatchLayout& layout,
                                 const std::vector<const GoldSentence*>& gold) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    for (std::size_t word = 1; word < gold[i]->heads.size(); ++word) {
      const std::uint32_t label = gold[i]->labels[word];
      if (label == GoldSentence::kUnknown) continue;
      pairs.push_back({layout.row(i, gold[i]->heads[word]), layout.row(i, word), label});
    }
  }
  return pairs;
}

double labels_of_batch(const Kernels& kernels, const Weights& weights, const PackedWeights& packed,
                       const PackedTransposes& transposes, const std::vector<Pair>& pairs,
                       const Forward& forward, float scale, OutputGradients& outputs,
                       Weights& gradients) {
  const Matrix& projected = forward.projected;
  Matrix views(pairs.size(), kPairWidth);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    pair_view(projected.row(pairs[i].head), projected.row(pairs[i].dependent), views.row(i));
  }
  Matrix scores;
  multiply(kernels, views.operand(), views.rows, packed.label, &weights.label_bias, scores);
  Matrix d_scores(scores.rows, scores.columns);
  double loss = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    loss +=
        cross_entropy(scores.row(i), weights.label.columns, pairs[i].label, scale, d_scores.row(i));
  }
  add_product(kernels, views.transposed(), d_scores, gradients.label);
  add_rows(d_scores, gradients.label_bias);
  Matrix d_views(pairs.size(), kPairWidth);
  kernels.multiply_add(d_scores.operand(), transposes.label.panels.data(), d_views.values.data(),
                       kPairWidth, pairs.size(), kPairWidth, transposes.label.k);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    pair_backward(views.row(i), d_views.row(i), projected.row(pairs[i].head),
                  projected.row(pairs[i].dependent), outputs.projected.row(pairs[i].head),
                  outputs.projected.row(pairs[i].dependent));
  }
  return loss;
}

double outcomes(const BatchLayout& layout, std::size_t index,
                const std::vector<std::uint32_t>& right, const Matrix& scores, std::size_t count,
                float scale, Matrix& derivatives) {
  double loss = 0;
  for (std::size_t word = 1; word < right.size(); ++word) {
    if (right[word] == GoldSentence::kUnknown) continue;
    const std::size_t row = layout.row(index, word);
    loss += cross_entropy(scores.row(row), count, right[word], scale, derivatives.row(row));
  }
  return loss;
}

/// The right chain of labels against all chains; where a word's label is not known, against those
/// that go through the known ones.
double names_of_sentence(const BatchLayout& layout, std::size_t index,
                         const std::vector<std::uint32_t>& right, const Matrix& scores,
                         const Matrix& steps, float scale, Matrix& derivatives, Matrix& d_steps) {
  const std::vector<std::uint32_t> fixed(right.begin() + 1, right.end());
  static_assert(GoldSentence::kUnknown == kAnyLabel);
  Matrix own(fixed.size(), steps.columns);
  for (std::size_t word = 0; word < fixed.size(); ++word) {
    std::copy_n(scores.row(layout.row(index, word + 1)), steps.columns, own.row(word));
  }
  const ChainSums all = sum_chains(own, steps);
  const ChainSums known = sum_chains(own, steps, fixed);
  for (std::size_t word = 0; word < fixed.size(); ++word) {
    float* out = derivatives.row(layout.row(index, word + 1));
    for (std::size_t label = 0; label < steps.columns; ++label) {
      out[label] += scale * (all.words.row(word)[label] - known.words.row(word)[label]);
    }
  }
  for (std::size_t i = 0; i < d_steps.values.size(); ++i) {
    d_steps.values[i] += scale * (all.steps.values[i] - known.steps.values[i]);
  }
  return static_cast<double>(scale) * (all.log_total - known.log_total);
}

}  // namespace

void Losses::add(const Losses& other) {
  arcs += other.arcs;
  labels += other.labels;
  tags += other.tags;
  names += other.names;
}

Losses score_batch(const Kernels& kernels, const Weights& weights, const PackedWeights& packed,
                   const PackedTransposes& transposes, const BatchLayout& layout,
                   const std::vector<const GoldSentence*>& gold, const Forward& forward,
                   float scale, OutputGradients& outputs, Weights& gradients) {
  const auto like = [](const Matrix& from, Matrix& to) { to.reset(from.rows, from.columns); };
  like(forward.tags, outputs.tags);
  if (!forward.without_names) like(forward.names, outputs.names);
  like(forward.arcs, outputs.arcs);
  like(forward.distances, outputs.distances);
  like(forward.projected, outputs.projected);
  Losses losses;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    losses.arcs += arcs_of_sentence(kernels, layout, i, *gold[i], forward, scale, outputs);
    losses.tags += outcomes(layout, i, gold[i]->tags, forward.tags, weights.tag.columns,
                            kTagWeight * scale, outputs.tags);
    if (!gold[i]->has_names()) continue;
    losses.names += names_of_sentence(layout, i, gold[i]->names, forward.names, weights.name_step,
                                      kNameWeight * scale, outputs.names, gradients.name_step);
  }
  losses.labels = labels_of_batch(kernels, weights, packed, transposes,
                                  labelled_pairs(layout, gold), forward, scale, outputs, gradients);
  return losses;
}

}  // namespace dossier::extract
