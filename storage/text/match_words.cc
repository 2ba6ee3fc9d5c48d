// SPDX-License-Identifier: Apache-2.0
// Words and phrases, with their weight by BM25 (Robertson and others, TREC-3).
#include <algorithm>
#include <cmath>
#include <iterator>

#include "dossier/error.h"
#include "storage/text/keys.h"
#include "storage/text/matcher.h"

namespace dossier::storage {
namespace {

/// A prefix that means more rows than this is too short.
constexpr std::size_t kMostRows = 200'000;

std::vector<std::uint64_t> intersection(const std::vector<std::uint64_t>& a,
                                        const std::vector<std::uint64_t>& b) {
  std::vector<std::uint64_t> out;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

class WordsMatcher : public Matcher {
 public:
  WordsMatcher(const TextInfo& info, std::vector<Alternatives> words) : words_(std::move(words)) {
    const auto texts = static_cast<double>(std::max<std::uint64_t>(info.texts, 1));
    const double found = std::min(static_cast<double>(size()), texts);
    weight_ = static_cast<float>(std::log(1 + (texts - found + 0.5) / (found + 0.5)));
    average_ = std::max(1.0F, static_cast<float>(static_cast<double>(info.words) / texts));
  }

  std::vector<std::uint64_t> buckets() const override {
    std::vector<std::uint64_t> out = words_.front().buckets();
    for (std::size_t i = 1; i < words_.size(); ++i) out = intersection(out, words_[i].buckets());
    return out;
  }
  std::uint64_t size() const override {
    std::uint64_t least = words_.front().size();
    for (const Alternatives& word : words_) least = std::min(least, word.size());
    return least;
  }
  std::vector<Scored> match(std::uint64_t bucket) const override {
    const Postings found = postings(bucket);
    std::vector<Scored> out;
    out.reserve(found.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      const std::size_t times = found.positions(i).size() / words_.size();
      out.push_back({found.offset(i), score(std::max<std::size_t>(times, 1), found.length(i))});
    }
    return out;
  }
  void mark(std::uint64_t bucket, std::uint32_t offset,
            std::vector<std::uint32_t>& positions) const override {
    const Postings found = postings(bucket);
    const std::size_t i = found.find(offset);
    if (i == found.size()) return;
    const auto more = found.positions(i);
    positions.insert(positions.end(), more.begin(), more.end());
  }

 private:
  float score(std::size_t times, std::uint8_t length) const {
    constexpr float kSaturation = 1.2F;
    constexpr float kLengthShare = 0.75F;
    const float relative = length_of_class(length) / average_;
    const auto often = static_cast<float>(times);
    return weight_ * often * (kSaturation + 1) /
           (often + kSaturation * (1 - kLengthShare + kLengthShare * relative));
  }

  // With the positions of all words of each occurrence.
  Postings postings(std::uint64_t bucket) const {
    if (words_.size() == 1) return words_.front().postings(bucket);
    std::vector<Postings> words;
    for (const Alternatives& word : words_) {
      words.push_back(word.postings(bucket));
      if (words.back().empty()) return {};
    }
    Postings out;
    for (std::size_t i = 0; i < words.front().size(); ++i) add_phrase(words, i, out);
    return out;
  }

  // The phrase in the text at place `i` of the first word.
  static void add_phrase(const std::vector<Postings>& words, std::size_t i, Postings& out) {
    const std::uint32_t offset = words.front().offset(i);
    std::vector<std::size_t> places;
    for (const Postings& word : words) {
      places.push_back(word.find(offset));
      if (places.back() == word.size()) return;
    }
    std::vector<std::uint32_t> positions;
    for (const std::uint32_t start : words.front().positions(i)) {
      bool whole = true;
      for (std::size_t k = 1; whole && k < words.size(); ++k) {
        const auto other = words[k].positions(places[k]);
        whole =
            std::binary_search(other.begin(), other.end(), start + static_cast<std::uint32_t>(k));
      }
      for (std::uint32_t k = 0; whole && k < words.size(); ++k) positions.push_back(start + k);
    }
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    if (!positions.empty()) out.add(offset, words.front().length(i), positions);
  }

  std::vector<Alternatives> words_;
  float weight_ = 0;
  float average_ = 1;
};

}  // namespace

void Alternatives::add(const std::string& rows) {
  index_->rows(rows, [&](std::string_view key, std::string_view value) {
    std::string_view word;
    std::uint64_t bucket = 0;
    if (!split_row_key(key, word, bucket)) {
      throw Error(ErrorCode::storage, "a key of the text index is damaged: run 'check'");
    }
    if (rows_.size() == kMostRows) {
      throw Error(ErrorCode::limit, "too many words begin with these letters: write more of them");
    }
    rows_.push_back({bucket, std::string(key)});
    count_ += count_postings(value);
    return true;
  });
}

void Alternatives::finish() {
  std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
    return std::pair(a.bucket, std::string_view(a.key)) <
           std::pair(b.bucket, std::string_view(b.key));
  });
  rows_.erase(std::unique(rows_.begin(), rows_.end(),
                          [](const Row& a, const Row& b) { return a.key == b.key; }),
              rows_.end());
}

std::vector<std::uint64_t> Alternatives::buckets() const {
  std::vector<std::uint64_t> out;
  for (const Row& row : rows_) {
    if (out.empty() || out.back() != row.bucket) out.push_back(row.bucket);
  }
  return out;
}

Postings Alternatives::postings(std::uint64_t bucket) const {
  auto at = std::lower_bound(rows_.begin(), rows_.end(), bucket,
                             [](const Row& row, std::uint64_t b) { return row.bucket < b; });
  std::vector<Postings> parts;
  for (; at != rows_.end() && at->bucket == bucket; ++at) {
    const auto bytes = index_->row(at->key);
    if (bytes) parts.push_back(decode_postings(*bytes));
  }
  return unite(parts);
}

MatcherPtr match_words(const TextIndex& index, std::vector<Alternatives> words) {
  return std::make_unique<WordsMatcher>(index.info(), std::move(words));
}

}  // namespace dossier::storage
