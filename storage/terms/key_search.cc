// SPDX-License-Identifier: Apache-2.0
// From keys to ids: by a row of term_id, or in the page that may have the term.
#include <algorithm>
#include <optional>
#include <tuple>

#include "storage/terms/dictionary.h"
#include "storage/terms/row_places.h"
#include "storage/terms/term_codec.h"

namespace dossier::storage {
namespace {

struct Candidate {
  TermId page;
  const TermRun* run;
  std::size_t key;
};

std::vector<Candidate> candidates_of(const Moment& moment, const std::vector<std::string>& keys,
                                     const std::vector<TermId>& found) {
  std::vector<Candidate> out;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (found[i]) continue;
    for (const auto& run : moment.runs->all()) {
      if (static_cast<char>(run->first().kind()) != keys[i][0]) continue;
      if (const auto page = run->find(*moment.database, keys[i])) {
        out.push_back({*page, run.get(), i});
      }
    }
  }
  std::sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(a.page, a.key) < std::tie(b.page, b.key);
  });
  return out;
}

void search_pages(const Moment& moment, const std::vector<std::string>& keys,
                  std::vector<TermId>& found) {
  const std::vector<Candidate> candidates = candidates_of(moment, keys, found);
  std::vector<std::string> pages;
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (i > 0 && candidates[i].page == candidates[i - 1].page) continue;
    pages.push_back(encode_id(candidates[i].page));
    begins.push_back(i);
  }
  begins.push_back(candidates.size());
  moment.database->each_value(Family::term, pages, moment.snapshot,
                              [&](std::size_t j, std::optional<std::string_view> value) {
                                const Candidate& first = candidates[begins[j]];
                                PageReader page = page_of(*first.run, first.page,
                                                          value.value_or(std::string_view{}));
                                for (std::size_t i = begins[j]; i < begins[j + 1]; ++i) {
                                  const std::size_t key = candidates[i].key;
                                  const auto row = page.find(first.page.kind(), keys[key]);
                                  if (row) found[key] = TermId{first.page.bits() + *row};
                                }
                                return true;
                              });
}

}  // namespace

std::vector<TermId> find_keys(const Moment& moment, const std::vector<std::string>& keys) {
  std::vector<TermId> found(keys.size());
  const auto rows = moment.database->get_all(Family::term_id, keys, moment.snapshot);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (rows[i]) found[i] = decode_id(*rows[i]);
  }
  if (!moment.runs->all().empty()) search_pages(moment, keys, found);
  return found;
}

}  // namespace dossier::storage
