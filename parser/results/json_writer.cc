// SPDX-License-Identifier: Apache-2.0
// SPARQL 1.1 Query Results JSON Format, with triple terms and base directions as SPARQL 1.2 writes
// them.

#include <string>

#include "model/output_buffer.h"
#include "parser/results/drivers.h"
#include "parser/results/escape.h"

namespace dossier {
namespace {

using results::append_json;

template <typename Out>
void append_member(Out& out, std::string_view name, std::string_view value) {
  out += ",\"";
  out += name;
  out += "\":\"";
  append_json(out, value);
  out += '"';
}

template <typename Out>
void append_typed(Out& out, std::string_view type, std::string_view value) {
  out += "{\"type\":\"";
  out += type;
  out += '"';
  append_member(out, "value", value);
}

template <typename Out>
void append_json_literal(Out& out, const TermView& term) {
  append_typed(out, "literal", term.value);
  if (term.kind == TermView::Kind::tagged) {
    append_member(out, "xml:lang", term.qualifier);
    if (term.direction != Direction::none) {
      append_member(out, "its:dir", term.direction == Direction::ltr ? "ltr" : "rtl");
    }
  } else if (term.kind == TermView::Kind::typed) {
    append_member(out, "datatype", term.qualifier);
  }
  out += '}';
}

/// A term that is no triple term.
template <typename Out>
void append_plain(Out& out, const TermView& term) {
  const bool is_iri = term.kind == TermView::Kind::iri;
  if (!is_iri && term.kind != TermView::Kind::blank_node) return append_json_literal(out, term);
  append_typed(out, is_iri ? "uri" : "bnode", term.value);
  out += '}';
}

template <typename Out, typename AnyTerm>
void append_any(Out& out, const AnyTerm& term) {
  if (!is_triple(term)) return append_plain(out, view_of(term));
  out += "{\"type\":\"triple\",\"value\":{\"subject\":";
  append_any(out, parts_of(term).subject);
  out += ",\"predicate\":";
  append_any(out, parts_of(term).predicate);
  out += ",\"object\":";
  append_any(out, parts_of(term).object);
  out += "}}";
}

class JsonWriter : public WrittenTermsSink {
 public:
  explicit JsonWriter(std::ostream& out) : out_(out), line_(out) {}

  void begin(const std::vector<std::string>& variables) override {
    keys_.clear();
    std::string text = "{\"head\":{\"vars\":[";
    for (const std::string& variable : variables) {
      std::string key = "\"";
      append_json(key, variable);
      key += '"';
      if (!keys_.empty()) text += ',';
      text += key;
      keys_.push_back(key + ":");
    }
    out_ << text << "]},\"results\":{\"bindings\":[";
  }

  void row(Solution row) override {
    begin_row();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i]) append_json_term(begin_value(i), *row[i]);
    }
    line_ += '}';
    line_.flush();
  }

  void append(std::string& out, const TermView& term) const override {
    append_json_term(out, term);
  }
  void written_row(std::span<const std::string_view> terms) override {
    begin_row();
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (terms[i].data() != nullptr) begin_value(i) += terms[i];
    }
    line_ += '}';
  }
  void flush() override { line_.flush(); }

  void end() override {
    line_.flush();
    out_ << (first_ ? "]}}\n" : "\n]}}\n");
  }

  void boolean(bool answer) override {
    out_ << "{\"head\":{},\"boolean\":" << (answer ? "true" : "false") << "}\n";
  }

 private:
  void begin_row() {
    line_ += first_ ? "\n{" : ",\n{";
    first_ = false;
    first_value_ = true;
  }
  OutputBuffer& begin_value(std::size_t column) {
    if (!first_value_) line_ += ',';
    first_value_ = false;
    return line_ += keys_[column];
  }

  std::ostream& out_;
  std::vector<std::string> keys_;
  OutputBuffer line_;
  bool first_ = true;
  bool first_value_ = true;
};

}  // namespace

template <typename Out>
void append_json_term(Out& out, const Term& term) {
  append_any(out, term);
}

template <typename Out>
void append_json_term(Out& out, const TermView& term) {
  append_any(out, term);
}

template void append_json_term(std::string&, const Term&);
template void append_json_term(OutputBuffer&, const Term&);
template void append_json_term(std::string&, const TermView&);
template void append_json_term(OutputBuffer&, const TermView&);

namespace results {

std::unique_ptr<ResultsSink> make_json_writer(std::ostream& out) {
  return std::make_unique<JsonWriter>(out);
}

}  // namespace results

}  // namespace dossier
