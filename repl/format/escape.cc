#include "repl/format/escape.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "model/error.h"
#include "model/vocabulary.h"

namespace dossier::repl {
namespace {

namespace xsd = vocabulary::xsd;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

/// INTEGER, DECIMAL and DOUBLE of the SPARQL grammar (productions 146 to 148) with an optional
/// sign.
std::string_view bare_number_type(std::string_view text) {
  std::size_t at = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
  const std::size_t whole = at;
  at = skip_digits(text, at);
  std::size_t digits = at - whole;
  std::string_view type = xsd::kInteger;
  std::size_t fraction = 0;
  if (at < text.size() && text[at] == '.') {
    const std::size_t start = ++at;
    at = skip_digits(text, at);
    fraction = at - start;
    type = xsd::kDecimal;
  }
  if (digits + fraction == 0) return {};
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    const std::size_t start = at;
    at = skip_digits(text, at);
    if (at == start) return {};
    return at == text.size() ? xsd::kDouble : std::string_view{};
  }
  if (at != text.size() || (type == xsd::kDecimal && fraction == 0)) return {};
  return type;
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += c;
    }
  }
  out += '"';
}

void append_literal(std::string& out, const Term& term) {
  if (is_bare_literal(term)) {
    out += term.value();
    return;
  }
  append_quoted(out, term.value());
  if (!term.language().empty()) {
    out += '@';
    out += term.language();
    if (term.direction() == Direction::ltr) out += "--ltr";
    if (term.direction() == Direction::rtl) out += "--rtl";
  } else if (term.datatype() != xsd::kString) {
    out += "^^<";
    out += term.datatype();
    out += '>';
  }
}

}  // namespace

bool is_bare_literal(const Term& term) {
  if (!term.is_literal() || !term.language().empty()) return false;
  const std::string_view type = term.datatype();
  if (type == xsd::kBoolean) return term.value() == "true" || term.value() == "false";
  if (type != xsd::kInteger && type != xsd::kDecimal && type != xsd::kDouble) return false;
  return bare_number_type(term.value()) == type;
}

void append_json(std::string& out, std::string_view text) {
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (byte < 0x20) {
          fmt::format_to(std::back_inserter(out), "\\u{:04x}", byte);
        } else {
          out += c;
        }
    }
  }
}

void append_xml(std::string& out, std::string_view text) {
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\r':
      case '\n':
      case '\t':
        // As references, so that attribute and line-end normalisation leaves them alone.
        fmt::format_to(std::back_inserter(out), "&#x{:X};", byte);
        break;
      default:
        if (byte < 0x20) {
          throw Error(ErrorCode::unsupported,
                      fmt::format("a value holds the character U+{:04X}, which XML 1.0 cannot "
                                  "carry; use the json format",
                                  byte));
        }
        out += c;
    }
  }
}

void append_sparql(std::string& out, const Term& term) {
  switch (term.kind()) {
    case Term::Kind::iri:
      out += '<';
      out += term.value();
      out += '>';
      break;
    case Term::Kind::blank_node:
      out += "_:";
      out += term.value();
      break;
    case Term::Kind::literal:
      append_literal(out, term);
      break;
    case Term::Kind::triple:
      out += "<<( ";
      append_sparql(out, term.as_triple().subject);
      out += ' ';
      append_sparql(out, term.as_triple().predicate);
      out += ' ';
      append_sparql(out, term.as_triple().object);
      out += " )>>";
      break;
  }
}

}  // namespace dossier::repl
