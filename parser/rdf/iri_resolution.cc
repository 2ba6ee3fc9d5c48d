// SPDX-License-Identifier: Apache-2.0
#include "dossier/rdf.h"
#include "model/well_formed.h"

namespace dossier {
namespace {

/// The components of RFC 3986, appendix B; a component that is absent differs from an empty one.
struct IriParts {
  std::optional<std::string_view> scheme;
  std::optional<std::string_view> authority;
  std::string_view path;
  std::optional<std::string_view> query;
  std::optional<std::string_view> fragment;
};

/// Cuts what follows the first `mark` off `text`.
std::optional<std::string_view> cut_after(std::string_view& text, char mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view tail = text.substr(at + 1);
  text = text.substr(0, at);
  return tail;
}

IriParts split(std::string_view iri) {
  IriParts parts;
  parts.fragment = cut_after(iri, '#');
  parts.query = cut_after(iri, '?');
  if (const std::size_t length = scheme_length(iri)) {
    parts.scheme = iri.substr(0, length);
    iri.remove_prefix(length + 1);
  }
  if (iri.starts_with("//")) {
    const std::size_t slash = iri.find('/', 2);
    parts.authority =
        iri.substr(2, slash == std::string_view::npos ? std::string_view::npos : slash - 2);
    iri = slash == std::string_view::npos ? std::string_view() : iri.substr(slash);
  }
  parts.path = iri;
  return parts;
}

std::string join(const IriParts& parts) {
  std::string out;
  if (parts.scheme) out.append(*parts.scheme).append(":");
  if (parts.authority) out.append("//").append(*parts.authority);
  out.append(parts.path);
  if (parts.query) out.append("?").append(*parts.query);
  if (parts.fragment) out.append("#").append(*parts.fragment);
  return out;
}

/// Section 5.2.4.
std::string remove_dot_segments(std::string_view path) {
  std::string out;
  const auto drop_last_segment = [&out] {
    const std::size_t slash = out.rfind('/');
    out.resize(slash == std::string::npos ? 0 : slash);
  };
  while (!path.empty()) {
    if (path.starts_with("../")) {
      path.remove_prefix(3);
    } else if (path.starts_with("./") || path.starts_with("/./")) {
      path.remove_prefix(2);
    } else if (path == "/.") {
      path = "/";
    } else if (path.starts_with("/../")) {
      path.remove_prefix(3);
      drop_last_segment();
    } else if (path == "/..") {
      path = "/";
      drop_last_segment();
    } else if (path == "." || path == "..") {
      path = {};
    } else {
      const std::size_t end = path.find('/', 1);
      out.append(path.substr(0, end));
      path = end == std::string_view::npos ? std::string_view() : path.substr(end);
    }
  }
  return out;
}

/// Section 5.2.3.
std::string merge(const IriParts& base, std::string_view path) {
  if (base.authority && base.path.empty()) return "/" + std::string(path);
  const std::size_t slash = base.path.rfind('/');
  if (slash == std::string_view::npos) return std::string(path);
  return std::string(base.path.substr(0, slash + 1)).append(path);
}

}  // namespace

bool has_scheme(std::string_view iri) { return scheme_length(iri) != 0; }

std::string resolve_iri(std::string_view base, std::string_view reference) {
  if (base.empty()) return std::string(reference);
  IriParts target = split(reference);
  // What is not relative is not touched, its dot segments neither (RDF 1.1 Turtle, section 6.3).
  if (target.scheme) return std::string(reference);
  std::string path;
  if (target.authority) {
    path = remove_dot_segments(target.path);
    target.scheme = split(base).scheme;
  } else {
    const IriParts from = split(base);
    target.scheme = from.scheme;
    target.authority = from.authority;
    if (target.path.empty()) {
      path = from.path;
      if (!target.query) target.query = from.query;
    } else if (target.path.front() == '/') {
      path = remove_dot_segments(target.path);
    } else {
      path = remove_dot_segments(merge(from, target.path));
    }
  }
  target.path = path;
  return join(target);
}

}  // namespace dossier
