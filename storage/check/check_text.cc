// SPDX-License-Identifier: Apache-2.0
// The text index: every text is found by each of its words.
#include <fmt/core.h>

#include <algorithm>
#include <span>

#include "dossier/error.h"
#include "storage/check/check.h"
#include "storage/scan/snapshot.h"
#include "storage/scan/text_reading.h"
#include "storage/text/keys.h"

namespace dossier::storage {
namespace {

std::string where(std::string_view key) {
  std::string_view rows;
  std::uint64_t bucket = 0;
  if (!split_row_key(key, rows, bucket)) return "text";
  return fmt::format("text {} {}", rows.substr(0, 1), rows.substr(1, rows.size() - 2));
}

/// What the texts of one bucket should have, held against the rows.
class BucketCheck {
 public:
  BucketCheck(const TextIndex& index, Faults& faults) : index_(index), faults_(faults) {}

  void run(const TextLayer& layer) {
    for (const auto& [key, wanted] : layer.rows()) compare(key, wanted);
  }

 private:
  void compare(const std::string& key, const Postings& wanted) {
    const auto row = index_.row(key);
    Postings found;
    try {
      if (row) found = decode_postings(*row);
    } catch (const Error& error) {
      faults_.add(where(key), error.what());
      return;
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const std::size_t at = found.find(wanted.offset(i));
      if (at != found.size() && std::ranges::equal(found.positions(at), wanted.positions(i)))
        continue;
      faults_.add(where(key),
                  "a text with this word is missing, or the word at one of its places. "
                  "Run 'dossier index'");
      return;
    }
  }

  const TextIndex& index_;
  Faults& faults_;
};

void check_rows(const State& state, Faults& faults, CheckProgress& progress) {
  state.database->each(Family::text, {}, state.snapshot.get(),
                       [&](std::string_view key, std::string_view value) {
                         progress.tick();
                         std::string_view rows;
                         std::uint64_t bucket = 0;
                         try {
                           if (split_row_key(key, rows, bucket))
                             decode_postings(value);
                           else if (key.empty() || key[0] != static_cast<char>(TextTag::form))
                             faults.add("text", "a row with a key that has no meaning");
                         } catch (const Error& error) {
                           faults.add(where(key), error.what());
                         }
                         return true;
                       });
}

}  // namespace

void check_text(const State& state, Faults& faults, CheckProgress& progress) {
  progress.enter("texts");
  if (!state.database->has(Family::text)) return;
  check_rows(state, faults, progress);
  if (!state.text.complete) return;  // texts are missing, and whoever searches is told
  const auto shared = std::make_shared<const State>(state);
  const auto source = make_snapshot(shared);
  const auto index = make_text_index(shared);
  const auto look = [&] { progress.tick(); };
  const auto texts = texts_of(*source, indexed_predicates(*source, state.text), look);
  BucketCheck check(*index, faults);
  std::vector<Term> terms(1);
  for (std::size_t at = 0; at < texts.size();) {
    TextLayer layer;
    const std::uint64_t bucket = bucket_of(texts[at].bits());
    for (; at < texts.size() && bucket_of(texts[at].bits()) == bucket; ++at) {
      progress.tick();
      source->terms(std::span(&texts[at], 1), terms);
      layer.add(texts[at], terms.front().value());
    }
    check.run(layer);
  }
}

}  // namespace dossier::storage
