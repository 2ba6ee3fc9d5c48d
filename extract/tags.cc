// SPDX-License-Identifier: Apache-2.0
#include "extract/tags.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dossier::extract {
namespace {

// clang-format off

/// The names of a set, in its order, and what separates the name of a kind from what it adds.
template <class Set>
struct Names;

template <>
struct Names<Upos> {
  static constexpr std::string_view kSeparator = ":";
  static constexpr auto kAll = std::to_array<std::string_view>(
      {"", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
       "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"});
  static_assert(kAll.size() == static_cast<std::size_t>(Upos::x) + 1);
};

template <>
struct Names<Xpos> {
  static constexpr std::string_view kSeparator = "";
  static constexpr auto kAll = std::to_array<std::string_view>(
      {"",      "ADD",   "AFX",  "CC",  "CD",  "DT",  "EX",  "FW",  "GW",   "HYPH", "IN",
       "JJ",    "JJR",   "JJS",  "LS",  "MD",  "NFP", "NN",  "NNP", "NNPS", "NNS",  "PDT",
       "POS",   "PRP",   "PRP$", "RB",  "RBR", "RBS", "RP",  "SYM", "TO",   "UH",   "VB",
       "VBD",   "VBG",   "VBN",  "VBP", "VBZ", "W",   "WDT", "WP",  "WP$",  "WRB",  "XX",
       "-LRB-", "-RRB-", ".",    ",",   ":",   "``",  "''",  "$",   "#"});
  static_assert(kAll.size() == static_cast<std::size_t>(Xpos::hash) + 1);
};

template <>
struct Names<Relation> {
  static constexpr std::string_view kSeparator = ":";
  static constexpr auto kAll = std::to_array<std::string_view>({
      "", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux",
      "aux:pass", "case", "cc", "cc:preconj", "ccomp", "clf", "compound", "compound:prt", "conj",
      "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse",
      "dislocated", "expl", "fixed", "flat", "flat:foreign", "goeswith", "iobj", "list", "mark",
      "nmod", "nmod:desc", "nmod:npmod", "nmod:poss", "nmod:tmod", "nmod:unmarked", "nsubj",
      "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:npmod", "obl:tmod",
      "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
  });
  static_assert(kAll.size() == static_cast<std::size_t>(Relation::xcomp) + 1);
};

// clang-format on

/// The longest member that the name is a kind of, other than itself.
template <class Set>
constexpr Set coarser(std::string_view name) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < Names<Set>::kAll.size(); ++i) {
    const std::string_view shorter = Names<Set>::kAll[i];
    const bool kind = name.size() > shorter.size() && name.starts_with(shorter) &&
                      name.substr(shorter.size()).starts_with(Names<Set>::kSeparator);
    if (kind && shorter.size() > Names<Set>::kAll[best].size()) best = i;
  }
  return static_cast<Set>(best);
}

template <class Set>
constexpr auto kCoarser = [] {
  std::array<Set, Names<Set>::kAll.size()> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = coarser<Set>(Names<Set>::kAll[i]);
  return all;
}();

}  // namespace

template <class Set>
Label<Set>::Label(std::string_view name) {
  const auto& all = Names<Set>::kAll;
  const auto found = std::find(all.begin(), all.end(), name);
  if (found != all.end()) {
    known_ = static_cast<Set>(found - all.begin());
  } else {
    known_ = coarser<Set>(name);
    other_ = std::make_shared<const std::string>(name);
  }
}

template <class Set>
std::string_view Label<Set>::known_name() const {
  return Names<Set>::kAll[static_cast<std::size_t>(known_)];
}

template <class Set>
bool Label<Set>::is(Set label) const {
  Set own = known_;
  while (own != label && own != Set::none) own = kCoarser<Set>[static_cast<std::size_t>(own)];
  return own == label;
}

template class Label<Upos>;
template class Label<Xpos>;
template class Label<Relation>;

Tag::Tag(std::string_view label) {
  const std::size_t tab = std::min(label.find('\t'), label.size());
  upos = Label<Upos>(label.substr(0, tab));
  xpos = Label<Xpos>(label.substr(std::min(tab + 1, label.size())));
}

}  // namespace dossier::extract
