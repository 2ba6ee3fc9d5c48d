// SPDX-License-Identifier: Apache-2.0
// The elements of SPARQL Query Results XML, and which stands in which.
#pragma once

#include "parser/xml/xml_parser.h"

namespace dossier::results {

enum class Tag {
  document,
  sparql,
  head,
  variable,
  link,
  results,
  result,
  binding,
  boolean,
  uri,
  bnode,
  literal,
  triple,
  subject,
  predicate,
  object,
};

/// Fails at a name that is none of them.
Tag tag_of(const xml::Name& name);

bool is_term(Tag tag);
bool holds_term(Tag tag);
bool holds_text(Tag tag);
/// Whether `around` may contain `tag`; terms are in four.
bool may_stand_in(Tag tag, Tag around);

}  // namespace dossier::results
