// SPDX-License-Identifier: Apache-2.0
#include "model/term_text.h"

#include <algorithm>
#include <cstddef>
#include <type_traits>

#include "model/ascii.h"
#include "model/output_buffer.h"
#include "model/vocabulary.h"

namespace dossier {
namespace {

constexpr std::string_view kNotInIri = "<>\"{}|^`\\";

bool allowed_in_iri(unsigned char byte) {
  return byte > 0x20 && kNotInIri.find(static_cast<char>(byte)) == std::string_view::npos;
}

template <typename Out>
void append_code(Out& out, char32_t code) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHex[(code >> shift) & 0xFU];
}

/// How string literals write a byte: 0 as it is, a letter after a backslash, or 'u' for a code.
constexpr char string_escape(unsigned char byte) {
  switch (byte) {
    case '"':
    case '\\':
      return static_cast<char>(byte);
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    default:
      return byte < 0x20 || byte == 0x7F ? 'u' : '\0';
  }
}

/// U+FFFE and U+FFFF, which XML 1.1 does not count as characters.
bool is_noncharacter(std::string_view text, std::size_t at) {
  return text.substr(at, 3) == "\xEF\xBF\xBE" || text.substr(at, 3) == "\xEF\xBF\xBF";
}

}  // namespace

template <typename Out>
void append_quoted(Out& out, std::string_view text) {
  out += '"';
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const char escape = string_escape(byte);
    const bool noncharacter = byte == 0xEF && is_noncharacter(text, i);
    if (escape == '\0' && !noncharacter) continue;
    out.append(text.substr(copied, i - copied));
    if (noncharacter) {
      append_code(out, text[i + 2] == '\xBE' ? 0xFFFE : 0xFFFF);
      i += 2;
    } else if (escape == 'u') {
      append_code(out, byte);
    } else {
      out += '\\';
      out += escape;
    }
    copied = i + 1;
  }
  out.append(text.substr(copied));
  out += '"';
}

template <typename Out>
void append_iri_reference(Out& out, std::string_view iri) {
  out += '<';
  std::size_t copied = 0;
  for (std::size_t i = 0; i < iri.size(); ++i) {
    const auto byte = static_cast<unsigned char>(iri[i]);
    if (allowed_in_iri(byte)) continue;
    out.append(iri.substr(copied, i - copied));
    append_code(out, byte);
    copied = i + 1;
  }
  out.append(iri.substr(copied));
  out += '>';
}

bool fits_iri_reference(std::string_view iri) {
  return std::all_of(iri.begin(), iri.end(),
                     [](char c) { return allowed_in_iri(static_cast<unsigned char>(c)); });
}

void append_plain_blank_node(std::string& out, std::string_view label) {
  out.append("_:").append(label);
}

template <typename Out>
void append_language(Out& out, const Term& literal, bool lower_case) {
  out += '@';
  for (const char c : literal.language()) out += lower_case ? ascii_lower(c) : c;
  if (literal.direction() == Direction::ltr) out += "--ltr";
  if (literal.direction() == Direction::rtl) out += "--rtl";
}

namespace {

template <typename Out>
void append_node(Out& out, std::string_view label, const TermStyle& style) {
  if constexpr (std::is_same_v<Out, std::string>) {
    style.blank_node(out, label);
  } else {
    std::string text;
    style.blank_node(text, label);
    out += text;
  }
}

template <typename Out>
void append_literal(Out& out, const Term& term, const TermStyle& style) {
  if (style.is_bare != nullptr && style.is_bare(term)) {
    out += term.value();
    return;
  }
  append_quoted(out, term.value());
  if (!term.language().empty()) {
    append_language(out, term, style.lower_case_tags);
  } else if (term.datatype() != vocabulary::xsd::kString) {
    out += "^^";
    append_iri_reference(out, term.datatype());
  }
}

// Triple terms nest in their objects: those are gone down to without recursion.
template <typename Out>
void append_triple(Out& out, const Term& term, const TermStyle& style) {
  const Term* at = &term;
  std::size_t depth = 0;
  for (; at->is_triple(); at = &at->as_triple().object) {
    out += "<<( ";
    append_term(out, at->as_triple().subject, style);
    out += ' ';
    append_term(out, at->as_triple().predicate, style);
    out += ' ';
    ++depth;
  }
  append_term(out, *at, style);
  for (; depth > 0; --depth) out += " )>>";
}

}  // namespace

template <typename Out>
void append_term(Out& out, const Term& term, const TermStyle& style) {
  switch (term.kind()) {
    case Term::Kind::iri:
      append_iri_reference(out, term.value());
      return;
    case Term::Kind::blank_node:
      append_node(out, term.value(), style);
      return;
    case Term::Kind::literal:
      append_literal(out, term, style);
      return;
    case Term::Kind::triple:
      append_triple(out, term, style);
      return;
  }
}

template void append_quoted(std::string&, std::string_view);
template void append_quoted(OutputBuffer&, std::string_view);
template void append_iri_reference(std::string&, std::string_view);
template void append_iri_reference(OutputBuffer&, std::string_view);
template void append_language(std::string&, const Term&, bool);
template void append_language(OutputBuffer&, const Term&, bool);
template void append_term(std::string&, const Term&, const TermStyle&);
template void append_term(OutputBuffer&, const Term&, const TermStyle&);

}  // namespace dossier
