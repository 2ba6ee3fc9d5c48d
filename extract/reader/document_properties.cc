// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/document_properties.h"

#include <string_view>

#include "extract/reader/zip_document.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

class Properties : public xml::Handler {
 public:
  void start_element(const xml::Element& element) override {
    value_ = member(element.name.local);
    // The first of each counts.
    if (value_ != nullptr && !value_->empty()) value_ = nullptr;
  }
  void end_element(const xml::Name&) override { value_ = nullptr; }
  void text(std::string_view text) override {
    if (value_ != nullptr) *value_ += text;
  }

  StatedFacts finish() {
    for (std::string* text : {&title_, &creator_, &first_creator_, &created_})
      *text = to_utf8(trim(to_code_points(*text)));
    StatedFacts facts;
    facts.title = title_;
    facts.author = first_creator_.empty() ? creator_ : first_creator_;
    facts.date = created_;
    facts.date_outweighs_text = false;
    facts.author_may_be_typist = true;
    return facts;
  }

 private:
  std::string* member(std::string_view local) {
    if (local == "title") return &title_;
    if (local == "creator") return &creator_;
    if (local == "initial-creator") return &first_creator_;
    if (local == "created" || local == "creation-date") return &created_;
    return nullptr;
  }

  std::string title_, creator_, first_creator_, created_;
  std::string* value_ = nullptr;
};

}  // namespace

StatedFacts document_properties(const ZipDocument& file, const std::string& path) {
  Properties properties;
  file.parse(path, properties);
  return properties.finish();
}

}  // namespace dossier::extract
