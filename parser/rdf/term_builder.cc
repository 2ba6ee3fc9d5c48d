// SPDX-License-Identifier: Apache-2.0
#include "parser/rdf/term_builder.h"

#include <utility>

#include "dossier/error.h"
#include "dossier/rdf.h"
#include "model/vocabulary.h"
#include "parser/grammar/text.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxSubtag = 8;  // BCP 47, section 2.1

bool has_long_subtag(std::string_view tag) {
  while (!tag.empty()) {
    const std::size_t dash = tag.find('-');
    if (tag.substr(0, dash).size() > kMaxSubtag) return true;
    if (dash == std::string_view::npos) return false;
    tag.remove_prefix(dash + 1);
  }
  return false;
}

}  // namespace

void TermBuilder::fail(const std::string& message, std::string_view where) const {
  throw Error::in_text(ErrorCode::syntax, message, text_,
                       static_cast<std::uint64_t>(where.data() - text_.data()));
}

void TermBuilder::blank_node_label(std::string_view terminal) {
  term_ = Term::blank_node(std::string(terminal.substr(2)));
}

void TermBuilder::string(std::string_view terminal) {
  lexical_ = grammar::string_value(terminal, text_);
  term_ = Term::string(lexical_);
}

void TermBuilder::language(std::string_view terminal) {
  grammar::LanguageTag tag = grammar::language_value(terminal, text_);
  if (has_long_subtag(tag.language)) {
    fail("a part of a language tag has at most 8 characters", terminal);
  }
  term_ = Term::lang(std::move(lexical_), std::move(tag.language), tag.direction);
}

void TermBuilder::datatype(std::string_view where) {
  if (term_.value() == vocabulary::rdf::kLangString ||
      term_.value() == vocabulary::rdf::kDirLangString) {
    fail("a literal of type rdf:langString or rdf:dirLangString needs a language tag", where);
  }
  term_ = Term::typed(std::move(lexical_), term_.value());
}

void TermBuilder::typed(std::string_view lexical, std::string_view datatype) {
  term_ = Term::typed(std::string(lexical), std::string(datatype));
}

void TermBuilder::absolute_iri(std::string_view terminal) {
  std::string value = grammar::iri_value(terminal, text_);
  if (!has_scheme(value)) fail("expected an absolute IRI, with a scheme such as http:", terminal);
  term_ = Term::iri(std::move(value));
}

}  // namespace dossier
