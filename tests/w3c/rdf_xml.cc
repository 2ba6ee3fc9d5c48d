// RDF/XML as far as the SPARQL suites' data uses it: node elements with about, ID and nodeID,
// property elements with resource, nodeID, datatype, xml:lang and parseType="Resource". Anything
// else is refused.
#include "model/error.h"
#include "model/vocabulary.h"
#include "tests/w3c/result_set.h"
#include "tests/w3c/xml.h"

namespace dossier::w3c {
namespace {

const std::string kRdf(vocabulary::kRdf);

class Reader {
 public:
  explicit Reader(std::string base) : base_(std::move(base)) {}

  std::vector<Quad> read(const XmlElement& root) {
    for (const XmlElement& element : root.children()) node(element);
    return std::move(quads_);
  }

 private:
  Term fresh() { return Term::blank_node("x " + std::to_string(next_++)); }
  Term iri(const std::string& reference) const { return Term::iri(resolve_iri(base_, reference)); }
  void add(const Term& subject, const std::string& predicate, const Term& object) {
    quads_.push_back({subject, Term::iri(predicate), object, std::nullopt});
  }

  Term node(const XmlElement& element) {
    Term subject = fresh();
    if (const auto about = element.attribute("about", kRdf)) subject = iri(*about);
    if (const auto id = element.attribute("ID", kRdf)) subject = iri("#" + *id);
    if (const auto id = element.attribute("nodeID", kRdf)) subject = Term::blank_node(*id);
    const std::string type = element.name_space() + element.name();
    if (type != kRdf + "Description") {
      add(subject, std::string(vocabulary::rdf::kType), Term::iri(type));
    }
    for (const auto& a : element.attributes()) {
      if (a.name_space == kRdf || a.name_space == kXmlNamespace) continue;
      add(subject, a.name_space + a.name, Term::string(a.value));
    }
    for (const XmlElement& child : element.children()) property(subject, child);
    return subject;
  }

  void property(const Term& subject, const XmlElement& element) {
    add(subject, element.name_space() + element.name(), value(element));
  }

  Term value(const XmlElement& element) {
    if (const auto resource = element.attribute("resource", kRdf)) return iri(*resource);
    if (const auto id = element.attribute("nodeID", kRdf)) return Term::blank_node(*id);
    if (const auto how = element.attribute("parseType", kRdf)) {
      if (*how != "Resource") throw Error(ErrorCode::input, "RDF/XML: parseType " + *how);
      const Term subject = fresh();
      for (const XmlElement& child : element.children()) property(subject, child);
      return subject;
    }
    const std::vector<XmlElement> children = element.children();
    if (children.size() == 1) return node(children.front());
    if (!children.empty()) throw Error(ErrorCode::input, "RDF/XML: a property of two nodes");
    if (const auto datatype = element.attribute("datatype", kRdf)) {
      return Term::typed(element.text(), *datatype);
    }
    if (const auto language = element.inherited("lang", kXmlNamespace)) {
      if (!language->empty()) return Term::lang(element.text(), *language);
    }
    return Term::string(element.text());
  }

  std::string base_;
  std::vector<Quad> quads_;
  int next_ = 0;
};

}  // namespace

std::vector<Quad> read_rdf_xml(const std::string& text, const std::string& base) {
  const XmlDocument document(text);
  return Reader(base).read(document.root());
}

}  // namespace dossier::w3c
