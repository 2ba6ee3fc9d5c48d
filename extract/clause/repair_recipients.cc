// SPDX-License-Identifier: Apache-2.0
// Repairs of who is given an amount: "fined Acme 2 million euros", "pay the appellant CHF 2,400".
#include <algorithm>

#include "extract/clause/repair.h"
#include "extract/clause/words.h"
#include "extract/names/name_forms.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

/// "pay the appellant CHF 2,400": who is paid, and what; not so many francs of an appellant.
void part_recipient(Tree& tree, std::uint32_t i) {
  const std::optional<std::uint32_t> verb = tree.head(i);
  if (!tree.is(i, obj) || !verb || !is_ditransitive(tree.lemma(*verb)) || i < *verb + 2) return;
  const std::uint32_t who = i - 1;
  const std::optional<std::uint32_t> determiner = tree.child(i, det);
  if (!determiner || *determiner >= who || tree.head(who) != i || tree.has(*verb, iobj)) return;
  if (!tree.is_any(who, {amod, compound}) || !tree.has(i, nummod)) return;
  const auto& quantities = tree.sentence().quantities;
  const bool money = std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& one) {
    return one.tokens.first == i && one.tokens.last > i + 1;
  });
  if (!money) return;
  tree.attach(*determiner, who, det);
  tree.rehang(who, *verb, iobj);
}

/// "fined Acme 2 million euros": who is fined, and what; not so many euros of Acme.
void part_payee(Tree& tree, std::uint32_t i) {
  const std::optional<std::uint32_t> verb = tree.head(i), number = tree.child(i, nummod);
  if (!tree.is(i, obj) || !verb || !number || !is_ditransitive(tree.lemma(*verb))) return;
  const std::uint32_t begin = tree.extent(*number).first;
  // "pay Ms Lund 900 euros", with "Ms" read as the one who is paid
  const std::optional<std::uint32_t> title = tree.child(*verb, iobj);
  const std::uint32_t first = title ? *title : tree.extent(i).first;
  if (begin == 0 || first != *verb + 1) return;
  if (title && (*title + 1 != tree.extent(i).first || !is_honorific(tree.word(*title)))) return;
  for (const std::uint32_t who : tree.children(i)) {
    const bool name = who < begin && tree.extent(who).last == begin && tree.mention(who) &&
                      tree.is_any(who, {compound, nmod_desc, nmod_unmarked, flat});
    if (!name) continue;
    for (const std::uint32_t word : std::vector<std::uint32_t>(tree.children(i)))
      if (word < who) tree.attach(word, who, tree.relation(word));
    if (title) tree.attach(*title, who, nmod_desc);
    return tree.rehang(who, *verb, iobj);
  }
}

}  // namespace

void repair_recipients(Tree& tree) {
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    part_recipient(tree, i);
    part_payee(tree, i);
  }
}

}  // namespace dossier::extract::clause
