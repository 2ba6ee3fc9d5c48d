// SPDX-License-Identifier: Apache-2.0
#include "parser/xml/canonical.h"

#include <algorithm>

namespace dossier::xml {
namespace {

void append_escaped(std::string& out, std::string_view text, bool attribute) {
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>' && !attribute) {
      out += "&gt;";
    } else if (c == '"' && attribute) {
      out += "&quot;";
    } else if (c == '\r') {
      out += "&#xD;";
    } else if (c == '\t' && attribute) {
      out += "&#x9;";
    } else if (c == '\n' && attribute) {
      out += "&#xA;";
    } else {
      out += c;
    }
  }
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out.append(" ").append(name).append("=\"");
  append_escaped(out, value, true);
  out += '"';
}

bool canonical_order(const Attribute& a, const Attribute& b) {
  return std::pair(a.name.name_space, a.name.local) < std::pair(b.name.name_space, b.name.local);
}

}  // namespace

std::string_view CanonicalWriter::rendered(std::string_view prefix) const {
  for (auto it = rendered_.rbegin(); it != rendered_.rend(); ++it) {
    if (it->prefix == prefix) return it->iri;
  }
  return {};
}

/// A name uses its prefix; the declaration is written where no element around has written it.
void CanonicalWriter::use(const Name& name, std::vector<Rendered>& fresh) const {
  if (name.prefix == "xml" || rendered(name.prefix) == name.name_space) return;
  for (const Rendered& other : fresh) {
    if (other.prefix == name.prefix) return;
  }
  fresh.push_back({std::string(name.prefix), std::string(name.name_space)});
}

void CanonicalWriter::start_element(const Element& element) {
  std::vector<Attribute> attributes(element.attributes.begin(), element.attributes.end());
  std::sort(attributes.begin(), attributes.end(), canonical_order);
  std::vector<Rendered> fresh;
  use(element.name, fresh);
  for (const Attribute& attribute : attributes) {
    if (!attribute.name.prefix.empty()) use(attribute.name, fresh);
  }
  std::sort(fresh.begin(), fresh.end(),
            [](const Rendered& a, const Rendered& b) { return a.prefix < b.prefix; });

  text_.append("<").append(element.name.qualified());
  for (const Rendered& declaration : fresh) {
    append_attribute(text_, declaration.prefix.empty() ? "xmlns" : "xmlns:" + declaration.prefix,
                     declaration.iri);
  }
  for (const Attribute& attribute : attributes) {
    append_attribute(text_, attribute.name.qualified(), attribute.value);
  }
  text_ += '>';
  counts_.push_back(rendered_.size());
  rendered_.insert(rendered_.end(), fresh.begin(), fresh.end());
}

void CanonicalWriter::end_element(const Name& name) {
  text_.append("</").append(name.qualified()).append(">");
  rendered_.resize(counts_.back());
  counts_.pop_back();
}

void CanonicalWriter::text(std::string_view text) { append_escaped(text_, text, false); }

void CanonicalWriter::comment(std::string_view text) {
  text_.append("<!--").append(text).append("-->");
}

void CanonicalWriter::instruction(std::string_view target, std::string_view data) {
  text_.append("<?").append(target);
  if (!data.empty()) text_.append(" ").append(data);
  text_ += "?>";
}

std::string CanonicalWriter::take() {
  rendered_.clear();
  counts_.clear();
  return std::exchange(text_, {});
}

}  // namespace dossier::xml
