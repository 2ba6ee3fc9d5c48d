// SPDX-License-Identifier: Apache-2.0
#include "extract/train/neural/train_network.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <thread>
#include <tuple>

#include "extract/train/neural/adam.h"
#include "extract/train/neural/random.h"
#include "extract/train/neural/shard.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kShards = 2;

void initialise(Weights& weights, Random& random) {
  const auto fill = [&random](Matrix& matrix, float range) {
    for (float& value : matrix.values) value = random.between(-range, range);
  };
  const auto glorot = [&](Matrix& matrix) {
    fill(matrix, std::sqrt(6.0F / static_cast<float>(matrix.rows + matrix.columns)));
  };
  for (Matrix& table : weights.tables) {
    fill(table, std::sqrt(3.0F / static_cast<float>(table.columns)));
  }
  for (auto& layer : weights.lstm) {
    for (LstmWeights& direction : layer) {
      glorot(direction.input);
      glorot(direction.recurrent);
      for (std::size_t j = 0; j < kHidden; ++j) direction.bias.values[kHidden + j] = 1.0F;
    }
  }
  for (Matrix* matrix : {&weights.tag, &weights.name, &weights.project, &weights.arc,
                         &weights.distance, &weights.label}) {
    glorot(*matrix);
  }
}

using Batch = std::vector<const Example*>;

class Training {
 public:
  Training(const std::vector<Example>& examples, Weights& weights, const NetworkTraining& settings)
      : examples_(examples),
        settings_(settings),
        weights_(weights),
        adam_(weights, {}),
        random_(settings.seed),
        word_counts_(weights.tables[kWordSlot].rows) {
    for (const Example& example : examples) {
      for (const FeatureRow& feature : example.input.rows) {
        if (feature.slot == kWordSlot) ++word_counts_[feature.row];
      }
    }
    for (std::size_t i = 0; i < kShards; ++i) shards_.emplace_back(weights, word_counts_, settings);
  }

  Losses run_epoch(int epoch) {
    std::vector<Batch> batches = draw_batches();
    Losses losses;
    const auto count = static_cast<double>(batches.size());
    for (std::size_t i = 0; i < batches.size(); ++i) {
      const double done =
          (static_cast<double>(epoch) + static_cast<double>(i) / count) / settings_.epochs;
      const double slower = done < 0.4 ? 1.0 : (1.0 - done) / 0.6;
      losses.add(run_batch(batches[i], settings_.rate * static_cast<float>(slower)));
    }
    for (double* loss : {&losses.arcs, &losses.labels, &losses.tags, &losses.names}) *loss /= count;
    return losses;
  }

  const Weights& average() const { return adam_.average(); }

 private:
  /// Sentences of about the same length together, those with names apart from those without, in an
  /// order of their own each time.
  std::vector<Batch> draw_batches() {
    std::vector<std::tuple<bool, float, const Example*>> order;
    for (const Example& example : examples_) {
      const auto length = static_cast<float>(example.input.size());
      order.emplace_back(example.gold.has_names(), length * random_.between(0.9F, 1.1F), &example);
    }
    std::sort(order.begin(), order.end());
    std::vector<Batch> batches(1);
    std::size_t words = 0;
    bool named = false;
    for (const auto& [has_names, length, example] : order) {
      const bool other_kind = has_names != named && words > 0;
      named = has_names;
      if (words >= settings_.batch_words || other_kind) {
        batches.emplace_back();
        words = 0;
      }
      batches.back().push_back(example);
      words += example->input.size();
    }
    for (std::size_t i = batches.size() - 1; i > 0; --i) {
      std::swap(batches[i], batches[random_.below(static_cast<std::uint32_t>(i + 1))]);
    }
    return batches;
  }

  Losses run_batch(Batch& batch, float rate) {
    std::stable_sort(batch.begin(), batch.end(), [](const Example* a, const Example* b) {
      return a->input.size() > b->input.size();
    });
    std::array<Batch, kShards> parts;
    std::size_t words = 0;
    for (std::size_t i = 0; i < batch.size(); ++i) {
      parts[i % kShards].push_back(batch[i]);
      words += batch[i]->input.size() - 1;
    }
    const float scale = 1.0F / static_cast<float>(words);
    packed_.pack(weights_);
    transposes_.pack(weights_);
    std::array<Losses, kShards> losses;
    const std::uint32_t seed = random_.below(1U << 30);
    const auto run = [&](std::size_t i) {
      const auto own = seed + static_cast<std::uint32_t>(i);
      losses[i] = shards_[i].run(weights_, packed_, transposes_, parts[i], scale, own);
    };
    if (settings_.threads > 1) {
      std::thread second(run, std::size_t{1});
      run(0);
      second.join();
    } else {
      run(0);
      run(1);
    }
    step(rate);
    losses[0].add(losses[1]);
    return losses[0];
  }

  void step(float rate) {
    TouchedRows touched = shards_[0].touched();
    Weights& sum = shards_[0].gradients();
    Weights& other = shards_[1].gradients();
    for (std::size_t slot = 0; slot < kSlots; ++slot) {
      for (const auto row : shards_[1].touched()[slot]) {
        float* to = sum.tables[slot].row(row);
        const float* from = other.tables[slot].row(row);
        for (std::size_t j = 0; j < kSlotWidth[slot]; ++j) to[j] += from[j];
      }
      std::vector<std::uint32_t> all;
      std::set_union(touched[slot].begin(), touched[slot].end(), shards_[1].touched()[slot].begin(),
                     shards_[1].touched()[slot].end(), std::back_inserter(all));
      touched[slot] = std::move(all);
    }
    std::vector<const Matrix*> from;
    other.for_each([&from](Matrix& matrix) { from.push_back(&matrix); });
    std::size_t index = 0;
    sum.for_each([&](Matrix& matrix) {
      const Matrix& part = *from[index];
      if (index++ < kSlots) return;
      for (std::size_t j = 0; j < matrix.values.size(); ++j) matrix.values[j] += part.values[j];
    });
    adam_.step(sum, touched, rate);
    clear_rows(sum, touched);
  }

  /// Rows only the second shard used are not the first one's to clear.
  static void clear_rows(Weights& sum, const TouchedRows& touched) {
    for (std::size_t slot = 0; slot < kSlots; ++slot) {
      for (const auto row : touched[slot]) {
        std::fill_n(sum.tables[slot].row(row), kSlotWidth[slot], 0.0F);
      }
    }
  }

  const std::vector<Example>& examples_;
  NetworkTraining settings_;
  Weights& weights_;
  Adam adam_;
  Random random_;
  std::vector<std::uint32_t> word_counts_;
  std::vector<Shard> shards_;
  PackedWeights packed_;
  PackedTransposes transposes_;
};

}  // namespace

Weights train_network(const std::vector<Example>& examples,
                      const std::array<std::size_t, kSlots>& table_rows, OutputCounts outputs,
                      const NetworkTraining& settings, const EpochReport& report) {
  Weights weights = make_weights(table_rows, outputs);
  Random random(settings.seed);
  initialise(weights, random);
  Training training(examples, weights, settings);
  for (int epoch = 0; epoch < std::min(settings.epochs, settings.stop_after); ++epoch) {
    const Losses losses = training.run_epoch(epoch);
    if (report) report(epoch + 1, losses, training.average());
  }
  return training.average();
}

}  // namespace dossier::extract
