// SPDX-License-Identifier: Apache-2.0
#include "storage/scan/text_reading.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "storage/text/keys.h"
#include "storage/text/postings.h"
#include "storage/text/words.h"

namespace dossier::storage {
namespace {

class StateTextIndex : public TextIndex {
 public:
  explicit StateTextIndex(std::shared_ptr<const State> state) : state_(std::move(state)) {}

  const TextInfo& info() const override { return state_->text; }
  void rows(std::string_view prefix, const Visit& visit) const override {
    if (!state_->database->has(Family::text)) return;
    state_->database->each(Family::text, prefix, state_->snapshot.get(), visit);
  }
  std::optional<std::string> row(std::string_view key) const override {
    if (!state_->database->has(Family::text)) return std::nullopt;
    return state_->database->get(Family::text, key, state_->snapshot.get());
  }

 private:
  std::shared_ptr<const State> state_;
};

}  // namespace

std::unique_ptr<const TextIndex> make_text_index(std::shared_ptr<const State> state) {
  return std::make_unique<StateTextIndex>(std::move(state));
}

void put_layer(Batch& batch, const TextLayer& layer) {
  for (const auto& [key, postings] : layer.rows())
    batch.merge(Family::text, key, encode_postings(postings));
  for (const std::string& key : layer.forms()) batch.put(Family::text, key, {});
}

bool has_text(const TextIndex& index, TermId literal, std::string_view text) {
  std::optional<std::string> first;
  each_word(text, [&](std::string_view word, std::size_t, std::size_t) {
    if (!first) first = word;
  });
  if (!first) return false;
  const auto row = index.row(row_key(rows_of(TextTag::word, *first), bucket_of(literal.bits())));
  if (!row) return false;
  const Postings postings = decode_postings(*row);
  return postings.find(offset_in_bucket(literal.bits())) != postings.size();
}

std::vector<TermId> texts_of(const QuadSource& source, const IndexedPredicates& predicates,
                             const std::function<void()>& look) {
  constexpr std::size_t kRows = 4096;
  std::vector<TermId> out;
  std::array<TermId, kRows> subjects;
  std::array<TermId, kRows> objects;
  for (const TermId predicate : predicates.ids()) {
    ScanRequest request;
    request.permutation = Permutation::pos;
    request.prefix[0] = predicate;
    request.prefix_length = 1;
    const auto scan = source.scan(request);
    while (const std::size_t count =
               scan->next({subjects.data(), nullptr, objects.data(), nullptr}, kRows)) {
      look();
      for (std::size_t i = 0; i < count; ++i) {
        if (!out.empty() && out.back() == objects[i]) continue;
        if (predicates.has_text({subjects[i], predicate, objects[i], TermId::none()}))
          out.push_back(objects[i]);
      }
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace dossier::storage
