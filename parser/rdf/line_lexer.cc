// SPDX-License-Identifier: Apache-2.0
#include "parser/rdf/line_lexer.h"

#include <array>

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

class Scanner {
 public:
  Scanner(std::string_view line, std::string& unescaped, std::deque<TripleView>& triples)
      : at_(line.data()),
        end_(line.data() + line.size()),
        unescaped_(unescaped),
        triples_(triples) {}

  LineContent read(bool graph_allowed, QuadView& quad) {
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

  bool subject(TermView& term) {
    skip_space();
    return at_ != end_ && (*at_ == '<' ? iri(term) : label(term));
  }

  bool object(TermView& term, int depth) {
    skip_space();
    if (at_ == end_) return false;
    if (*at_ == '"') return literal(term);
    if (*at_ == '<' && at_ + 1 != end_ && at_[1] == '<') return triple(term, depth);
    return subject(term);
  }

  bool iri(TermView& term) {
    term.kind = TermView::Kind::iri;
    return iri_text(term.value);
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
  bool label(TermView& term) {
    if (!take("_:")) return false;
    const std::string_view name = span(kLabel);
    if (name.empty()) return false;
    if (at_ != end_ && *at_ != ' ' && *at_ != '\t') return false;
    term.kind = TermView::Kind::blank_node;
    term.value = name;
    return true;
  }

  bool literal(TermView& term) {
    term.kind = TermView::Kind::string;
    term.direction = Direction::none;
    if (!quoted(term.value)) return false;
    if (take_here('@')) return language(term);
    if (!take_here('^')) return true;
    std::string_view& datatype = term.qualifier;
    if (!take_here('^') || !iri_text(datatype)) return false;
    if (datatype == vocabulary::rdf::kLangString || datatype == vocabulary::rdf::kDirLangString) {
      return false;
    }
    if (datatype != vocabulary::xsd::kString) term.kind = TermView::Kind::typed;
    return true;
  }

  /// A tag of letters alone, such as "en".
  bool language(TermView& term) {
    const std::string_view tag = span(kAlpha);
    if (tag.empty() || tag.size() > kMaxSubtag) return false;
    if (at_ == end_ || (*at_ != ' ' && *at_ != '\t' && *at_ != '.')) return false;
    term.kind = TermView::Kind::tagged;
    term.qualifier = tag;
    return true;
  }

  bool quoted(std::string_view& text) {
    ++at_;
    text = span(kString);
    return take_here('"') || escaped(text);
  }

  /// `text` is what stood before the first escape.
  bool escaped(std::string_view& text) {
    const std::size_t start = unescaped_.size();
    unescaped_ += text;
    while (at_ != end_ && *at_ == '\\') {
      if (end_ - at_ < 2) return false;
      const std::size_t letter = kEscapeLetters.find(at_[1]);
      if (letter == std::string_view::npos) return false;
      unescaped_ += kEscapeMeanings[letter];
      at_ += 2;
      unescaped_.append(span(kString));
    }
    text = std::string_view(unescaped_).substr(start);
    return take_here('"');
  }

  bool triple(TermView& term, int depth) {
    if (depth == kMaxTripleDepth || !take("<<(")) return false;
    TripleView parts;
    if (!subject(parts.subject) || !iri(parts.predicate) || !object(parts.object, depth + 1) ||
        !take(")>>")) {
      return false;
    }
    term.kind = TermView::Kind::triple;
    term.value = {};  // an earlier line's may point to what is gone
    term.triple = &triples_.emplace_back(parts);
    return true;
  }

  const char* at_;
  const char* end_;
  std::string& unescaped_;
  std::deque<TripleView>& triples_;
};

}  // namespace

LineContent LineLexer::read(std::string_view line, bool graph_allowed, QuadView& quad) {
  unescaped_.clear();
  unescaped_.reserve(line.size());  // views into it must stay where they are
  triples_.clear();
  return Scanner(line, unescaped_, triples_).read(graph_allowed, quad);
}

}  // namespace dossier
