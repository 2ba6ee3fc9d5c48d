#include "repl/format/short_names.h"

#include <unicode/uchar.h>

#include <optional>

#include "model/vocabulary.h"
#include "repl/format/code_point.h"
#include "repl/format/display_width.h"

namespace dossier::repl {
namespace {

/// What a local name may hold only behind a backslash (SPARQL 1.1, production 173).
constexpr std::string_view kEscaped = "_~.-!$&'()*+,;=/?#@%";

/// Beyond ASCII: letters, digits and marks of the ranges of PN_CHARS are a superset of these.
bool is_foreign_name_character(UChar32 c) {
  return u_isalpha(c) != 0 && c >= 0xC0 && c != 0xD7 && c != 0xF7;
}

void append_ascii(std::string& out, char c, bool first, bool last) {
  const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                     c == '_' || c == ':' || (c == '-' && !first) || (c == '.' && !first && !last);
  if (!plain) out += '\\';
  out += c;
}

/// The local part of a prefixed name; none when a character cannot be written there.
std::optional<std::string> local_name(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const std::int32_t c = next_code_point(text, at);
    if (c == kBrokenByte) return std::nullopt;
    if (c < 0x80) {
      const char ascii = static_cast<char>(c);
      if (u_isalnum(c) == 0 && ascii != ':' && kEscaped.find(ascii) == std::string_view::npos) {
        return std::nullopt;
      }
      append_ascii(out, ascii, begin == 0, at == text.size());
    } else if (is_foreign_name_character(c)) {
      out += text.substr(begin, at - begin);
    } else {
      return std::nullopt;
    }
  }
  return out;
}

bool is_read_without_type(std::string_view datatype) {
  return datatype.substr(0, vocabulary::kXsd.size()) == vocabulary::kXsd;
}

std::string short_literal(const Term& term, const Prefixes& prefixes) {
  std::string text = one_line(term.value());
  if (!term.language().empty()) {
    text += '@';
    text += term.language();
  } else if (!is_read_without_type(term.datatype())) {
    text = '"' + text + "\"^^" + short_iri(term.datatype(), prefixes);
  }
  return text;
}

}  // namespace

std::string short_iri(std::string_view iri, const Prefixes& prefixes) {
  const std::pair<std::string, std::string>* best = nullptr;
  for (const auto& prefix : prefixes) {
    const bool longer = best == nullptr || prefix.second.size() > best->second.size();
    if (!prefix.second.empty() && longer && iri.starts_with(prefix.second)) best = &prefix;
  }
  if (best != nullptr) {
    if (std::optional<std::string> local = local_name(iri.substr(best->second.size()))) {
      return best->first + ':' + *local;
    }
  }
  return '<' + std::string(iri) + '>';
}

std::string short_text(const Term& term, const Prefixes& prefixes) {
  switch (term.kind()) {
    case Term::Kind::iri:
      return short_iri(term.value(), prefixes);
    case Term::Kind::blank_node:
      return "_:" + term.value();
    case Term::Kind::literal:
      return short_literal(term, prefixes);
    case Term::Kind::triple:
      return "<<( " + short_text(term.as_triple().subject, prefixes) + ' ' +
             short_text(term.as_triple().predicate, prefixes) + ' ' +
             short_text(term.as_triple().object, prefixes) + " )>>";
  }
  return {};
}

}  // namespace dossier::repl
