// SPDX-License-Identifier: Apache-2.0
// SPARQL Query Results XML Format (second edition), with triple terms and base directions as
// SPARQL 1.2 writes them.

#include <string>

#include "model/output_buffer.h"
#include "model/vocabulary.h"
#include "parser/results/drivers.h"
#include "parser/xml/escape.h"

namespace dossier::results {
namespace {

constexpr std::string_view kHead =
    "<?xml version=\"1.0\"?>\n"
    "<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n";

void append_element(OutputBuffer& out, std::string_view name, std::string_view text) {
  out += '<';
  out += name;
  out += '>';
  xml::append_escaped(out, text);
  out += "</";
  out += name;
  out += '>';
}

void append_literal(OutputBuffer& out, const Term& term) {
  out += "<literal";
  if (!term.language().empty()) {
    out += " xml:lang=\"";
    xml::append_escaped(out, term.language());
    out += '"';
    if (term.direction() != Direction::none) {
      out += " xmlns:its=\"http://www.w3.org/2005/11/its\" its:version=\"2.0\" its:dir=\"";
      out += term.direction() == Direction::ltr ? "ltr\"" : "rtl\"";
    }
  } else if (term.datatype() != vocabulary::xsd::kString) {
    out += " datatype=\"";
    xml::append_escaped(out, term.datatype());
    out += '"';
  }
  out += '>';
  xml::append_escaped(out, term.value());
  out += "</literal>";
}

void append_term(OutputBuffer& out, const Term& term);

void append_triple(OutputBuffer& out, const Triple& triple) {
  out += "<triple><subject>";
  append_term(out, triple.subject);
  out += "</subject><predicate>";
  append_term(out, triple.predicate);
  out += "</predicate><object>";
  append_term(out, triple.object);
  out += "</object></triple>";
}

void append_term(OutputBuffer& out, const Term& term) {
  switch (term.kind()) {
    case Term::Kind::iri:
      append_element(out, "uri", term.value());
      break;
    case Term::Kind::blank_node:
      append_element(out, "bnode", term.value());
      break;
    case Term::Kind::literal:
      append_literal(out, term);
      break;
    case Term::Kind::triple:
      append_triple(out, term.as_triple());
      break;
  }
}

class XmlWriter : public ResultsSink {
 public:
  explicit XmlWriter(std::ostream& out) : out_(out), line_(out) {}

  void begin(const std::vector<std::string>& variables) override {
    out_ << kHead << "  <head>\n";
    openings_.clear();
    for (const std::string& variable : variables) {
      std::string name;
      xml::append_escaped(name, variable);
      out_ << "    <variable name=\"" << name << "\"/>\n";
      openings_.push_back("<binding name=\"" + name + "\">");
    }
    out_ << "  </head>\n  <results>\n";
  }

  void row(Solution row) override {
    line_ += "    <result>";
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!row[i]) continue;
      line_ += openings_[i];
      append_term(line_, *row[i]);
      line_ += "</binding>";
    }
    line_ += "</result>\n";
    line_.flush();
  }

  void end() override { out_ << "  </results>\n</sparql>\n"; }

  void boolean(bool answer) override {
    out_ << kHead << "  <head/>\n  <boolean>" << (answer ? "true" : "false")
         << "</boolean>\n</sparql>\n";
  }

 private:
  std::ostream& out_;
  std::vector<std::string> openings_;
  OutputBuffer line_;
};

}  // namespace

std::unique_ptr<ResultsSink> make_xml_writer(std::ostream& out) {
  return std::make_unique<XmlWriter>(out);
}

}  // namespace dossier::results
