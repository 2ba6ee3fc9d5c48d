// SPDX-License-Identifier: Apache-2.0
// SPARQL Query Results XML Format (second edition), with triple terms and base directions as
// SPARQL 1.2 writes them.

#include <string>

#include "model/output_buffer.h"
#include "parser/results/drivers.h"
#include "parser/xml/escape.h"

namespace dossier::results {
namespace {

constexpr std::string_view kHead =
    "<?xml version=\"1.0\"?>\n"
    "<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n";

template <typename Out>
void append_element(Out& out, std::string_view name, std::string_view text) {
  out += '<';
  out += name;
  out += '>';
  xml::append_escaped(out, text);
  out += "</";
  out += name;
  out += '>';
}

template <typename Out>
void append_literal(Out& out, const TermView& term) {
  out += "<literal";
  if (term.kind == TermView::Kind::tagged) {
    out += " xml:lang=\"";
    xml::append_escaped(out, term.qualifier);
    out += '"';
    if (term.direction != Direction::none) {
      out += " xmlns:its=\"http://www.w3.org/2005/11/its\" its:version=\"2.0\" its:dir=\"";
      out += term.direction == Direction::ltr ? "ltr\"" : "rtl\"";
    }
  } else if (term.kind == TermView::Kind::typed) {
    out += " datatype=\"";
    xml::append_escaped(out, term.qualifier);
    out += '"';
  }
  out += '>';
  xml::append_escaped(out, term.value);
  out += "</literal>";
}

/// A term that is no triple term.
template <typename Out>
void append_plain(Out& out, const TermView& term) {
  if (term.kind == TermView::Kind::iri) return append_element(out, "uri", term.value);
  if (term.kind == TermView::Kind::blank_node) return append_element(out, "bnode", term.value);
  append_literal(out, term);
}

template <typename Out, typename AnyTerm>
void append_any(Out& out, const AnyTerm& term) {
  if (!is_triple(term)) return append_plain(out, view_of(term));
  out += "<triple><subject>";
  append_any(out, parts_of(term).subject);
  out += "</subject><predicate>";
  append_any(out, parts_of(term).predicate);
  out += "</predicate><object>";
  append_any(out, parts_of(term).object);
  out += "</object></triple>";
}

class XmlWriter : public WrittenTermsSink {
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
      append_any(line_, *row[i]);
      line_ += "</binding>";
    }
    line_ += "</result>\n";
    line_.flush();
  }

  void append(std::string& out, const TermView& term) const override { append_any(out, term); }
  void written_row(std::span<const std::string_view> terms) override {
    line_ += "    <result>";
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (terms[i].data() == nullptr) continue;
      line_ += openings_[i];
      line_ += terms[i];
      line_ += "</binding>";
    }
    line_ += "</result>\n";
  }
  void flush() override { line_.flush(); }

  void end() override {
    line_.flush();
    out_ << "  </results>\n</sparql>\n";
  }

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
