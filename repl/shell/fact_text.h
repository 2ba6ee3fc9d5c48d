// SPDX-License-Identifier: Apache-2.0
// Facts in words.
#pragma once

#include <map>
#include <string>

#include "dossier/dossier.h"
#include "dossier/evidence.h"
#include "dossier/prefixes.h"

namespace dossier::repl {

/// Labels of terms, each looked up once.
class FactText {
 public:
  /// `kb` must outlive it.
  FactText(const KnowledgeBase& kb, Prefixes prefixes);

  /// The label of an entity, the text of a literal; empty for `true`, which stands for no object.
  std::string thing(const Term& term);
  /// "leave for" of r:leave_for; the short name of relations that are not ours.
  std::string predicate(const Term& term) const;
  /// "Anna Berg visit Russia".
  std::string fact(const Triple& triple);

 private:
  const KnowledgeBase& kb_;
  Prefixes prefixes_;
  std::map<Term, std::string> labels_;
};

/// "negative, planned": how a fact is said that is not just asserted; empty for one that is.
std::string qualifiers(const Evidence& evidence);

}  // namespace dossier::repl
