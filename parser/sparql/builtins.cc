// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/builtins.h"

#include <algorithm>

namespace dossier::sparql {
namespace {

using ast::Builtin;

constexpr BuiltinSignature kBuiltins[] = {
    {"STR", Builtin::str, 1, 1},
    {"LANG", Builtin::lang, 1, 1},
    {"LANGMATCHES", Builtin::langmatches, 2, 2},
    {"LANGDIR", Builtin::langdir, 1, 1},
    {"DATATYPE", Builtin::datatype, 1, 1},
    {"BOUND", Builtin::bound, 1, 1},
    {"IRI", Builtin::iri, 1, 1},
    {"URI", Builtin::iri, 1, 1},
    {"BNODE", Builtin::bnode, 0, 1},
    {"RAND", Builtin::rand, 0, 0},
    {"ABS", Builtin::abs, 1, 1},
    {"CEIL", Builtin::ceil, 1, 1},
    {"FLOOR", Builtin::floor, 1, 1},
    {"ROUND", Builtin::round, 1, 1},
    {"CONCAT", Builtin::concat, 0, kAnyNumber},
    {"STRLEN", Builtin::strlen, 1, 1},
    {"UCASE", Builtin::ucase, 1, 1},
    {"LCASE", Builtin::lcase, 1, 1},
    {"ENCODE_FOR_URI", Builtin::encode_for_uri, 1, 1},
    {"CONTAINS", Builtin::contains, 2, 2},
    {"STRSTARTS", Builtin::strstarts, 2, 2},
    {"STRENDS", Builtin::strends, 2, 2},
    {"STRBEFORE", Builtin::strbefore, 2, 2},
    {"STRAFTER", Builtin::strafter, 2, 2},
    {"YEAR", Builtin::year, 1, 1},
    {"MONTH", Builtin::month, 1, 1},
    {"DAY", Builtin::day, 1, 1},
    {"HOURS", Builtin::hours, 1, 1},
    {"MINUTES", Builtin::minutes, 1, 1},
    {"SECONDS", Builtin::seconds, 1, 1},
    {"TIMEZONE", Builtin::timezone, 1, 1},
    {"TZ", Builtin::tz, 1, 1},
    {"NOW", Builtin::now, 0, 0},
    {"UUID", Builtin::uuid, 0, 0},
    {"STRUUID", Builtin::struuid, 0, 0},
    {"MD5", Builtin::md5, 1, 1},
    {"SHA1", Builtin::sha1, 1, 1},
    {"SHA256", Builtin::sha256, 1, 1},
    {"SHA384", Builtin::sha384, 1, 1},
    {"SHA512", Builtin::sha512, 1, 1},
    {"COALESCE", Builtin::coalesce, 0, kAnyNumber},
    {"IF", Builtin::if_, 3, 3},
    {"STRLANG", Builtin::strlang, 2, 2},
    {"STRLANGDIR", Builtin::strlangdir, 3, 3},
    {"STRDT", Builtin::strdt, 2, 2},
    {"sameTerm", Builtin::sameterm, 2, 2},
    {"isIRI", Builtin::isiri, 1, 1},
    {"isURI", Builtin::isiri, 1, 1},
    {"isBLANK", Builtin::isblank, 1, 1},
    {"isLITERAL", Builtin::isliteral, 1, 1},
    {"isNUMERIC", Builtin::isnumeric, 1, 1},
    {"hasLANG", Builtin::haslang, 1, 1},
    {"hasLANGDIR", Builtin::haslangdir, 1, 1},
    {"REGEX", Builtin::regex, 2, 3},
    {"SUBSTR", Builtin::substr, 2, 3},
    {"REPLACE", Builtin::replace, 3, 4},
    {"isTRIPLE", Builtin::istriple, 1, 1},
    {"TRIPLE", Builtin::triple, 3, 3},
    {"SUBJECT", Builtin::subject, 1, 1},
    {"PREDICATE", Builtin::predicate, 1, 1},
    {"OBJECT", Builtin::object, 1, 1},
};

bool same_word(std::string_view a, std::string_view b) {
  const auto same = [](char x, char y) {
    const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; };
    return upper(x) == upper(y);
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

}  // namespace

std::span<const BuiltinSignature> builtins() { return kBuiltins; }

const BuiltinSignature* find_builtin(std::string_view name) {
  for (const BuiltinSignature& builtin : kBuiltins) {
    if (same_word(builtin.name, name)) return &builtin;
  }
  return nullptr;
}

std::string_view builtin_name(ast::Builtin function) {
  for (const BuiltinSignature& builtin : kBuiltins) {
    if (builtin.function == function) return builtin.name;
  }
  return {};
}

}  // namespace dossier::sparql
