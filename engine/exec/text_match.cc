// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/text_match.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>

#include "storage/text/text_info.h"
#include "storage/text_index.h"

namespace dossier {

namespace {

using storage::TextHit;

/// The quads that have some texts as their objects, found with one scan that skips the others.
class TextQuads {
 public:
  TextQuads(const storage::QuadSource& source, storage::GraphScope graphs,
            const std::vector<TextHit>& hits)
      : hits_(hits) {
    storage::ScanRequest request;
    request.permutation = storage::Permutation::ops;
    request.graphs = std::move(graphs);
    scan_ = source.scan(request);
    wants_graph_ = !request.graphs.distinct;
  }

  /// Calls `visit(quad, score)` for the next few quads; false at the end.
  template <typename Visit>
  bool next(const Visit& visit) {
    if (at_ == hits_.size()) return false;
    scan_->seek(hits_[at_].literal);
    const std::size_t count = scan_->next({subjects_.data(), predicates_.data(), objects_.data(),
                                           wants_graph_ ? graphs_.data() : nullptr},
                                          kRows);
    if (count == 0) return false;
    for (std::size_t row = 0; row < count; ++row) {
      while (at_ < hits_.size() && hits_[at_].literal < objects_[row]) ++at_;
      if (at_ == hits_.size()) return false;
      if (hits_[at_].literal != objects_[row]) continue;
      const TermId graph = wants_graph_ ? graphs_[row] : TermId::none();
      visit(IdQuad{subjects_[row], predicates_[row], objects_[row], graph}, hits_[at_].score);
    }
    return true;
  }

 private:
  static constexpr std::size_t kRows = 16;

  const std::vector<TextHit>& hits_;
  std::size_t at_ = 0;
  std::unique_ptr<storage::Scan> scan_;
  bool wants_graph_ = false;
  std::array<TermId, kRows> subjects_;
  std::array<TermId, kRows> predicates_;
  std::array<TermId, kRows> objects_;
  std::array<TermId, kRows> graphs_;
};

}  // namespace

TextMatchOperator::TextMatchOperator(QueryState& state, Layout layout, plan::TextMatch match)
    : Operator(state, std::move(layout)), match_(std::move(match)), held_(state.memory()) {}

void TextMatchOperator::do_open() {
  do_close();
  const std::shared_ptr<const storage::TextIndex> index = text_index_of(state().source());
  look_up(search(index), index->info());
  keep_best();
}

void TextMatchOperator::do_close() {
  at_ = 0;
  found_ = {};
  held_.clear();
}

std::vector<TextHit> TextMatchOperator::search(
    const std::shared_ptr<const storage::TextIndex>& index) {
  const storage::TextSearch search(index, match_.query);
  return search.hits([this](std::size_t hits) {
    state().check();
    held_.set(hits * sizeof(TextHit));
  });
}

void TextMatchOperator::look_up(const std::vector<TextHit>& hits, const storage::TextInfo& info) {
  const storage::QuadSource& source = state().source();
  const auto predicates = indexed_predicates(source, info);
  storage::GraphScope graphs = match_.graph.scope;
  graphs.distinct = !match_.graph.variable;
  const auto* subject = std::get_if<TermId>(&match_.subject);
  TextQuads quads(source, std::move(graphs), hits);
  const std::size_t before = held_.bytes();
  const auto keep = [&](const IdQuad& quad, float score) {
    if ((subject != nullptr && quad.subject != *subject) || !predicates.has_text(quad)) return;
    found_.push_back({quad.subject, quad.graph, score});
  };
  while (quads.next(keep)) {
    state().work(1);
    held_.set(before + found_.capacity() * sizeof(Found));
  }
}

void TextMatchOperator::keep_best() {
  std::sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
    return std::tuple(a.subject, a.graph, -a.score) < std::tuple(b.subject, b.graph, -b.score);
  });
  found_.erase(std::unique(found_.begin(), found_.end(),
                           [](const Found& a, const Found& b) {
                             return a.subject == b.subject && a.graph == b.graph;
                           }),
               found_.end());
  held_.set(found_.capacity() * sizeof(Found));
}

bool TextMatchOperator::do_next(Batch& out) {
  const std::size_t count = std::min(found_.size() - at_, out.capacity());
  const auto fill = [&](std::optional<Slot> slot, const auto& value) {
    const std::size_t column = slot ? column_of(layout(), *slot) : kNoColumn;
    if (column == kNoColumn) return;
    for (std::size_t row = 0; row < count; ++row)
      out.column(column)[row] = value(found_[at_ + row]);
  };
  if (const auto* subject = std::get_if<Slot>(&match_.subject))
    fill(*subject, [](const Found& found) { return found.subject; });
  fill(match_.score, [this](const Found& found) { return score(found.score); });
  fill(match_.graph.variable, [](const Found& found) { return found.graph; });
  at_ += count;
  out.resize(count);
  return count != 0;
}

TermId TextMatchOperator::score(float value) {
  std::string digits = fmt::format("{:.3f}", value);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.ends_with('.')) digits.pop_back();
  return state().terms().intern(Term::decimal(digits));
}

}  // namespace dossier
