// SPDX-License-Identifier: Apache-2.0
// AND, OR and NOT of searches.
#include <algorithm>
#include <iterator>
#include <map>

#include "storage/text/matcher.h"

namespace dossier::storage {
namespace {

constexpr auto kByOffset = [](const Scored& a, const Scored& b) { return a.offset < b.offset; };

// Texts of both, the scores added.
std::vector<Scored> both(const std::vector<Scored>& a, const std::vector<Scored>& b) {
  std::vector<Scored> out;
  auto at = b.begin();
  for (const Scored& text : a) {
    at = std::lower_bound(at, b.end(), text, kByOffset);
    if (at != b.end() && at->offset == text.offset)
      out.push_back({text.offset, text.score + at->score});
  }
  return out;
}

class AllMatcher : public Matcher {
 public:
  AllMatcher(std::vector<MatcherPtr> wanted, std::vector<MatcherPtr> unwanted)
      : wanted_(std::move(wanted)), unwanted_(std::move(unwanted)) {
    std::stable_sort(wanted_.begin(), wanted_.end(),
                     [](const auto& a, const auto& b) { return a->size() < b->size(); });
  }

  std::vector<std::uint64_t> buckets() const override {
    std::vector<std::uint64_t> out = wanted_.front()->buckets();
    for (std::size_t i = 1; i < wanted_.size() && !out.empty(); ++i) {
      const auto more = wanted_[i]->buckets();
      std::erase_if(out, [&](std::uint64_t bucket) {
        return !std::binary_search(more.begin(), more.end(), bucket);
      });
    }
    return out;
  }
  std::uint64_t size() const override { return wanted_.front()->size(); }
  std::vector<Scored> match(std::uint64_t bucket) const override {
    std::vector<Scored> out = wanted_.front()->match(bucket);
    for (std::size_t i = 1; i < wanted_.size() && !out.empty(); ++i)
      out = both(out, wanted_[i]->match(bucket));
    for (std::size_t i = 0; i < unwanted_.size() && !out.empty(); ++i) {
      const std::vector<Scored> without = unwanted_[i]->match(bucket);
      std::erase_if(out, [&](const Scored& text) {
        return std::binary_search(without.begin(), without.end(), text, kByOffset);
      });
    }
    return out;
  }
  void mark(std::uint64_t bucket, std::uint32_t offset,
            std::vector<std::uint32_t>& positions) const override {
    for (const MatcherPtr& part : wanted_) part->mark(bucket, offset, positions);
  }

 private:
  std::vector<MatcherPtr> wanted_;  ///< the rarest first
  std::vector<MatcherPtr> unwanted_;
};

class AnyMatcher : public Matcher {
 public:
  explicit AnyMatcher(std::vector<MatcherPtr> choices) : choices_(std::move(choices)) {}

  std::vector<std::uint64_t> buckets() const override {
    std::vector<std::uint64_t> out;
    for (const MatcherPtr& choice : choices_) {
      const auto more = choice->buckets();
      out.insert(out.end(), more.begin(), more.end());
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }
  std::uint64_t size() const override {
    std::uint64_t sum = 0;
    for (const MatcherPtr& choice : choices_) sum += choice->size();
    return sum;
  }
  std::vector<Scored> match(std::uint64_t bucket) const override {
    std::map<std::uint32_t, float> sums;
    for (const MatcherPtr& choice : choices_)
      for (const Scored& text : choice->match(bucket)) sums[text.offset] += text.score;
    std::vector<Scored> out;
    out.reserve(sums.size());
    for (const auto& [offset, score] : sums) out.push_back({offset, score});
    return out;
  }
  void mark(std::uint64_t bucket, std::uint32_t offset,
            std::vector<std::uint32_t>& positions) const override {
    for (const MatcherPtr& choice : choices_) choice->mark(bucket, offset, positions);
  }

 private:
  std::vector<MatcherPtr> choices_;
};

}  // namespace

MatcherPtr match_all(std::vector<MatcherPtr> wanted, std::vector<MatcherPtr> unwanted) {
  return std::make_unique<AllMatcher>(std::move(wanted), std::move(unwanted));
}

MatcherPtr match_any(std::vector<MatcherPtr> choices) {
  return std::make_unique<AnyMatcher>(std::move(choices));
}

}  // namespace dossier::storage
