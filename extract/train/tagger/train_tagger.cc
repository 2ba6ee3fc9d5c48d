// SPDX-License-Identifier: Apache-2.0
#include "extract/train/tagger/train_tagger.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <numeric>
#include <random>
#include <unordered_map>
#include <utility>

#include "dossier/error.h"
#include "extract/lexicon/tag_features.h"
#include "extract/models/model_file.h"
#include "extract/train/tagger/train_lemmas.h"

namespace dossier::extract {
namespace {

struct Example {
  std::vector<TagWord> words;
  std::vector<std::uint8_t> gold;
};

/// Words that always had one label, and often enough to trust.
constexpr int kFrequent = 30;

class Perceptron {
 public:
  Perceptron(const std::vector<ConlluSentence>& treebank, const Lexicon& lexicon,
             const TaggerTraining& settings)
      : settings_(settings) {
    number_labels(treebank);
    for (const ConlluSentence& sentence : treebank) add_example(sentence, lexicon);
    count_features();
  }

  void train() {
    std::mt19937 random(20201122);
    std::vector<std::size_t> order(examples_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (int epoch = 1; epoch <= settings_.epochs; ++epoch) {
      for (std::size_t i = order.size() - 1; i > 0; --i)
        std::swap(order[i], order[random() % (i + 1)]);
      std::size_t wrong = 0;
      std::size_t total = 0;
      for (const std::size_t index : order) {
        wrong += learn(examples_[index]);
        total += examples_[index].gold.size();
      }
      fmt::print("epoch {}: {:.2f} % of {} training words wrong\n", epoch,
                 100.0 * static_cast<double>(wrong) / static_cast<double>(total), total);
      std::fflush(stdout);
    }
  }

  std::vector<std::string> sections() {
    std::string slots;
    std::string weights;
    pack_weights(slots, weights);
    std::vector<std::string> frequent;
    std::string frequent_labels;
    for (const auto& [form, label] : one_label_words()) {
      frequent.push_back(form);
      frequent_labels += static_cast<char>(label);
    }
    return {StringTable::pack(labels_), slots, weights, StringTable::pack(frequent),
            frequent_labels};
  }

 private:
  void number_labels(const std::vector<ConlluSentence>& treebank) {
    std::map<std::string, int> counts;
    for (const auto& sentence : treebank) {
      for (const auto& word : sentence.words) ++counts[word.upos + "\t" + word.xpos];
    }
    for (const auto& [label, count] : counts) {
      if (count < 4) continue;
      label_number_.emplace(label, static_cast<std::uint8_t>(labels_.size()));
      labels_.push_back(label);
    }
    if (labels_.size() >= kNoLabel) throw Error(ErrorCode::input, "more than 254 different tags");
    fmt::print("{} labels\n", labels_.size());
  }

  void add_example(const ConlluSentence& sentence, const Lexicon& lexicon) {
    Example example;
    std::vector<std::string_view> forms;
    for (const auto& word : sentence.words) {
      forms.push_back(word.form);
      const auto label = label_number_.find(word.upos + "\t" + word.xpos);
      example.gold.push_back(label == label_number_.end() ? kNoLabel : label->second);
    }
    example.words = tag_words(forms, lexicon);
    examples_.push_back(std::move(example));
  }

  /// Numbers the features that occur often enough; the history is the gold one here.
  void count_features() {
    std::unordered_map<std::uint64_t, int> counts;
    std::vector<std::uint64_t> features;
    for (const Example& example : examples_) {
      for (std::size_t i = 0; i < example.words.size(); ++i) {
        features.clear();
        static_features(example.words, i, features);
        history_features(example.words, i, i > 0 ? example.gold[i - 1] : kNoLabel,
                         i > 1 ? example.gold[i - 2] : kNoLabel, features);
        for (const std::uint64_t feature : features) {
          if (++counts[feature] == settings_.least_count) {
            feature_number_.emplace(feature, static_cast<std::uint32_t>(feature_number_.size()));
          }
        }
      }
    }
    const std::size_t size = feature_number_.size() * labels_.size();
    weights_.assign(size, 0.0F);
    totals_.assign(size, 0.0F);
    stamps_.assign(size, 0);
    fmt::print("{} features\n", feature_number_.size());
  }

  std::size_t learn(const Example& example) {
    std::size_t wrong = 0;
    std::uint8_t previous = kNoLabel;
    std::uint8_t before = kNoLabel;
    for (std::size_t i = 0; i < example.words.size(); ++i) {
      hashes_.clear();
      static_features(example.words, i, hashes_);
      history_features(example.words, i, previous, before, hashes_);
      active_.clear();
      for (const std::uint64_t hash : hashes_) {
        const auto found = feature_number_.find(hash);
        if (found != feature_number_.end()) active_.push_back(found->second);
      }
      const std::uint8_t guess = best_label();
      const std::uint8_t gold = example.gold[i];
      ++step_;
      if (gold != kNoLabel && guess != gold) {
        ++wrong;
        for (const std::uint32_t feature : active_) {
          update(feature, gold, 1.0F);
          update(feature, guess, -1.0F);
        }
      }
      before = previous;
      previous = guess;
    }
    return wrong;
  }

  std::uint8_t best_label() {
    scores_.assign(labels_.size(), 0.0F);
    for (const std::uint32_t feature : active_) {
      const float* row = weights_.data() + std::size_t{feature} * labels_.size();
      for (std::size_t label = 0; label < labels_.size(); ++label) scores_[label] += row[label];
    }
    return static_cast<std::uint8_t>(std::max_element(scores_.begin(), scores_.end()) -
                                     scores_.begin());
  }

  void update(std::uint32_t feature, std::uint8_t label, float change) {
    const std::size_t at = std::size_t{feature} * labels_.size() + label;
    totals_[at] += weights_[at] * static_cast<float>(step_ - stamps_[at]);
    stamps_[at] = step_;
    weights_[at] += change;
  }

  float average(std::size_t at) const {
    const float total = totals_[at] + weights_[at] * static_cast<float>(step_ - stamps_[at]);
    return total / static_cast<float>(step_);
  }

  std::string pack_row(std::uint32_t feature, float scale) const {
    std::string row;
    for (std::size_t label = 0; label < labels_.size(); ++label) {
      const float weight = average(std::size_t{feature} * labels_.size() + label) * scale;
      const auto rounded = static_cast<std::int16_t>(std::lround(weight));
      if (std::abs(weight) < settings_.least_weight * scale || rounded == 0) continue;
      row += static_cast<char>(label);
      append_number(row, rounded);
    }
    return row;
  }

  void pack_weights(std::string& slots, std::string& weights) const {
    float largest = 0.0F;
    for (std::size_t i = 0; i < weights_.size(); ++i)
      largest = std::max(largest, std::abs(average(i)));
    const float scale = 32000.0F / largest;
    std::map<std::uint64_t, std::string> rows;
    for (const auto& [hash, feature] : feature_number_) {
      std::string row = pack_row(feature, scale);
      if (!row.empty()) rows.emplace(hash, std::move(row));
    }
    std::uint64_t capacity = 1;
    while (capacity < rows.size() * 3 / 2) capacity *= 2;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> table(capacity);
    std::unordered_map<std::string, std::uint32_t> known;
    for (const auto& [hash, row] : rows) {
      const auto [entry, added] = known.emplace(row, static_cast<std::uint32_t>(weights.size()));
      if (added) weights += static_cast<char>(row.size() / 3) + row;
      std::uint64_t slot = hash & (capacity - 1);
      while (table[slot].first != 0) slot = (slot + 1) & (capacity - 1);
      table[slot] = {static_cast<std::uint32_t>(hash >> 32) | 1U, entry->second};
    }
    for (const auto& [check, offset] : table) {
      append_number(slots, check);
      append_number(slots, offset);
    }
    fmt::print("{} features kept, {} bytes of weights\n", rows.size(), weights.size());
  }

  std::map<std::string, std::uint8_t> one_label_words() const {
    std::map<std::string, std::map<std::uint8_t, int>> seen;
    for (const Example& example : examples_) {
      for (std::size_t i = 0; i < example.words.size(); ++i) {
        ++seen[example.words[i].form][example.gold[i]];
      }
    }
    std::map<std::string, std::uint8_t> words;
    for (const auto& [form, labels] : seen) {
      const auto& [label, count] = *labels.begin();
      if (labels.size() == 1 && count >= kFrequent && label != kNoLabel) words.emplace(form, label);
    }
    return words;
  }

  TaggerTraining settings_;
  std::vector<std::string> labels_;
  std::map<std::string, std::uint8_t> label_number_;
  std::vector<Example> examples_;
  std::unordered_map<std::uint64_t, std::uint32_t> feature_number_;
  std::vector<float> weights_;
  std::vector<float> totals_;
  std::vector<std::uint32_t> stamps_;
  std::uint32_t step_ = 0;
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> active_;
  std::vector<float> scores_;
};

}  // namespace

std::string train_tagger(const std::vector<ConlluSentence>& treebank, const Lexicon& lexicon,
                         const TaggerTraining& settings) {
  Perceptron perceptron(treebank, lexicon, settings);
  perceptron.train();
  std::vector<std::string> sections = perceptron.sections();
  for (std::string& section : train_lemmas(treebank)) sections.push_back(std::move(section));
  return make_model_file("TAGR", sections);
}

}  // namespace dossier::extract
