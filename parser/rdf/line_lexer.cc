#include "parser/rdf/line_lexer.h"

#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "model/vocabulary.h"

namespace dossier {
namespace {

/// What a byte may be part of. Bytes of non-ASCII characters are fine in IRIs and strings.
enum ByteClass : std::uint8_t {
  kIri = 1,
  kString = 2,
  kLabel = 4,
  kAlpha = 8,
  kScheme = 16,
};

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    const bool alpha = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    const bool digit = byte >= '0' && byte <= '9';
    unsigned bits = 0;
    if (byte > 0x20) bits |= kIri;
    if (byte != '"' && byte != '\\' && byte != '\n' && byte != '\r') bits |= kString;
    if (alpha || digit || byte == '_') bits |= kLabel;
    if (alpha) bits |= kAlpha;
    if (alpha || digit || byte == '+' || byte == '-' || byte == '.') bits |= kScheme;
    classes[byte] = static_cast<std::uint8_t>(bits);
  }
  for (const char c : std::string_view("<>\"{}|^`\\")) {
    classes[static_cast<unsigned char>(c)] &= static_cast<std::uint8_t>(~unsigned{kIri});
  }
  return classes;
}

constexpr std::array<std::uint8_t, 256> kClasses = make_classes();

bool is(char c, ByteClass wanted) {
  return (kClasses[static_cast<unsigned char>(c)] & wanted) != 0;
}

constexpr int kMaxTripleDepth = 16;  // deeper ones are the grammar's
constexpr std::size_t kMaxSubtag = 8;
constexpr std::string_view kEscapeLetters = "tbnrf\"'\\";
constexpr std::string_view kEscapeMeanings = "\t\b\n\r\f\"'\\";

class LineLexer {
 public:
  explicit LineLexer(std::string_view line) : at_(line.data()), end_(line.data() + line.size()) {}

  LineContent read(bool graph_allowed, Quad& quad) {
    skip_space();
    if (at_end()) return LineContent::nothing;
    if (!subject(quad.subject) || !iri(quad.predicate) || !object(quad.object, 0)) {
      return LineContent::unknown;
    }
    quad.graph.reset();
    skip_space();
    if (graph_allowed && at_ != end_ && *at_ != '.' && !subject(quad.graph.emplace())) {
      return LineContent::unknown;
    }
    if (!take('.')) return LineContent::unknown;
    skip_space();
    return at_end() ? LineContent::statement : LineContent::unknown;
  }

 private:
  void skip_space() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\t')) ++at_;
  }
  bool at_end() const { return at_ == end_ || *at_ == '#'; }
  bool take(char c) {
    skip_space();
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }
  bool take(std::string_view word) {
    skip_space();
    if (!std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(word)) {
      return false;
    }
    at_ += word.size();
    return true;
  }
  std::string_view span(ByteClass wanted) {
    const char* const begin = at_;
    while (at_ != end_ && is(*at_, wanted)) ++at_;
    return {begin, static_cast<std::size_t>(at_ - begin)};
  }

  bool subject(Term& term) {
    skip_space();
    return at_ != end_ && (*at_ == '<' ? iri(term) : label(term));
  }

  bool object(Term& term, int depth) {
    skip_space();
    if (at_ == end_) return false;
    if (*at_ == '"') return literal(term);
    if (*at_ == '<' && at_ + 1 != end_ && at_[1] == '<') return triple(term, depth);
    return subject(term);
  }

  bool iri(Term& term) {
    std::string_view value;
    if (!iri_text(value)) return false;
    term = Term::iri(std::string(value));
    return true;
  }

  /// Without escapes, and with a scheme: the syntaxes have no relative IRIs.
  bool iri_text(std::string_view& value) {
    if (!take('<')) return false;
    const char* const begin = at_;
    if (at_ == end_ || !is(*at_, kAlpha)) return false;
    span(kScheme);
    if (at_ == end_ || *at_ != ':') return false;
    span(kIri);
    value = {begin, static_cast<std::size_t>(at_ - begin)};
    return take_here('>');
  }

  bool take_here(char c) {
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }

  /// A label of ASCII letters, digits and "_"; what follows must not go on with it.
  bool label(Term& term) {
    if (!take("_:")) return false;
    const std::string_view name = span(kLabel);
    if (name.empty()) return false;
    if (at_ != end_ && *at_ != ' ' && *at_ != '\t') return false;
    term = Term::blank_node(std::string(name));
    return true;
  }

  bool literal(Term& term) {
    std::string text;
    if (!quoted(text)) return false;
    if (take_here('@')) return language(term, std::move(text));
    if (!take_here('^')) {
      term = Term::string(std::move(text));
      return true;
    }
    std::string_view datatype;
    if (!take_here('^') || !iri_text(datatype)) return false;
    if (datatype == vocabulary::rdf::kLangString || datatype == vocabulary::rdf::kDirLangString) {
      return false;
    }
    term = Term::typed(std::move(text), std::string(datatype));
    return true;
  }

  /// A tag of letters alone, such as "en".
  bool language(Term& term, std::string&& text) {
    const std::string_view tag = span(kAlpha);
    if (tag.empty() || tag.size() > kMaxSubtag) return false;
    if (at_ == end_ || (*at_ != ' ' && *at_ != '\t' && *at_ != '.')) return false;
    term = Term::lang(std::move(text), std::string(tag));
    return true;
  }

  bool quoted(std::string& text) {
    ++at_;
    text = span(kString);
    while (at_ != end_ && *at_ == '\\') {
      if (end_ - at_ < 2) return false;
      const std::size_t letter = kEscapeLetters.find(at_[1]);
      if (letter == std::string_view::npos) return false;
      text += kEscapeMeanings[letter];
      at_ += 2;
      text.append(span(kString));
    }
    return take_here('"');
  }

  bool triple(Term& term, int depth) {
    if (depth == kMaxTripleDepth || !take("<<(")) return false;
    Triple parts;
    if (!subject(parts.subject) || !iri(parts.predicate) || !object(parts.object, depth + 1) ||
        !take(")>>")) {
      return false;
    }
    term = Term::triple(std::move(parts));
    return true;
  }

  const char* at_;
  const char* end_;
};

}  // namespace

LineContent lex_line(std::string_view line, bool graph_allowed, Quad& quad) {
  return LineLexer(line).read(graph_allowed, quad);
}

}  // namespace dossier
