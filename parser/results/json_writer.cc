// SPDX-License-Identifier: Apache-2.0
// SPARQL 1.1 Query Results JSON Format, with triple terms and base directions as SPARQL 1.2 writes
// them.

#include <string>

#include "model/output_buffer.h"
#include "model/vocabulary.h"
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
void append_triple(Out& out, const Triple& triple) {
  out += "{\"type\":\"triple\",\"value\":{\"subject\":";
  append_json_term(out, triple.subject);
  out += ",\"predicate\":";
  append_json_term(out, triple.predicate);
  out += ",\"object\":";
  append_json_term(out, triple.object);
  out += "}}";
}

template <typename Out>
void append_json_literal(Out& out, const Term& term) {
  append_typed(out, "literal", term.value());
  if (!term.language().empty()) {
    append_member(out, "xml:lang", term.language());
    if (term.direction() != Direction::none) {
      append_member(out, "its:dir", term.direction() == Direction::ltr ? "ltr" : "rtl");
    }
  } else if (term.datatype() != vocabulary::xsd::kString) {
    append_member(out, "datatype", term.datatype());
  }
  out += '}';
}

class JsonWriter : public ResultsSink {
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
    line_ += first_ ? "\n{" : ",\n{";
    first_ = false;
    bool first_value = true;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!row[i]) continue;
      if (!first_value) line_ += ',';
      first_value = false;
      line_ += keys_[i];
      append_json_term(line_, *row[i]);
    }
    line_ += '}';
    line_.flush();
  }

  void end() override { out_ << (first_ ? "]}}\n" : "\n]}}\n"); }

  void boolean(bool answer) override {
    out_ << "{\"head\":{},\"boolean\":" << (answer ? "true" : "false") << "}\n";
  }

 private:
  std::ostream& out_;
  std::vector<std::string> keys_;
  OutputBuffer line_;
  bool first_ = true;
};

}  // namespace

template <typename Out>
void append_json_term(Out& out, const Term& term) {
  switch (term.kind()) {
    case Term::Kind::iri:
      append_typed(out, "uri", term.value());
      out += '}';
      break;
    case Term::Kind::blank_node:
      append_typed(out, "bnode", term.value());
      out += '}';
      break;
    case Term::Kind::literal:
      append_json_literal(out, term);
      break;
    case Term::Kind::triple:
      append_triple(out, term.as_triple());
      break;
  }
}

template void append_json_term(std::string&, const Term&);
template void append_json_term(OutputBuffer&, const Term&);

namespace results {

std::unique_ptr<ResultsSink> make_json_writer(std::ostream& out) {
  return std::make_unique<JsonWriter>(out);
}

}  // namespace results

}  // namespace dossier
