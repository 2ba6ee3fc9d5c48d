// SPDX-License-Identifier: Apache-2.0
#include "model/term_text.h"

#include <cstddef>
#include <type_traits>

#include "model/ascii.h"
#include "model/find_byte.h"
#include "model/output_buffer.h"

namespace dossier {
namespace {

// One expression without branches: see find_byte().
constexpr bool is_refused_in_iri(unsigned char byte) {
  return (byte <= 0x20) | (byte == '<') | (byte == '>') | (byte == '"') | (byte == '{') |
         (byte == '}') | (byte == '|') | (byte == '^') | (byte == '`') | (byte == '\\');
}

/// Whether a byte of a string literal needs an escape or may begin a character that does.
constexpr bool may_need_escape(unsigned char byte) {
  return (byte < 0x20) | (byte == '"') | (byte == '\\') | (byte == 0x7F) | (byte == 0xEF);
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
  for (std::size_t i = 0; (i = find_byte(text, i, may_need_escape)) < text.size(); ++i) {
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
  for (std::size_t i = 0; (i = find_byte(iri, i, is_refused_in_iri)) < iri.size(); ++i) {
    out.append(iri.substr(copied, i - copied));
    append_code(out, static_cast<unsigned char>(iri[i]));
    copied = i + 1;
  }
  out.append(iri.substr(copied));
  out += '>';
}

bool fits_iri_reference(std::string_view iri) {
  return find_byte(iri, 0, is_refused_in_iri) == iri.size();
}

void append_plain_blank_node(std::string& out, std::string_view label) {
  out.append("_:").append(label);
}

template <typename Out>
void append_language(Out& out, const TermView& literal, bool lower_case) {
  out += '@';
  for (const char c : literal.qualifier) out += lower_case ? ascii_lower(c) : c;
  if (literal.direction == Direction::ltr) out += "--ltr";
  if (literal.direction == Direction::rtl) out += "--rtl";
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
void append_typed(Out& out, const TermView& term, const TermStyle& style) {
  if (style.is_bare != nullptr && style.is_bare(term.value, term.qualifier)) {
    out += term.value;
    return;
  }
  append_quoted(out, term.value);
  out += "^^";
  append_iri_reference(out, term.qualifier);
}

/// A term that is no triple term.
template <typename Out>
void append_plain(Out& out, const TermView& term, const TermStyle& style) {
  switch (term.kind) {
    case TermView::Kind::iri:
      return append_iri_reference(out, term.value);
    case TermView::Kind::blank_node:
      return append_node(out, term.value, style);
    case TermView::Kind::string:
      return append_quoted(out, term.value);
    case TermView::Kind::tagged:
      append_quoted(out, term.value);
      return append_language(out, term, style.lower_case_tags);
    case TermView::Kind::typed:
      return append_typed(out, term, style);
    case TermView::Kind::triple:
      return;  // not given here
  }
}

// Triple terms nest in their objects: those are gone down to without recursion.
template <typename Out, typename AnyTerm>
void append_any(Out& out, const AnyTerm& term, const TermStyle& style) {
  const AnyTerm* at = &term;
  std::size_t depth = 0;
  for (; is_triple(*at); at = &parts_of(*at).object) {
    out += "<<( ";
    append_any(out, parts_of(*at).subject, style);
    out += ' ';
    append_any(out, parts_of(*at).predicate, style);
    out += ' ';
    ++depth;
  }
  append_plain(out, view_of(*at), style);
  for (; depth > 0; --depth) out += " )>>";
}

}  // namespace

template <typename Out>
void append_term(Out& out, const Term& term, const TermStyle& style) {
  append_any(out, term, style);
}

template <typename Out>
void append_term(Out& out, const TermView& term, const TermStyle& style) {
  append_any(out, term, style);
}

template void append_quoted(std::string&, std::string_view);
template void append_quoted(OutputBuffer&, std::string_view);
template void append_iri_reference(std::string&, std::string_view);
template void append_iri_reference(OutputBuffer&, std::string_view);
template void append_language(std::string&, const TermView&, bool);
template void append_language(OutputBuffer&, const TermView&, bool);
template void append_term(std::string&, const Term&, const TermStyle&);
template void append_term(OutputBuffer&, const Term&, const TermStyle&);
template void append_term(std::string&, const TermView&, const TermStyle&);
template void append_term(OutputBuffer&, const TermView&, const TermStyle&);

}  // namespace dossier
