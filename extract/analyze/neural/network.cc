// SPDX-License-Identifier: Apache-2.0
#include "extract/analyze/neural/network.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "dossier/error.h"
#include "extract/analyze/neural/eisner.h"
#include "extract/analyze/neural/label_chain.h"
#include "extract/interruption.h"

namespace dossier::extract {
namespace {

/// Enough words for the products to be quick, few enough to stay in the cache.
constexpr std::size_t kBatchWords = 500;

std::uint32_t best_of(const float* scores, std::size_t count) {
  return static_cast<std::uint32_t>(std::max_element(scores, scores + count) - scores);
}

/// The logarithm of the sum of exponentials.
float log_sum(const float* scores, std::size_t count) {
  const float top = *std::max_element(scores, scores + count);
  float sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += std::exp(scores[i] - top);
  return top + std::log(sum);
}

}  // namespace

Network::Network(std::string_view bytes, const Kernels& kernels)
    : kernels_(kernels), parts_(read_network_file(bytes)) {
  packed_.pack(parts_.weights);
  for (std::size_t i = 2; i < parts_.names.size(); i += 2) {
    if (parts_.names[i].substr(1) != parts_.names[i - 1].substr(1)) {
      throw Error(ErrorCode::input, "the language model ANLY cannot be used: its names' labels");
    }
  }
  const auto root = std::find(parts_.labels.begin(), parts_.labels.end(), "root");
  if (root == parts_.labels.end() || parts_.labels.size() < 2 || parts_.names[0] != "O") {
    throw Error(ErrorCode::input, "the language model ANLY cannot be used: no root among labels");
  }
  root_label_ = static_cast<std::uint32_t>(root - parts_.labels.begin());
}

std::vector<ReadSentence> Network::read(const std::vector<SentenceInput>& sentences) const {
  std::vector<std::size_t> order(sentences.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return sentences[a].size() > sentences[b].size();
  });
  std::vector<ReadSentence> out(sentences.size());
  std::vector<std::size_t> members;
  std::size_t words = 0;
  for (const std::size_t index : order) {
    members.push_back(index);
    words += sentences[index].size();
    if (words < kBatchWords) continue;
    Interruption::check_here();
    read_batch(sentences, members, out);
    members.clear();
    words = 0;
  }
  if (!members.empty()) read_batch(sentences, members, out);
  return out;
}

void Network::read_batch(const std::vector<SentenceInput>& sentences,
                         const std::vector<std::size_t>& members,
                         std::vector<ReadSentence>& out) const {
  std::vector<std::size_t> lengths;
  for (const std::size_t member : members) lengths.push_back(sentences[member].size());
  const BatchLayout layout(lengths);
  Forward forward;
  forward.input.reset(layout.rows(), kInputWidth);
  for (std::size_t i = 0; i < members.size(); ++i) {
    embed(parts_.weights, sentences[members[i]], layout, i, forward.input);
  }
  run_forward(kernels_, parts_.weights, packed_, layout, {}, forward);
  for (std::size_t i = 0; i < members.size(); ++i) {
    ReadSentence& sentence = out[members[i]];
    sentence.resize(lengths[i] - 1);
    for (std::size_t word = 1; word < lengths[i]; ++word) {
      sentence[word - 1].tag = best_of(forward.tags.row(layout.row(i, word)), parts_.tags.size());
    }
    read_names(forward, layout, i, sentence);
    read_tree(forward, layout, i, sentence);
    read_labels(forward, layout, i, sentence);
  }
}

void Network::read_tree(const Forward& forward, const BatchLayout& layout, std::size_t index,
                        ReadSentence& sentence) const {
  const std::size_t size = sentence.size() + 1;
  Matrix scores;
  score_arcs(kernels_, forward, layout, index, size, scores);
  for (std::size_t word = 1; word < size; ++word) {
    float* row = scores.row(word);
    row[word] = -1e30F;
    const float total = log_sum(row, size);
    for (std::size_t head = 0; head < size; ++head) row[head] -= total;
  }
  const std::vector<std::uint32_t> heads = best_tree(scores, size);
  for (std::size_t word = 1; word < size; ++word) {
    sentence[word - 1].head = heads[word];
    sentence[word - 1].head_probability = std::exp(scores.row(word)[heads[word]]);
  }
}

void Network::read_labels(const Forward& forward, const BatchLayout& layout, std::size_t index,
                          ReadSentence& sentence) const {
  Matrix pairs(sentence.size(), kPairWidth);
  for (std::size_t word = 0; word < sentence.size(); ++word) {
    pair_view(forward.projected.row(layout.row(index, sentence[word].head)),
              forward.projected.row(layout.row(index, word + 1)), pairs.row(word));
  }
  Matrix scores;
  multiply(kernels_, pairs.operand(), pairs.rows, packed_.label, &parts_.weights.label_bias,
           scores);
  for (std::size_t word = 0; word < sentence.size(); ++word) {
    ReadWord& read = sentence[word];
    float* row = scores.row(word);
    const float total = log_sum(row, parts_.labels.size());
    const float root = row[root_label_];
    row[root_label_] = -1e30F;
    read.label = read.head == 0 ? root_label_ : best_of(row, parts_.labels.size());
    read.label_probability = std::exp((read.head == 0 ? root : row[read.label]) - total);
  }
}

void Network::read_names(const Forward& forward, const BatchLayout& layout, std::size_t index,
                         ReadSentence& sentence) const {
  Matrix scores(sentence.size(), parts_.names.size());
  for (std::size_t word = 0; word < sentence.size(); ++word) {
    std::copy_n(forward.names.row(layout.row(index, word + 1)), scores.columns, scores.row(word));
  }
  const Matrix& steps = parts_.weights.name_step;
  const std::vector<std::uint32_t> chain = best_chain(scores, steps);
  const ChainSums sums = sum_chains(scores, steps);
  for (std::size_t word = 0; word < sentence.size(); ++word) {
    sentence[word].name = chain[word];
    sentence[word].name_probability = sums.words.row(word)[chain[word]];
  }
}

}  // namespace dossier::extract
