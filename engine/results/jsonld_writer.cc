// SPDX-License-Identifier: Apache-2.0
// Triples as JSON-LD 1.1 in expanded form (https://www.w3.org/TR/json-ld11/): no context.
// A node object holds what stands together about one subject; JSON-LD joins those of one @id.

#include <map>
#include <string>

#include "dossier/error.h"
#include "engine/results/row_writers.h"
#include "model/output_buffer.h"
#include "model/vocabulary.h"
#include "parser/results/escape.h"
#include "parser/results/results.h"

namespace dossier::results {
namespace {

class JsonLdWriter : public ResultsSink {
 public:
  explicit JsonLdWriter(std::ostream& out) : text_(out) {}

  void begin(const std::vector<std::string>& variables) override {
    if (variables != std::vector<std::string>{"subject", "predicate", "object"}) refuse_rows();
    text_ += '[';
  }

  void row(Solution row) override {
    if (!subject_ || *subject_ != *row[0]) {
      write_node();
      subject_ = *row[0];
    }
    properties_[row[1]->value()].push_back(*row[2]);
  }

  void end() override {
    write_node();
    text_ += "]\n";
    text_.flush();
  }

  void boolean(bool) override { refuse_rows(); }

 private:
  [[noreturn]] static void refuse_rows() {
    throw Error(ErrorCode::usage,
                "jsonld holds triples: CONSTRUCT and DESCRIBE give them; for rows write json");
  }

  static const Term& without_triples(const Term& term) {
    if (term.is_triple())
      throw Error(ErrorCode::input, "JSON-LD 1.1 has no triple terms, and the result has " +
                                        term.to_string() + "; ask for turtle or ntriples");
    return term;
  }

  void write_text(std::string_view text) {
    text_ += '"';
    append_json(text_, text);
    text_ += '"';
  }

  void write_id(const Term& term) {
    write_text(without_triples(term).is_blank_node() ? "_:" + term.value() : term.value());
  }

  void write_literal(const Term& term) {
    text_ += "{\"@value\":";
    write_text(term.value());
    if (!term.language().empty()) {
      text_ += ",\"@language\":";
      write_text(term.language());
      if (term.direction() != Direction::none) {
        text_ += ",\"@direction\":";
        write_text(term.direction() == Direction::ltr ? "ltr" : "rtl");
      }
    } else if (term.datatype() != vocabulary::xsd::kString) {
      text_ += ",\"@type\":";
      write_text(term.datatype());
    }
    text_ += '}';
  }

  void write_object(const Term& term, bool is_class) {
    if (term.is_literal()) {
      write_literal(term);
    } else if (is_class) {
      write_id(term);
    } else {
      text_ += "{\"@id\":";
      write_id(term);
      text_ += '}';
    }
  }

  /// A class that is a literal is no class to JSON-LD, so it stays under the IRI of rdf:type.
  void write_property(std::string_view key, const std::vector<Term>& objects, bool is_class) {
    text_ += ',';
    write_text(key);
    text_ += ":[";
    bool first = true;
    for (const Term& object : objects) {
      if (!first) text_ += ',';
      first = false;
      write_object(object, is_class);
    }
    text_ += ']';
  }

  void write_node() {
    if (!subject_) return;
    if (nodes_++ > 0) text_ += ',';
    text_ += "\n{\"@id\":";
    write_id(*subject_);
    for (const auto& [predicate, objects] : properties_) {
      if (predicate != vocabulary::rdf::kType) {
        write_property(predicate, objects, false);
        continue;
      }
      std::vector<Term> classes, values;
      for (const Term& one : objects) (one.is_literal() ? values : classes).push_back(one);
      if (!classes.empty()) write_property("@type", classes, true);
      if (!values.empty()) write_property(predicate, values, false);
    }
    text_ += '}';
    text_.flush();
    properties_.clear();
  }

  OutputBuffer text_;
  std::optional<Term> subject_;
  std::map<std::string, std::vector<Term>> properties_;
  std::size_t nodes_ = 0;
};

}  // namespace

std::unique_ptr<ResultsSink> make_jsonld_writer(std::ostream& out, const Prefixes&) {
  return std::make_unique<JsonLdWriter>(out);
}

}  // namespace dossier::results
