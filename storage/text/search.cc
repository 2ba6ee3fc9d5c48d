// SPDX-License-Identifier: Apache-2.0
#include "storage/text/search.h"

#include <algorithm>
#include <utility>

#include "dossier/error.h"
#include "model/nearest.h"
#include "model/stack.h"
#include "parser/search/query.h"
#include "storage/text/base_forms.h"
#include "storage/text/keys.h"
#include "storage/text/matcher.h"
#include "storage/text/words.h"

namespace dossier::storage {
namespace {

using search::All;
using search::Any;
using search::Words;

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> out;
  each_word(text, [&](std::string_view word, std::size_t, std::size_t) { out.emplace_back(word); });
  return out;
}

/// Makes matchers of a parsed search.
class Builder {
 public:
  Builder(const TextIndex& index, std::vector<std::string>& unknown)
      : index_(index), unknown_(unknown) {}

  // Null for what has no word, as "&".
  MatcherPtr build(const search::Node& node) {
    return with_stack(
        [&] { return std::visit([&](const auto& n) { return make(n); }, node.node); });
  }

 private:
  std::vector<MatcherPtr> parts(const std::vector<search::Node>& nodes) {
    std::vector<MatcherPtr> out;
    for (const search::Node& node : nodes)
      if (MatcherPtr part = build(node)) out.push_back(std::move(part));
    return out;
  }

  MatcherPtr make(const All& all) {
    std::vector<MatcherPtr> wanted = parts(all.wanted);
    const std::size_t known = unknown_.size();
    std::vector<MatcherPtr> unwanted = parts(all.unwanted);
    unknown_.resize(known);  // nobody misses what is not wanted
    if (wanted.empty()) return nullptr;
    return match_all(std::move(wanted), std::move(unwanted));
  }

  MatcherPtr make(const Any& any) {
    std::vector<MatcherPtr> choices = parts(any.choices);
    if (choices.empty()) return nullptr;
    return match_any(std::move(choices));
  }

  MatcherPtr make(const Words& written) {
    const std::vector<std::string> words = folded_words(written.text);
    if (words.empty()) return nullptr;
    const bool exact = written.quoted || words.size() > 1;
    std::vector<Alternatives> alternatives;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool last = i + 1 == words.size();
      Alternatives word(index_);
      if (written.prefix && last)
        word.add(rows_of(TextTag::word, words[i], false));
      else
        add_forms(word, words[i], exact);
      if (written.fuzzy && last) add_similar(word, words[i]);
      word.finish();
      if (word.size() == 0) unknown_.push_back(words.size() == 1 ? written.text : words[i]);
      alternatives.push_back(std::move(word));
    }
    return match_words(index_, std::move(alternatives));
  }

  void add_forms(Alternatives& to, const std::string& word, bool exact) {
    if (exact) return to.add(rows_of(TextTag::word, word));
    const WordForms forms = forms_of(index_, word);
    for (const std::string& written : forms.words) to.add(rows_of(TextTag::word, written));
    for (const std::string& lemma : forms.lemmas) to.add(rows_of(TextTag::lemma, lemma));
  }

  void add_similar(Alternatives& to, const std::string& word) {
    for (const std::string& similar : similar_words(index_, word))
      to.add(rows_of(TextTag::word, similar));
  }

  const TextIndex& index_;
  std::vector<std::string>& unknown_;
};

std::size_t first_letter(std::string_view word) {
  std::size_t size = 1;
  while (size < word.size() && (static_cast<unsigned char>(word[size]) & 0xC0) == 0x80) ++size;
  return size;
}

}  // namespace

TextSearch::TextSearch(std::shared_ptr<const TextIndex> index, std::string_view query)
    : index_(std::move(index)) {
  if (!index_->info().complete) {
    throw Error(ErrorCode::usage,
                "the text index does not have all texts yet: run 'dossier index' on this knowledge "
                "base, which adds them");
  }
  root_ = Builder(*index_, unknown_).build(search::parse(query));
  if (!root_) throw Error(ErrorCode::usage, "the search has no word: write letters or digits");
}

TextSearch::TextSearch(TextSearch&&) noexcept = default;
TextSearch& TextSearch::operator=(TextSearch&&) noexcept = default;
TextSearch::~TextSearch() = default;

std::uint64_t TextSearch::estimate() const { return root_->size(); }

std::vector<TextHit> TextSearch::hits(const TextWatch& watch) const {
  std::vector<TextHit> out;
  for (const std::uint64_t bucket : root_->buckets()) {
    for (const Scored& text : root_->match(bucket))
      out.push_back({TermId{bucket << kBucketBits | text.offset}, text.score});
    if (watch) watch(out.size());
  }
  return out;
}

std::vector<TextMark> TextSearch::marks(TermId literal, std::string_view text) const {
  std::vector<std::uint32_t> positions;
  root_->mark(bucket_of(literal.bits()), offset_in_bucket(literal.bits()), positions);
  std::sort(positions.begin(), positions.end());
  std::vector<TextMark> out;
  std::uint32_t count = 0;
  each_word(text, [&](std::string_view, std::size_t begin, std::size_t end) {
    if (!std::binary_search(positions.begin(), positions.end(), count++)) return;
    const TextMark mark{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const bool goes_on = !out.empty() && text.substr(out.back().end, begin - out.back().end) == " ";
    if (goes_on)
      out.back().end = mark.end;
    else
      out.push_back(mark);
  });
  return out;
}

std::vector<std::string> similar_words(const TextIndex& index, std::string_view word) {
  constexpr std::size_t kLongWord = 6;
  constexpr std::size_t kMost = 8;
  const std::size_t most = word.size() >= kLongWord ? 2 : 1;
  std::vector<std::pair<std::size_t, std::string>> near;
  std::string last;
  const std::string start = rows_of(TextTag::word, word.substr(0, first_letter(word)), false);
  index.rows(start, [&](std::string_view key, std::string_view) {
    std::string_view rows;
    std::uint64_t bucket = 0;
    if (!split_row_key(key, rows, bucket)) return true;
    const std::string_view candidate = rows.substr(1, rows.size() - 2);
    if (candidate == last) return true;
    last = candidate;
    const std::size_t longer = std::max(candidate.size(), word.size());
    if (longer - std::min(candidate.size(), word.size()) > most || candidate == word) return true;
    const std::size_t distance = edit_distance(candidate, word);
    if (distance <= most) near.emplace_back(distance, candidate);
    return true;
  });
  std::sort(near.begin(), near.end());
  std::vector<std::string> out;
  for (const auto& [distance, found] : near)
    if (out.size() < kMost) out.push_back(found);
  return out;
}

}  // namespace dossier::storage
