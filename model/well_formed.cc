// SPDX-License-Identifier: Apache-2.0
#include "model/well_formed.h"

#include <fmt/format.h>

#include "dossier/error.h"
#include "model/ascii.h"
#include "model/term_text.h"
#include "model/utf8.h"
#include "model/vocabulary.h"

namespace dossier {
namespace {

using Fault = std::optional<std::string>;

/// What a message calls a term; put together only when there is a fault.
struct Place {
  std::string_view position;
  std::string_view before = "";
  std::string_view after = "";

  std::string text() const { return fmt::format("{}{}{}", before, position, after); }
};

/// For messages: what is no printable ASCII as \xNN where `text` is not UTF-8, long text cut.
std::string quoted(std::string_view text) {
  constexpr std::size_t kMost = 60;
  const bool valid = utf8::is_valid(text);
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i >= kMost && utf8::starts_code_point(text[i])) return out + "...\"";
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool plain = byte >= 0x20 && byte != 0x7F && (valid || byte < 0x80);
    if (plain) {
      out += text[i];
    } else {
      out += fmt::format("\\x{:02X}", byte);
    }
  }
  return out + '"';
}

std::string_view kind_name(const Term& term) {
  if (term.is_iri()) return "an IRI";
  if (term.is_blank_node()) return "a blank node";
  return term.is_triple() ? "a triple term" : "a literal";
}

Fault not_utf8(std::string_view text, const Place& place) {
  if (utf8::is_valid(text)) return std::nullopt;
  return fmt::format("{} is not valid UTF-8: {}", place.text(), quoted(text));
}

Fault iri_fault(std::string_view iri, const Place& place) {
  if (Fault fault = not_utf8(iri, place)) return fault;
  if (!fits_iri_reference(iri)) {
    return fmt::format(
        "{} is not an IRI: {}. An IRI holds no spaces, control characters, <>, quotes, {{}}, |, ^, "
        "` or \\: write them as %XX",
        place.text(), quoted(iri));
  }
  if (scheme_length(iri) == 0) {
    return fmt::format("{} is a relative IRI: {}. Give one with a scheme, such as http:",
                       place.text(), quoted(iri));
  }
  return std::nullopt;
}

Fault literal_fault(const Term& literal, const Place& place) {
  namespace rdf = vocabulary::rdf;
  if (Fault fault = not_utf8(literal.value(), place)) return fault;
  const std::string_view type = literal.datatype();
  const bool tagged = type == rdf::kLangString || type == rdf::kDirLangString;
  if (!tagged)
    return iri_fault(
        type, {.position = place.position, .before = "the datatype of ", .after = place.after});
  if (literal.language().empty()) {
    return fmt::format("{} has the type {} but no language tag: {}", place.text(), type,
                       quoted(literal.value()));
  }
  if (is_language_tag(literal.language())) return std::nullopt;
  return fmt::format("{} has a malformed language tag: {}", place.text(),
                     quoted(literal.language()));
}

Fault misplaced(const Term& term, const Place& place, std::string_view wanted) {
  const std::string text = term.is_triple() ? std::string() : " " + quoted(term.value());
  return fmt::format("{} is {}{}: it must be {}", place.text(), kind_name(term), text, wanted);
}

Fault checked(const Term& term, const Place& place, std::size_t depth);

Fault triple_fault(const Term& subject, const Term& predicate, const Term& object,
                   std::string_view suffix, std::size_t depth) {
  const auto named = [&](std::string_view position) {
    return Place{.position = position, .after = suffix};
  };
  if (!subject.is_iri() && !subject.is_blank_node()) {
    return misplaced(subject, named("the subject"), "an IRI or a blank node");
  }
  if (!predicate.is_iri()) return misplaced(predicate, named("the predicate"), "an IRI");
  if (Fault fault = checked(subject, named("the subject"), depth)) return fault;
  if (Fault fault = checked(predicate, named("the predicate"), depth)) return fault;
  return checked(object, named("the object"), depth);
}

Fault checked(const Term& term, const Place& place, std::size_t depth) {
  if (term.is_iri()) return iri_fault(term.value(), place);
  if (term.is_blank_node()) return not_utf8(term.value(), place);
  if (term.is_literal()) return literal_fault(term, place);
  if (depth == kDeepestTriple) {
    return fmt::format("{} nests triple terms more than {} deep", place.text(), kDeepestTriple);
  }
  const Triple& triple = term.as_triple();
  return triple_fault(triple.subject, triple.predicate, triple.object, " of a triple term",
                      depth + 1);
}

}  // namespace

