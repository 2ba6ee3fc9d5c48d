#include "repl/format/escape.h"

#include <fmt/format.h>

#include <iterator>

#include "model/error.h"
#include "model/vocabulary.h"
#include "parser/rdf/names.h"

namespace dossier::repl {
namespace {

namespace xsd = vocabulary::xsd;

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
  return term.is_literal() && term.language().empty() &&
         dossier::is_bare_literal(term.value(), term.datatype());
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
      append_blank_node(out, term.value());
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
