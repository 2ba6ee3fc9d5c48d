// SPDX-License-Identifier: Apache-2.0
// Things as Python names them: a term, or a text as a person writes it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bindings/python/native/python.h"
#include "dossier/dossier.h"
#include "engine/saved/name_resolution.h"

namespace dossier::python {

/// Read with the interpreter's lock, resolved without it. None is nothing.
class Named {
 public:
  /// `name` is what an error calls the value.
  Named(py::handle value, std::string_view name);

  bool is_none() const noexcept { return !term_; }
  /// These throw Error(input) for a name that belongs to nothing, or to several things.
  std::optional<Term> term(const KnowledgeBase& kb, TermUse use) const;
  std::optional<Term> entity(const KnowledgeBase& kb) const;
  std::optional<Term> document(const KnowledgeBase& kb) const;
  /// The relations of a family with this name, or the one relation. Throws as relations_named(),
  /// and Error(usage) for None.
  std::vector<Term> relations(const KnowledgeBase& kb) const;

  /// As entity() and document(), for what cannot be None. Throw Error(usage) for it.
  Term needed_entity(const KnowledgeBase& kb) const;
  Term needed_document(const KnowledgeBase& kb) const;

 private:
  [[noreturn]] void refuse_none() const;

  std::string name_;
  std::optional<Term> term_;
  bool is_text_ = false;
};

}  // namespace dossier::python
