// SPDX-License-Identifier: Apache-2.0
// Functions that make terms (SPARQL 1.1, section 17.4.2).
#include <array>
#include <string>
#include <utility>

#include "dossier/rdf.h"
#include "engine/functions/function.h"
#include "model/term_text.h"
#include "model/vocabulary.h"
#include "model/well_formed.h"

namespace dossier::functions {
namespace {

using ast::Builtin;
using Kind = TermId::Kind;

TermId iri(Evaluation& evaluation, std::span<const Operand> args) {
  if (args[0].missing()) return {};
  if (const auto text = args[0].plain_text()) {
    std::string value = resolve_iri(evaluation.context().base(), *text);
    if (!has_scheme(value) || !fits_iri_reference(value)) return {};
    return evaluation.put(Term::iri(std::move(value)));
  }
  return args[0].term().is_iri() ? args[0].id() : TermId();
}

bool quick_iri(std::span<const TermId> ids, TermId& result) {
  if (ids[0] && !ids[0].is_iri()) return false;
  result = ids[0];
  return true;
}

TermId blank_node(Evaluation& evaluation, std::span<const Operand> args) {
  if (args.empty()) return evaluation.terms().new_blank_node();
  const auto label = args[0].plain_text();
  return label ? evaluation.blank_node(*label) : TermId();
}

/// A literal may have this type without a language tag.
bool is_plain_datatype(const Term& type) {
  namespace rdf = vocabulary::rdf;
  return type.is_iri() && has_scheme(type.value()) && type.value() != rdf::kLangString &&
         type.value() != rdf::kDirLangString;
}

TermId typed_literal(Evaluation& evaluation, std::span<const Operand> args) {
  const auto lexical = args[0].plain_text();
  if (!lexical || args[1].missing() || !is_plain_datatype(args[1].term())) return {};
  Term term = Term::typed(std::string(*lexical), args[1].term().value());
  if (const Value value = value_of(term); inline_id_of(value) && to_term(value) == term) {
    return inline_id_of(value);
  }
  return evaluation.put(std::move(term));
}

TermId tagged_literal(Evaluation& evaluation, std::span<const Operand> args) {
  const auto lexical = args[0].plain_text();
  const auto tag = args[1].plain_text();
  if (!lexical || !tag || !is_language_tag(*tag)) return {};
  return evaluation.put(Text{std::string(*lexical), std::string(*tag), Direction::none});
}

TermId directed_literal(Evaluation& evaluation, std::span<const Operand> args) {
  const auto lexical = args[0].plain_text();
  const auto tag = args[1].plain_text();
  const auto direction = args[2].plain_text();
  if (!lexical || !tag || !direction || !is_language_tag(*tag)) return {};
  if (direction != "ltr" && direction != "rtl") return {};
  return evaluation.put(Text{std::string(*lexical), std::string(*tag),
                             direction == "ltr" ? Direction::ltr : Direction::rtl});
}

/// A random UUID (RFC 4122, version 4).
std::string make_uuid(EvaluationContext& context) {
  std::array<std::uint64_t, 2> bits{context.random(), context.random()};
  bits[0] = (bits[0] & ~std::uint64_t{0xF000}) | 0x4000;
  bits[1] = (bits[1] & ~(std::uint64_t{3} << 62)) | (std::uint64_t{2} << 62);
  static constexpr std::string_view kHex = "0123456789abcdef";
  std::string text;
  for (std::size_t digit = 0; digit < 32; ++digit) {
    if (digit == 8 || digit == 12 || digit == 16 || digit == 20) text += '-';
    text += kHex[(bits[digit / 16] >> (60 - 4 * (digit % 16))) & 0xFU];
  }
  return text;
}

TermId uuid(Evaluation& evaluation, std::span<const Operand>) {
  return evaluation.put(Term::iri("urn:uuid:" + make_uuid(evaluation.context())));
}

TermId string_uuid(Evaluation& evaluation, std::span<const Operand>) {
  return evaluation.put_text(make_uuid(evaluation.context()));
}

}  // namespace

std::span<const BuiltinFunction> term_constructors() {
  // IRI depends on the base alone beside its argument, and that is fixed.
  static constexpr std::array<BuiltinFunction, 7> kFunctions{{
      {Builtin::iri, {"IRI", iri, quick_iri}},
      {Builtin::bnode, {"BNODE", blank_node, nullptr, false}},
      {Builtin::strdt, {"STRDT", typed_literal}},
      {Builtin::strlang, {"STRLANG", tagged_literal}},
      {Builtin::strlangdir, {"STRLANGDIR", directed_literal}},
      {Builtin::uuid, {"UUID", uuid, nullptr, false}},
      {Builtin::struuid, {"STRUUID", string_uuid, nullptr, false}},
  }};
  return kFunctions;
}

}  // namespace dossier::functions
