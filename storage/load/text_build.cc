// SPDX-License-Identifier: Apache-2.0
#include "storage/load/text_build.h"

#include <algorithm>
#include <span>
#include <vector>

#include "dossier/error.h"
#include "storage/scan/reading.h"
#include "storage/scan/snapshot.h"
#include "storage/scan/text_reading.h"
#include "storage/text/keys.h"

namespace dossier::storage {
namespace {

constexpr std::size_t kAtOnce = 8192;  // texts in a batch

void publish(CurrentState& current, const TextInfo& info, Batch& batch) {
  current.require_current();
  auto next = std::make_shared<State>(*current.get());
  next->text = info;
  batch.put(Family::meta, kTextKey, encode_text_info(info));
  batch.write(Durability::synced);
  current.publish(std::move(next));
}

/// One run over all texts of a state.
class Build {
 public:
  Build(CurrentState& current, const TextIndexOptions& options)
      : state_(current.get()), options_(options), info_(state_->text) {
    for (const std::string& predicate : options.more_predicates) {
      const auto known = std::find(info_.predicates.begin(), info_.predicates.end(), predicate);
      if (known == info_.predicates.end()) info_.predicates.push_back(predicate);
    }
    info_.texts = info_.words = 0;
    info_.complete = true;
  }

  TextInfo run() {
    const auto source = make_snapshot(state_);
    const auto look = [this] { report("looking for texts"); };
    const std::vector<TermId> texts = texts_of(*source, indexed_predicates(*source, info_), look);
    std::vector<Term> terms(kAtOnce);
    for (std::size_t at = 0; at < texts.size(); at += kAtOnce) {
      const auto ids = std::span(texts).subspan(at, std::min(kAtOnce, texts.size() - at));
      source->terms(ids, std::span(terms).first(ids.size()));
      add(ids, terms);
      share_ = static_cast<double>(at + ids.size()) / static_cast<double>(texts.size());
      report("indexing texts");
    }
    return info_;
  }

 private:
  void add(std::span<const TermId> ids, const std::vector<Term>& terms) {
    TextLayer layer;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const std::string& text = terms[i].value();
      const std::vector<WordBase> forms = base_forms(text);
      const std::size_t words = layer.add(ids[i], text, forms);
      info_.words += words;
      info_.texts += words == 0 ? 0 : 1;
    }
    Batch batch(*state_->database);
    put_layer(batch, layer);
    batch.write(Durability::relaxed);
  }

  std::vector<WordBase> base_forms(const std::string& text) const {
    return options_.base_forms ? options_.base_forms(text) : std::vector<WordBase>{};
  }

  void report(std::string_view phase) const {
    const Progress progress{.phase = phase, .quads = info_.texts, .share = share_};
    if (options_.progress && !options_.progress(progress))
      throw Error(ErrorCode::cancelled, "indexing the texts was stopped");
  }

  std::shared_ptr<const State> state_;
  const TextIndexOptions& options_;
  TextInfo info_;
  double share_ = 0;
};

// How many quads each predicate of the index has.
std::vector<std::uint64_t> quads_with_texts(const State& state, const TextInfo& info) {
  const auto source = make_snapshot(std::make_shared<const State>(state));
  std::vector<std::uint64_t> out;
  for (const std::string& predicate : info.predicates) {
    ScanRequest request;
    request.permutation = Permutation::pos;
    request.prefix[0] = source->find(Term::iri(predicate));
    request.prefix_length = 1;
    out.push_back(request.prefix[0] ? source->estimate(request) : 0);
  }
  return out;
}

/// Takes texts that are gone out of the rows.
class Pruning {
 public:
  Pruning(CurrentState& current, const std::function<bool()>& go_on)
      : current_(current), go_on_(go_on), state_(current.get()), info_(state_->text) {
    const auto source = make_snapshot(state_);
    used_ = texts_of(*source, indexed_predicates(*source, info_), [] {});
  }

  void run() {
    bool goes_on = true;
    Batch batch(*state_->database);
    state_->database->each(Family::text, {}, state_->snapshot.get(),
                           [&](std::string_view key, std::string_view value) {
                             prune(key, value, batch);
                             return goes_on = go_on_();
                           });
    if (!goes_on || gone_.empty()) return;
    std::sort(gone_.begin(), gone_.end());
    gone_.erase(std::unique(gone_.begin(), gone_.end()), gone_.end());
    info_.texts -= std::min<std::uint64_t>(info_.texts, gone_.size());
    info_.words -= std::min(info_.words, words_);
    publish(current_, info_, batch);
  }

 private:
  void prune(std::string_view key, std::string_view value, Batch& batch) {
    std::string_view rows;
    std::uint64_t bucket = 0;
    if (!split_row_key(key, rows, bucket)) return;
    const Postings all = decode_postings(value);
    Postings kept;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const TermId id{bucket << kBucketBits | all.offset(i)};
      if (std::binary_search(used_.begin(), used_.end(), id)) {
        kept.add(all.offset(i), all.length(i), all.positions(i));
        continue;
      }
      gone_.push_back(id);
      if (rows.front() == static_cast<char>(TextTag::word)) words_ += all.positions(i).size();
    }
    if (kept.size() == all.size()) return;
    if (kept.empty())
      batch.erase(Family::text, key);
    else
      batch.put(Family::text, key, encode_postings(kept));
  }

  CurrentState& current_;
  const std::function<bool()>& go_on_;
  std::shared_ptr<const State> state_;
  TextInfo info_;
  std::vector<TermId> used_;
  std::vector<TermId> gone_;
  std::uint64_t words_ = 0;
};

}  // namespace

void build_text_index(CurrentState& current, const TextIndexOptions& options) {
  const TextInfo info = Build(current, options).run();
  Batch batch(*current.get()->database);
  publish(current, info, batch);
}

void settle_text_index(CurrentState& current, const State& before) {
  const auto state = current.get();
  const bool same = quads_with_texts(before, before.text) == quads_with_texts(*state, state->text);
  if (!same || !before.text.complete) return;
  TextInfo info = state->text;
  info.complete = true;
  Batch batch(*state->database);
  publish(current, info, batch);
}

void prune_text_index(CurrentState& current, const std::function<bool()>& go_on) {
  Pruning(current, go_on).run();
}

}  // namespace dossier::storage
