// SPDX-License-Identifier: Apache-2.0
// SPARQL Query Results XML, element by element.
#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "dossier/error.h"
#include "parser/results/drivers.h"
#include "parser/results/terms.h"
#include "parser/results/xml_tags.h"
#include "parser/xml/xml_parser.h"

namespace dossier::results {
namespace {

constexpr std::string_view kIts = "http://www.w3.org/2005/11/its";

std::optional<std::string> attribute(const xml::Element& element, std::string_view local,
                                     std::string_view name_space = {}) {
  for (const auto& [name, value] : element.attributes) {
    if (name.local == local && name.name_space == name_space) return std::string(value);
  }
  return std::nullopt;
}

class Reader : public xml::Handler {
 public:
  Reader(ResultsSink& sink, const ResultsWatch& watch) : sink_(sink), watch_(watch) {
    frames_.emplace_back();
  }

  void start_element(const xml::Element& element) override {
    watch_(0);
    const Tag tag = tag_of(element.name);
    if (!may_stand_in(tag, frames_.back().tag)) {
      xml::fail("<" + element.name.qualified() + "> is not allowed here");
    }
    if (is_term(tag) && frames_.back().value) xml::fail("only one term is allowed here");
    Frame frame;
    frame.tag = tag;
    open(frame, element);
    frames_.push_back(std::move(frame));
  }

  void end_element(const xml::Name&) override {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    try {
      close(frame, frames_.back());
    } catch (const std::invalid_argument& error) {
      xml::fail(error.what());
    }
  }

  void text(std::string_view text) override {
    Frame& around = frames_.back();
    if (holds_text(around.tag)) {
      watch_(held_for(around.literal.lexical.size() + text.size()));
      around.literal.lexical += text;
    } else if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) {
      xml::fail("text is not allowed here");
    }
  }

  bool complete() const { return answered_ || ended_; }

 private:
  struct Frame {
    Tag tag = Tag::document;
    LiteralParts literal = {};                      ///< text, and a literal's attributes
    std::size_t column = 0;                         ///< binding
    std::optional<Term> value = {};                 ///< content of a binding or a part of a triple
    std::array<std::optional<Term>, 3> parts = {};  ///< triple
  };

  void open(Frame& frame, const xml::Element& element) {
    switch (frame.tag) {
      case Tag::variable:
        variables_.push_back(attribute(element, "name").value_or(""));
        if (variables_.size() > kMostVariables) xml::fail(kTooManyVariables);
        if (!is_variable_name(variables_.back())) xml::fail(not_a_variable(variables_.back()));
        break;
      case Tag::results:
        if (begun_ || answered_) xml::fail("a result has one <results> or one <boolean>");
        begun_ = true;
        sink_.begin(variables_);
        break;
      case Tag::boolean:
        if (begun_ || answered_) xml::fail("a result has one <results> or one <boolean>");
        break;
      case Tag::head:
        if (begun_ || answered_) xml::fail("<head> must come first");
        break;
      case Tag::result:
        row_.assign(variables_.size(), std::nullopt);
        break;
      case Tag::binding:
        frame.column = column_of(attribute(element, "name").value_or(""));
        break;
      case Tag::literal:
        frame.literal.language = attribute(element, "lang", xml::kXmlNamespace);
        frame.literal.direction = attribute(element, "dir", kIts);
        frame.literal.datatype = attribute(element, "datatype");
        break;
      default:
        break;
    }
  }

  std::size_t column_of(const std::string& variable) const {
    for (std::size_t i = 0; i < variables_.size(); ++i) {
      if (variables_[i] != variable) continue;
      if (row_[i]) xml::fail("?" + variable + " is bound already in this row");
      return i;
    }
    xml::fail("the head names no variable \"" + variable + '"');
  }

  void close(Frame& frame, Frame& around) {
    if (holds_term(frame.tag) && !frame.value) xml::fail("a term is missing here");
    switch (frame.tag) {
      case Tag::uri:
        around.value = checked_iri(std::move(frame.literal.lexical));
        break;
      case Tag::bnode:
        around.value = Term::blank_node(std::move(frame.literal.lexical));
        break;
      case Tag::literal:
        around.value = checked_literal(std::move(frame.literal));
        break;
      case Tag::triple:
        around.value = triple_of(frame);
        break;
      case Tag::subject:
      case Tag::predicate:
      case Tag::object:
        set_part(around, frame);
        break;
      case Tag::binding:
        row_[frame.column] = std::move(frame.value);
        break;
      case Tag::result:
        sink_.row(row_);
        break;
      case Tag::results:
        ended_ = true;
        sink_.end();
        break;
      case Tag::boolean:
        answer(frame.literal.lexical);
        break;
      default:
        break;
    }
  }

  static void set_part(Frame& triple, Frame& part) {
    const auto index = static_cast<std::size_t>(part.tag) - static_cast<std::size_t>(Tag::subject);
    if (triple.parts[index]) xml::fail("a triple has each part once");
    triple.parts[index] = std::move(part.value);
  }

  static Term triple_of(Frame& frame) {
    auto& [subject, predicate, object] = frame.parts;
    if (!subject || !predicate || !object) {
      xml::fail("a triple has a subject, a predicate and an object");
    }
    return checked_triple(*std::move(subject), *std::move(predicate), *std::move(object));
  }

  void answer(std::string_view text) {
    const std::size_t start = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    text.remove_prefix(start);
    text = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
    if (text != "true" && text != "false") xml::fail("a truth value is true or false");
    answered_ = true;
    sink_.boolean(text == "true");
  }

  ResultsSink& sink_;
  const ResultsWatch& watch_;
  std::vector<Frame> frames_;
  std::vector<std::string> variables_;
  std::vector<std::optional<Term>> row_;
  bool begun_ = false;
  bool ended_ = false;
  bool answered_ = false;
};

}  // namespace

void parse_xml(std::string_view text, ResultsSink& sink, std::size_t max_nesting,
               const ResultsWatch& watch) {
  Reader reader(sink, watch);
  xml::parse(text, reader, 2 * max_nesting + 8);
  if (!reader.complete()) {
    throw Error::in_text(ErrorCode::syntax, "the result has no <results> and no <boolean>", text,
                         text.size());
  }
}

}  // namespace dossier::results
