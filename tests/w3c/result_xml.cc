// SPARQL Query Results XML.
#include "model/error.h"
#include "model/vocabulary.h"
#include "tests/w3c/result_set.h"
#include "tests/w3c/xml.h"

namespace dossier::w3c {
namespace {

const std::string kIts = "http://www.w3.org/2005/11/its";

XmlElement only_child(const XmlElement& element) {
  const std::vector<XmlElement> children = element.children();
  if (children.size() != 1) {
    throw Error(ErrorCode::input, "XML result: <" + element.name() + "> needs one element");
  }
  return children.front();
}

Term xml_term(const XmlElement& element);

Term xml_literal(const XmlElement& element) {
  if (const auto datatype = element.attribute("datatype")) {
    return Term::typed(element.text(), *datatype);
  }
  const auto language = element.attribute("lang", kXmlNamespace);
  if (!language) return Term::string(element.text());
  const std::string direction = element.attribute("dir", kIts).value_or("");
  return Term::lang(element.text(), *language,
                    direction == "ltr"   ? Direction::ltr
                    : direction == "rtl" ? Direction::rtl
                                         : Direction::none);
}

Term xml_triple(const XmlElement& element) {
  Triple triple;
  for (const XmlElement& part : element.children()) {
    Term term = xml_term(only_child(part));
    if (part.name() == "subject")
      triple.subject = std::move(term);
    else if (part.name() == "predicate")
      triple.predicate = std::move(term);
    else
      triple.object = std::move(term);
  }
  return Term::triple(std::move(triple));
}

Term xml_term(const XmlElement& element) {
  if (element.name() == "uri") return Term::iri(element.text());
  if (element.name() == "bnode") return Term::blank_node(element.text());
  if (element.name() == "literal") return xml_literal(element);
  if (element.name() == "triple") return xml_triple(element);
  throw Error(ErrorCode::input, "XML result: no term is called " + element.name());
}

}  // namespace

ResultSet read_xml_results(const std::string& text) {
  const XmlDocument document(text);
  ResultSet results;
  for (const XmlElement& part : document.root().children()) {
    if (part.name() == "boolean") results.boolean = part.text() == "true";
    for (const XmlElement& item : part.children()) {
      if (item.name() == "variable") {
        results.variables.push_back(item.attribute("name").value_or(""));
      } else if (item.name() == "result") {
        auto& row = results.rows.emplace_back();
        for (const XmlElement& binding : item.children()) {
          row.emplace(binding.attribute("name").value_or(""), xml_term(only_child(binding)));
        }
      }
    }
  }
  return results;
}

}  // namespace dossier::w3c
