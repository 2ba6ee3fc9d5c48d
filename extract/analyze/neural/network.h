// SPDX-License-Identifier: Apache-2.0
// Tags, names and a dependency tree for sentences, by one network: two layers of BiLSTM, a scorer
// for each, and a decoder for names and trees.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analyze/neural/forward.h"
#include "extract/analyze/neural/network_file.h"

namespace dossier::extract {

/// What the network reads in one word. Indices are into the network's tables.
struct ReadWord {
  std::uint32_t tag = 0;
  std::uint32_t name = 0;
  std::uint32_t head = 0;  ///< position from 1; 0: the root
  std::uint32_t label = 0;
  float head_probability = 0;   ///< of the arc among all heads for this word
  float label_probability = 0;  ///< of the label given the arc
  float name_probability = 0;
};
using ReadSentence = std::vector<ReadWord>;

/// Immutable; any number of threads may use it.
class Network {
 public:
  /// Over bytes that must outlive the network. Throws Error(input) when they are damaged.
  explicit Network(std::string_view bytes, const Kernels& kernels = best_kernels());

  /// Reads sentences, together for speed; what is read in one does not depend on the others.
  std::vector<ReadSentence> read(const std::vector<SentenceInput>& sentences) const;

  const InputVocabulary& vocabulary() const noexcept { return parts_.vocabulary; }
  const std::vector<std::string>& tags() const { return parts_.tags; }
  const std::string& name(std::uint32_t index) const { return parts_.names[index]; }
  const std::vector<std::string>& labels() const { return parts_.labels; }

 private:
  void read_batch(const std::vector<SentenceInput>& sentences,
                  const std::vector<std::size_t>& members, std::vector<ReadSentence>& out) const;
  void read_tree(const Forward& forward, const BatchLayout& layout, std::size_t index,
                 ReadSentence& sentence) const;
  void read_labels(const Forward& forward, const BatchLayout& layout, std::size_t index,
                   ReadSentence& sentence) const;
  void read_names(const Forward& forward, const BatchLayout& layout, std::size_t index,
                  ReadSentence& sentence) const;

  const Kernels& kernels_;
  NetworkParts parts_;
  PackedWeights packed_;
  std::uint32_t root_label_ = 0;
};

}  // namespace dossier::extract