std::size_t scheme_length(std::string_view iri) noexcept {
  if (iri.empty() || !is_ascii_letter(iri.front())) return 0;
  for (std::size_t i = 1; i < iri.size(); ++i) {
    const char c = iri[i];
    if (c == ':') return i;
    if (!is_ascii_letter(c) && !is_ascii_digit(c) && c != '+' && c != '-' && c != '.') return 0;
  }
  return 0;
}

std::optional<Term> pasted_iri(std::string_view text) {
  const std::size_t scheme = scheme_length(text);
  const bool is_address = scheme > 0 && text.substr(scheme).starts_with("://");
  if (!is_address && !text.starts_with("urn:")) return std::nullopt;
  if (!fits_iri_reference(text)) return std::nullopt;
  return Term::iri(std::string(text));
}

bool is_language_tag(std::string_view tag) noexcept {
  constexpr std::size_t kMostInSubtag = 8;
  for (bool first = true;; first = false) {
    const std::string_view part = tag.substr(0, tag.find('-'));
    if (part.empty() || part.size() > kMostInSubtag) return false;
    for (const char c : part) {
      if (!is_ascii_letter(c) && (first || !is_ascii_digit(c))) return false;
    }
    if (part.size() == tag.size()) return true;
    tag.remove_prefix(part.size() + 1);
  }
}

std::optional<std::string> fault_of(const Term& term, std::string_view name) {
  return checked(term, {.position = name}, 0);
}

std::optional<std::string> fault_of(const Quad& quad) {
  if (Fault fault = triple_fault(quad.subject, quad.predicate, quad.object, "", 0)) return fault;
  if (!quad.graph) return std::nullopt;
  if (!quad.graph->is_iri() && !quad.graph->is_blank_node()) {
    return misplaced(*quad.graph, {.position = "the graph"}, "an IRI or a blank node");
  }
  return checked(*quad.graph, {.position = "the graph"}, 0);
}

namespace {

constexpr std::size_t kLongestName = std::size_t{1} << 20;
constexpr std::size_t kLongestValue = std::size_t{120} << 20;

/// The bytes of the term in N-Triples, or more.
std::size_t most_written(const Term& term) {
  constexpr std::size_t kEscape = 6;  // \uXXXX for one byte
  if (!term.is_triple()) {
    return kEscape * term.value().size() + term.datatype().size() + term.language().size();
  }
  const Triple& triple = term.as_triple();
  return most_written(triple.subject) + most_written(triple.predicate) +
         most_written(triple.object);
}

Fault name_fault(std::string_view name, const char* what) {
  if (name.size() <= kLongestName) return std::nullopt;
  return fmt::format("{} is longer than {} MiB", what, kLongestName >> 20);
}

Fault name_fault(const Term& term) {
  if (term.is_iri()) return name_fault(term.value(), "an IRI");
  if (term.is_blank_node()) return name_fault(term.value(), "the label of a blank node");
  if (term.is_literal()) {
    if (Fault fault = name_fault(term.language(), "a language tag")) return fault;
    return name_fault(term.datatype(), "the IRI of a datatype");
  }
  const Triple& triple = term.as_triple();
  if (Fault fault = name_fault(triple.subject)) return fault;
  if (Fault fault = name_fault(triple.predicate)) return fault;
  return name_fault(triple.object);
}

}  // namespace

std::optional<std::string> length_fault(const Term& term) {
  if (Fault fault = name_fault(term)) return fault;
  if (most_written(term) <= kLongestValue || term.to_string().size() <= kLongestValue)
    return std::nullopt;
  return fmt::format(
      "{} takes more than {} MiB as text: keep the long value in a file of its own and store its "
      "address",
      kind_name(term), kLongestValue >> 20);
}

void require_length(const Quad& quad) {
  for (const Term* term : {&quad.subject, &quad.predicate, &quad.object}) {
    if (const Fault fault = length_fault(*term)) throw Error(ErrorCode::limit, *fault);
  }
  if (!quad.graph) return;
  if (const Fault fault = length_fault(*quad.graph)) throw Error(ErrorCode::limit, *fault);
}

}  // namespace dossier
