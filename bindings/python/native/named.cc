// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/native/named.h"

#include "bindings/python/native/terms.h"
#include "desk/views/document_name.h"
#include "desk/views/relation_name.h"
#include "dossier/error.h"
#include "dossier/prefixes.h"

namespace dossier::python {

Named::Named(py::handle value, std::string_view name)
    : name_(name), term_(to_optional_term(value, name)) {
  is_text_ = PyUnicode_Check(value.ptr()) && !term_->is_iri();
}

std::optional<Term> Named::term(const KnowledgeBase& kb, TermUse use) const {
  if (!is_text_) return term_;
  return resolve_term(kb, term_->value(), predeclared_prefixes(), use);
}

std::optional<Term> Named::entity(const KnowledgeBase& kb) const {
  if (!is_text_) return term_;
  return resolve_entity(kb, term_->value(), predeclared_prefixes());
}

std::optional<Term> Named::document(const KnowledgeBase& kb) const {
  if (!is_text_) return term_;
  return document_named(kb, term_->value(), predeclared_prefixes());
}

std::vector<Term> Named::relations(const KnowledgeBase& kb) const {
  if (is_none()) refuse_none();
  if (!is_text_) return {*term_};
  return relations_named(kb, term_->value(), predeclared_prefixes());
}

Term Named::needed_entity(const KnowledgeBase& kb) const {
  if (is_none()) refuse_none();
  return *entity(kb);
}

Term Named::needed_document(const KnowledgeBase& kb) const {
  if (is_none()) refuse_none();
  return *document(kb);
}

void Named::refuse_none() const {
  throw Error(ErrorCode::usage, name_ + " is None; give an Iri, or a str that names it");
}

}  // namespace dossier::python
