// SPDX-License-Identifier: Apache-2.0
// Functions that look at a term (SPARQL 1.1, section 17.4.2).
#include <array>

#include "engine/functions/comparison.h"
#include "engine/functions/function.h"
#include "engine/functions/language.h"

namespace dossier::functions {
namespace {

using ast::Builtin;
using Kind = TermId::Kind;

/// The test by kind of id; a pending id is seen as the term it stands for.
template <Term::Kind Wanted>
TermId is_kind(Evaluation&, std::span<const Operand> args) {
  return args[0].missing() ? TermId() : Evaluation::put(args[0].term().kind() == Wanted);
}

template <Term::Kind Wanted>
bool quick_is_kind(std::span<const TermId> ids, TermId& result) {
  const TermId id = ids[0];
  result = {};
  if (!id) return true;
  if (Evaluation::is_pending(id)) return false;
  switch (Wanted) {
    case Term::Kind::iri:
      result = Evaluation::put(id.is_iri());
      break;
    case Term::Kind::blank_node:
      result = Evaluation::put(id.is_blank_node());
      break;
    case Term::Kind::literal:
      result = Evaluation::put(id.is_literal());
      break;
    case Term::Kind::triple:
      result = Evaluation::put(id.is_triple());
      break;
  }
  return true;
}

TermId str(Evaluation& evaluation, std::span<const Operand> args) {
  if (args[0].missing()) return {};
  const Term& term = args[0].term();
  const bool has_text = term.is_iri() || term.is_literal();
  return has_text ? evaluation.put_text(term.value()) : TermId();
}

/// A short string is its own string.
bool quick_str(std::span<const TermId> ids, TermId& result) {
  if (ids[0] && ids[0].kind() != Kind::short_string && ids[0].kind() != Kind::string) return false;
  result = ids[0];
  return true;
}

TermId lang(Evaluation& evaluation, std::span<const Operand> args) {
  if (args[0].missing() || !args[0].term().is_literal()) return {};
  return evaluation.put_text(std::string(args[0].term().language()));
}

/// Of the literals, only those of one kind have a tag; "" is a short string.
bool quick_lang(std::span<const TermId> ids, TermId& result) {
  const TermId id = ids[0];
  result = {};
  if (!id) return true;
  if (Evaluation::is_pending(id) || id.kind() == Kind::lang_string) return false;
  if (id.is_literal()) result = TermId::lowest(Kind::short_string);
  return true;
}

TermId lang_direction(Evaluation& evaluation, std::span<const Operand> args) {
  if (args[0].missing() || !args[0].term().is_literal()) return {};
  const Direction direction = args[0].term().direction();
  return evaluation.put_text(direction == Direction::none  ? ""
                             : direction == Direction::ltr ? "ltr"
                                                           : "rtl");
}

TermId has_lang(Evaluation&, std::span<const Operand> args) {
  if (args[0].missing()) return {};
  return Evaluation::put(!args[0].term().language().empty());
}

TermId has_lang_direction(Evaluation&, std::span<const Operand> args) {
  if (args[0].missing()) return {};
  return Evaluation::put(args[0].term().direction() != Direction::none);
}

TermId datatype(Evaluation& evaluation, std::span<const Operand> args) {
  if (args[0].missing() || !args[0].term().is_literal()) return {};
  return evaluation.put_iri(args[0].term().datatype());
}

TermId language_matches(Evaluation&, std::span<const Operand> args) {
  const auto tag = args[0].plain_text();
  const auto range = args[1].plain_text();
  return tag && range ? Evaluation::put(matches_language(*tag, *range)) : TermId();
}

TermId scalar_same_term(Evaluation&, std::span<const Operand> args) {
  if (args[0].missing() || args[1].missing()) return {};
  return Evaluation::put(same_term(args[0], args[1]));
}

bool quick_same_term(std::span<const TermId> ids, TermId& result) {
  result = {};
  if (!ids[0] || !ids[1]) return true;
  if (Evaluation::is_pending(ids[0]) || Evaluation::is_pending(ids[1])) return false;
  result = Evaluation::put(ids[0] == ids[1]);
  return true;
}

}  // namespace

std::span<const BuiltinFunction> term_functions() {
  using enum Term::Kind;
  static constexpr std::array<BuiltinFunction, 12> kFunctions{{
      {Builtin::isiri, {"isIRI", is_kind<iri>, quick_is_kind<iri>}},
      {Builtin::isblank, {"isBLANK", is_kind<blank_node>, quick_is_kind<blank_node>}},
      {Builtin::isliteral, {"isLITERAL", is_kind<literal>, quick_is_kind<literal>}},
      {Builtin::istriple, {"isTRIPLE", is_kind<triple>, quick_is_kind<triple>}},
      {Builtin::str, {"STR", str, quick_str}},
      {Builtin::lang, {"LANG", lang, quick_lang}},
      {Builtin::langdir, {"LANGDIR", lang_direction}},
      {Builtin::haslang, {"hasLANG", has_lang}},
      {Builtin::haslangdir, {"hasLANGDIR", has_lang_direction}},
      {Builtin::datatype, {"DATATYPE", datatype}},
      {Builtin::langmatches, {"LANGMATCHES", language_matches}},
      {Builtin::sameterm, {"sameTerm", scalar_same_term, quick_same_term}},
  }};
  return kFunctions;
}

}  // namespace dossier::functions
