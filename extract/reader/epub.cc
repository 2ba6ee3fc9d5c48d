// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/epub.h"

#include <charconv>
#include <map>
#include <set>
#include <vector>

#include "extract/reader/archive.h"
#include "extract/reader/decode.h"
#include "extract/reader/html_attributes.h"
#include "extract/reader/html_blocks.h"
#include "extract/reader/html_facts.h"
#include "extract/reader/unpack.h"
#include "extract/reader/zip_document.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// The first file of a book, not packed: its name at byte 30, its content at once behind.
constexpr std::string_view kMimeType = "mimetypeapplication/epub+zip";
constexpr std::size_t kMimeTypeAt = 30;

/// META-INF/container.xml: which file is the package.
class Container : public xml::Handler {
 public:
  void start_element(const xml::Element& element) override {
    if (element.name.local == "rootfile" && package.empty())
      package = attribute(element, "full-path");
  }
  void end_element(const xml::Name&) override {}
  void text(std::string_view) override {}

  std::string package;
};

/// META-INF/encryption.xml: what cannot be read without the key; many books protect their fonts
/// only.
class Encryption : public xml::Handler {
 public:
  void start_element(const xml::Element& element) override {
    if (element.name.local == "CipherReference")
      files.insert(std::string(attribute(element, "URI")));
  }
  void end_element(const xml::Name&) override {}
  void text(std::string_view) override {}

  std::set<std::string> files;
};

/// The package: metadata, files, and the order to read them in.
class Package : public xml::Handler {
 public:
  void start_element(const xml::Element& element) override {
    const std::string_view local = element.name.local;
    if (local == "item") {
      const bool contents = attribute(element, "properties").find("nav") != std::string_view::npos;
      if (!contents) files_.emplace(attribute(element, "id"), attribute(element, "href"));
    } else if (local == "itemref" && attribute(element, "linear") != "no") {
      order_.emplace_back(attribute(element, "idref"));
    }
    // "ill", "trl": who drew or translated it.
    const std::string_view role = attribute(element, "role");
    const bool other = local == "creator" && !role.empty() && role != "aut";
    value_ = other ? nullptr : member(local);
    if (value_ != nullptr && !value_->empty()) value_ = nullptr;
  }
  void end_element(const xml::Name&) override { value_ = nullptr; }
  void text(std::string_view text) override {
    if (value_ != nullptr) *value_ += text;
  }

  /// The files to read, as the package names them.
  std::vector<std::string> spine() const {
    std::vector<std::string> files;
    for (const std::string& id : order_)
      if (const auto file = files_.find(id); file != files_.end()) files.push_back(file->second);
    return files;
  }

  StatedFacts facts;

 private:
  std::string* member(std::string_view local) {
    if (local == "title") return &facts.title;
    if (local == "creator") return &facts.author;
    if (local == "date") return &facts.date;
    if (local == "publisher") return &facts.publisher;
    return nullptr;
  }

  std::map<std::string, std::string> files_;
  std::vector<std::string> order_;
  std::string* value_ = nullptr;
};

/// "text/chapter%201.xhtml" with its two hexadecimal digits made one byte.
std::string unescaped(std::string_view href) {
  std::string path;
  href = href.substr(0, href.find('#'));
  for (std::size_t i = 0; i < href.size(); ++i) {
    unsigned value = 0;
    const char* const digits = href.data() + i + 1;
    if (href[i] == '%' && i + 2 < href.size() &&
        std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2) {
      path += static_cast<char>(value);
      i += 2;
    } else {
      path += href[i];
    }
  }
  return path;
}

/// A file named from the folder of another one.
std::string resolved(const std::string& base, const std::string& path) {
  std::vector<std::string> parts;
  std::string whole = base.substr(0, base.rfind('/') + 1) + path;
  for (std::size_t at = 0; at <= whole.size();) {
    const std::size_t end = std::min(whole.find('/', at), whole.size());
    const std::string part = whole.substr(at, end - at);
    if (part == ".." && !parts.empty()) {
      parts.pop_back();
    } else if (part != "." && part != "..") {
      parts.push_back(part);
    }
    at = end + 1;
  }
  std::string result;
  for (const std::string& part : parts) result += (result.empty() ? "" : "/") + part;
  return result;
}

/// A chapter's heading that only repeats the title of the book, already the headline, is left out.
void add_chapter(const std::string& page, const std::string& source_name, SourceText& source) {
  const std::u32string title = to_code_points(source.facts.title);
  const std::string utf8 = to_utf8(decode_text(page, source_name, declared_encoding(page)));
  const HtmlPage html = read_html_blocks(with_few_attributes(utf8), source_name);
  for (const HtmlBlock& block : html.blocks) {
    const bool repeats = block.heading > 0 && source.headline && block.text == title;
    if (!repeats) add_block(source, block.item ? U"\u2022 " + block.text : block.text);
  }
}

}  // namespace

bool opens_as_epub(std::string_view content) {
  if (!opens_as_zip(content) || content.size() < kMimeTypeAt) return false;
  return content.substr(kMimeTypeAt).starts_with(kMimeType);
}

SourceText epub_text(std::string_view content, const std::string& source_name,
                     const ReadSettings& settings) {
  const ZipDocument file(content, source_name, settings.limits);
  Container container;
  file.at("META-INF/container.xml");
  file.parse("META-INF/container.xml", container);
  Encryption encryption;
  file.parse("META-INF/encryption.xml", encryption);
  Package package;
  file.at(container.package);
  file.parse(container.package, package);
  SourceText source;
  source.may_have_foot = false;
  source.facts = std::move(package.facts);
  source.facts.title = to_utf8(trim(to_code_points(source.facts.title)));
  if (!source.facts.title.empty()) {
    source.headline = add_block(source, to_code_points(source.facts.title));
    source.may_have_header = false;
  }
  std::set<std::string> read;
  for (const std::string& name : package.spine()) {
    const std::string path = resolved(container.package, unescaped(name));
    if (!read.insert(path).second) continue;
    if (encryption.files.contains(path))
      refuse_source(source_name, "the book is protected against being read by other programs");
    const std::string* const page = file.find(path);
    if (page == nullptr || page->empty()) continue;
    refuse_beyond(settings.limits.markup(), page->size(), source_name);
    add_chapter(*page, source_name, source);
    refuse_beyond(settings.limits.text, source.text.size(), source_name);
  }
  return source;
}

}  // namespace dossier::extract
