// SPDX-License-Identifier: Apache-2.0
#include "storage/text/text_layer.h"

#include <array>
#include <utility>

#include "storage/text/keys.h"
#include "storage/text/words.h"

namespace dossier::storage {
namespace {

using Places = std::map<std::string, std::vector<std::uint32_t>>;  // by rows

/// Walks along the base forms of a text.
class Forms {
 public:
  explicit Forms(std::span<const WordBase> forms) : forms_(forms) {}

  // The folded base form of the word at these bytes; empty when it has none.
  const std::string& of(std::size_t begin, std::size_t end) {
    folded_.clear();
    while (at_ < forms_.size() && forms_[at_].begin < begin) ++at_;
    if (at_ == forms_.size() || forms_[at_].begin != begin || forms_[at_].end != end)
      return folded_;
    const std::string& form = forms_[at_].base;
    each_word(form, [&](std::string_view word, std::size_t from, std::size_t to) {
      if (from == 0 && to == form.size()) folded_ = word;
    });
    return folded_;
  }

 private:
  std::span<const WordBase> forms_;
  std::size_t at_ = 0;
  std::string folded_;
};

}  // namespace

std::size_t TextLayer::add(TermId id, std::string_view text, std::span<const WordBase> forms) {
  Places places;
  Forms bases(forms);
  std::uint32_t count = 0;
  each_word(text, [&](std::string_view word, std::size_t begin, std::size_t end) {
    places[rows_of(TextTag::word, word)].push_back(count);
    const std::string& base = bases.of(begin, end);
    if (!base.empty()) forms_.insert(form_key(word, base));
    if (!base.empty() && base != word) places[rows_of(TextTag::lemma, base)].push_back(count);
    ++count;
  });
  const std::uint8_t length = length_class(count);
  for (const auto& [rows, positions] : places) {
    rows_[row_key(rows, bucket_of(id.bits()))].add(offset_in_bucket(id.bits()), length, positions);
  }
  return count;
}

LayeredIndex::LayeredIndex(std::unique_ptr<const TextIndex> below, const TextLayer& layer,
                           TextInfo info)
    : below_(std::move(below)), info_(std::move(info)) {
  for (const auto& [key, postings] : layer.rows()) above_[key] = encode_postings(postings);
  for (const std::string& key : layer.forms()) above_[key];
}

std::string LayeredIndex::united(std::string_view below, std::string_view above) {
  if (above.empty()) return std::string(below);  // a form
  const std::array parts{decode_postings(below), decode_postings(above)};
  return encode_postings(unite(parts));
}

void LayeredIndex::rows(std::string_view prefix, const Visit& visit) const {
  auto at = above_.lower_bound(prefix);
  bool goes_on = true;
  const auto visit_above = [&] {
    goes_on = visit(at->first, at->second);
    ++at;
  };
  const auto is_left = [&] { return at != above_.end() && at->first.starts_with(prefix); };
  if (below_ != nullptr) {
    below_->rows(prefix, [&](std::string_view key, std::string_view value) {
      while (goes_on && is_left() && at->first < key) visit_above();
      if (!goes_on) return false;
      if (!is_left() || at->first != key) return goes_on = visit(key, value);
      goes_on = visit(key, united(value, at->second));
      ++at;
      return goes_on;
    });
  }
  while (goes_on && is_left()) visit_above();
}

std::optional<std::string> LayeredIndex::row(std::string_view key) const {
  std::optional<std::string> below = below_ == nullptr ? std::nullopt : below_->row(key);
  const auto above = above_.find(key);
  if (above == above_.end()) return below;
  return below ? united(*below, above->second) : above->second;
}

}  // namespace dossier::storage
