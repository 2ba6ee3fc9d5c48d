// SPDX-License-Identifier: Apache-2.0
#include "desk/review/name_pairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "desk/review/same_name.h"

namespace dossier::reviewing {
namespace {

/// A key that more things share than this says nothing.
constexpr std::size_t kMostSharing = 40;

class Pairs {
 public:
  explicit Pairs(const std::vector<NamedThing>& things) : things_(things) {}

  std::vector<NamePair> run() {
    for (const auto& [key, sharing] : blocks()) {
      if (sharing.size() > kMostSharing) continue;
      for (auto a = sharing.begin(); a != sharing.end(); ++a)
        for (auto b = std::next(a); b != sharing.end(); ++b) compare(*a, *b);
    }
    std::vector<NamePair> out;
    for (auto& [places, pair] : found_)
      if (!is_ambiguous(pair)) out.push_back(std::move(pair));
    return out;
  }

 private:
  using Blocks = std::map<std::string, std::set<std::size_t>>;

  Blocks blocks() const {
    Blocks out;
    for (std::size_t i = 0; i < things_.size(); ++i)
      for (const std::string& key : name_keys(things_[i])) out[key].insert(i);
    return out;
  }

  void compare(std::size_t a, std::size_t b) {
    if (found_.contains({a, b})) return;
    const std::optional<Likeness> likeness = likeness_of(things_[a], things_[b]);
    if (!likeness) return;
    found_[{a, b}] = {a, b, likeness->reason, likeness->weight};
    if (!likeness->of_short_form) return;
    const std::size_t shorter = things_[a].label.size() < things_[b].label.size() ? a : b;
    longer_of_[shorter].insert(shorter == a ? b : a);
    short_pairs_.insert({a, b});
  }

  /// A short form that could stand for several long ones stands for none of them.
  bool is_ambiguous(const NamePair& pair) const {
    if (!short_pairs_.contains({pair.first, pair.second})) return false;
    return std::any_of(longer_of_.begin(), longer_of_.end(), [&](const auto& one) {
      const bool is_shorter = one.first == pair.first || one.first == pair.second;
      return is_shorter && one.second.size() > 1;
    });
  }

  const std::vector<NamedThing>& things_;
  std::map<std::pair<std::size_t, std::size_t>, NamePair> found_;
  std::map<std::size_t, std::set<std::size_t>> longer_of_;
  std::set<std::pair<std::size_t, std::size_t>> short_pairs_;
};

}  // namespace

std::vector<NamePair> name_pairs(const std::vector<NamedThing>& things) {
  return Pairs(things).run();
}

}  // namespace dossier::reviewing
