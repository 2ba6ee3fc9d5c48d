// SPDX-License-Identifier: Apache-2.0
#include "parser/rdf/names.h"

#include <algorithm>

#include "model/ascii.h"
#include "model/vocabulary.h"
#include "parser/grammar/terminals.h"

namespace dossier {
namespace {

namespace peg = tao::pegtl;

template <typename Rule>
bool is_exactly(std::string_view text) {
  peg::memory_input<peg::tracking_mode::lazy, peg::eol::lf_crlf, const char*> in(
      text.data(), text.data() + text.size(), "");
  return peg::parse<peg::seq<Rule, peg::eof>>(in);
}

struct label : peg::seq<peg::sor<grammar::PN_CHARS_U, peg::digit>,
                        peg::star<peg::star<peg::one<'.'>>, grammar::PN_CHARS>> {};
struct prefix : peg::opt<grammar::PN_PREFIX> {};
struct sign : peg::opt<peg::one<'+', '-'>> {};
struct integer : peg::seq<sign, grammar::INTEGER> {};
struct decimal : peg::seq<sign, grammar::DECIMAL> {};
struct floating : peg::seq<sign, grammar::DOUBLE> {};

bool is_plain(char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '_'; }

bool is_label(std::string_view text) {
  return !text.empty() &&
         (std::all_of(text.begin(), text.end(), is_plain) || is_exactly<label>(text));
}

bool is_shifted(std::string_view text) {
  const std::size_t dot = text.find_first_not_of('x');
  return dot != std::string_view::npos && text[dot] == '.';
}

void append_hexadecimal(std::string& out, std::string_view bytes) {
  static constexpr char kHex[] = "0123456789abcdef";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += kHex[byte >> 4];
    out += kHex[byte & 0xFU];
  }
}

/// A character PN_LOCAL allows only after a backslash. Dots and dashes need none inside a name.
bool needs_backslash(std::string_view local, std::size_t at) {
  static constexpr std::string_view kEscapable = "~!$&'()*+,;=?#@%";
  if (kEscapable.find(local[at]) != std::string_view::npos) return true;
  const bool at_edge = at == 0 || at + 1 == local.size();
  return (local[at] == '.' && at_edge) || (local[at] == '-' && at == 0);
}

}  // namespace

void append_blank_node(std::string& out, std::string_view label) {
  out += "_:";
  if (is_shifted(label)) {
    const std::size_t start = out.size();
    out.append("x").append(label);
    if (is_label(std::string_view(out).substr(start))) return;
    out.resize(start);
  } else if (is_label(label) && !label.starts_with("x-")) {
    out += label;
    return;
  }
  out += "x-";
  append_hexadecimal(out, label);
}

std::optional<std::string> local_name(std::string_view local, bool slashes) {
  if (std::all_of(local.begin(), local.end(), is_plain)) return std::string(local);
  if (!slashes && local.find('/') != std::string_view::npos) return std::nullopt;
  std::string name;
  for (std::size_t i = 0; i < local.size(); ++i) {
    if (local[i] == '/' || needs_backslash(local, i)) name += '\\';
    name += local[i];
  }
  if (!is_exactly<grammar::PN_LOCAL>(name)) return std::nullopt;
  return name;
}

bool is_prefix_name(std::string_view text) { return is_exactly<prefix>(text); }

bool is_bare_literal(std::string_view text, std::string_view datatype) {
  namespace xsd = vocabulary::xsd;
  if (datatype == xsd::kInteger) return is_exactly<integer>(text);
  if (datatype == xsd::kDecimal) return is_exactly<decimal>(text);
  if (datatype == xsd::kDouble) return is_exactly<floating>(text);
  return datatype == xsd::kBoolean && (text == "true" || text == "false");
}

std::string short_iri(std::string_view iri, const PrefixList& prefixes) {
  const std::pair<std::string, std::string>* best = nullptr;
  for (const auto& prefix : prefixes) {
    const bool longer = best == nullptr || prefix.second.size() > best->second.size();
    if (!prefix.second.empty() && longer && iri.starts_with(prefix.second)) best = &prefix;
  }
  if (best != nullptr) {
    // A document in a folder is a name, too: doc:2021\/minutes. Slashes of the web are left alone.
    const bool slashes = best->second == vocabulary::kDocument;
    if (const auto local = local_name(iri.substr(best->second.size()), slashes))
      return best->first + ':' + *local;
  }
  return '<' + std::string(iri) + '>';
}

std::string short_term(const Term& term, const PrefixList& prefixes) {
  if (term.is_iri()) return short_iri(term.value(), prefixes);
  if (term.is_triple()) {
    const Triple& triple = term.as_triple();
    return "<<( " + short_term(triple.subject, prefixes) + ' ' +
           short_term(triple.predicate, prefixes) + ' ' + short_term(triple.object, prefixes) +
           " )>>";
  }
  const bool typed =
      term.is_literal() && term.language().empty() && term.datatype() != vocabulary::xsd::kString;
  if (!typed) return term.to_string();
  return Term::string(term.value()).to_string() + "^^" + short_iri(term.datatype(), prefixes);
}

}  // namespace dossier
