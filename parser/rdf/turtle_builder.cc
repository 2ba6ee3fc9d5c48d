// SPDX-License-Identifier: Apache-2.0
#include "parser/rdf/turtle_builder.h"

#include <utility>

#include "dossier/error.h"
#include "model/vocabulary.h"
#include "parser/grammar/text.h"

namespace dossier {

namespace rdf = vocabulary::rdf;

namespace {

constexpr std::size_t kMostHeld = std::size_t{1} << 29;
constexpr std::size_t kBetweenChecks = 1024;

}  // namespace

TurtleBuilder::TurtleBuilder(const RdfOptions& options)
    : max_nesting_(options.max_nesting), watch_(options.watch), base_(options.base) {}

void TurtleBuilder::begin_statement(std::string_view text, std::size_t start) {
  set_text(text);
  start_ = start;
  frames_.clear();
  collections_.clear();
  quads_.clear();
  held_ = 0;
  declaration_.reset();
  next_graph_ = graph_;
  next_in_graph_ = in_graph_;
  next_blank_nodes_ = blank_nodes_;
}

void TurtleBuilder::commit(const QuadSink& sink, const PrefixSink& prefixes) {
  if (declaration_) {
    if (!declaration_->prefix) {
      base_ = std::move(declaration_->iri);
    } else {
      if (prefixes) prefixes(*declaration_->prefix, declaration_->iri);
      prefixes_[*declaration_->prefix] = std::move(declaration_->iri);
    }
  }
  graph_ = std::move(next_graph_);
  in_graph_ = next_in_graph_;
  blank_nodes_ = next_blank_nodes_;
  for (Quad& quad : quads_) sink(std::move(quad));
}

void TurtleBuilder::declare(std::string_view prefix, std::string_view iri) {
  prefixes_.insert_or_assign(std::string(prefix), std::string(iri));
}

void TurtleBuilder::prefix_name(std::string_view terminal) {
  prefix_name_ = terminal.substr(0, terminal.size() - 1);
}

void TurtleBuilder::declare_prefix() { declaration_ = {prefix_name_, term().value()}; }

void TurtleBuilder::declare_base() { declaration_ = {std::nullopt, term().value()}; }

void TurtleBuilder::enter_graph() {
  next_graph_ = take_term();
  next_in_graph_ = true;
}

void TurtleBuilder::enter_default_graph() { next_in_graph_ = true; }

void TurtleBuilder::leave_graph() {
  next_graph_.reset();
  next_in_graph_ = false;
}

void TurtleBuilder::iri(std::string_view terminal) {
  std::string value = resolve_iri(base_, grammar::iri_value(terminal, text()));
  if (!has_scheme(value)) {
    fail("the IRI <" + value + "> is relative, and the document has no base IRI", terminal);
  }
  set_term(Term::iri(std::move(value)));
}

void TurtleBuilder::prefixed_name(std::string_view terminal) {
  const std::size_t colon = terminal.find(':');
  const auto prefix = prefixes_.find(terminal.substr(0, colon));
  if (prefix == prefixes_.end()) {
    fail("the prefix " + std::string(terminal.substr(0, colon + 1)) + " is not declared", terminal);
  }
  const std::string_view local = terminal.substr(colon + 1);
  std::string value = prefix->second;
  if (local.find('\\') == std::string_view::npos) {
    value += local;
  } else {
    value += grammar::local_name_value(local);
  }
  set_term(Term::iri(std::move(value)));
}

Term TurtleBuilder::blank_node() {
  return Term::blank_node("." + std::to_string(next_blank_nodes_++));
}

void TurtleBuilder::anonymous() { set_term(blank_node()); }

void TurtleBuilder::check_nesting(std::string_view where) const {
  if (frames_.size() + collections_.size() <= max_nesting_) return;
  throw Error::in_text(ErrorCode::limit,
                       "more than " + std::to_string(max_nesting_) + " levels of nesting", text(),
                       static_cast<std::uint64_t>(where.data() - text().data()));
}

void TurtleBuilder::push_frame(std::string_view where) {
  check_nesting(where);
  frames_.emplace_back();
}

void TurtleBuilder::open_subject(std::string_view where) {
  push_frame(where);
  set_subject();
}

void TurtleBuilder::open_property_list(std::string_view where) {
  push_frame(where);
  frames_.back().subject = blank_node();
}

void TurtleBuilder::close_property_list() {
  set_term(std::move(frames_.back().subject));
  frames_.pop_back();
}

void TurtleBuilder::add(Term subject, Term predicate, Term object) {
  held_ += subject.value().size() + predicate.value().size() + object.value().size();
  quads_.push_back({std::move(subject), std::move(predicate), std::move(object), graph_});
  if (quads_.size() % kBetweenChecks == 0) check_memory();
}

void TurtleBuilder::check_memory() const {
  const std::size_t held = quads_.size() * sizeof(Quad) + held_;
  if (watch_) watch_(held + text().size());
  if (held <= kMostHeld) return;
  // Without the line, which may be too long to show.
  throw Error(ErrorCode::limit,
              "the quads of this statement take more than " + std::to_string(kMostHeld >> 20) +
                  " MiB: end it with \".\" and go on in another statement",
              SourcePosition::at(text(), start_), {});
}

void TurtleBuilder::add(Term subject, std::string_view predicate, Term object) {
  add(std::move(subject), Term::iri(std::string(predicate)), std::move(object));
}

void TurtleBuilder::add_object() {
  Frame& frame = frames_.back();
  frame.reifier.reset();
  frame.object = take_term();
  add(frame.subject, frame.predicate, frame.object);
}

void TurtleBuilder::open_collection(std::string_view where) {
  check_nesting(where);
  collections_.emplace_back();
}

void TurtleBuilder::add_item() {
  Term item = take_term();
  Term node = blank_node();
  Collection& collection = collections_.back();
  if (collection.head) {
    add(std::move(collection.last), rdf::kRest, node);
  } else {
    collection.head = node;
  }
  add(node, rdf::kFirst, std::move(item));
  collection.last = std::move(node);
}

void TurtleBuilder::close_collection() {
  Collection collection = std::move(collections_.back());
  collections_.pop_back();
  Term nil = Term::iri(std::string(rdf::kNil));
  if (!collection.head) {
    set_term(std::move(nil));
    return;
  }
  add(std::move(collection.last), rdf::kRest, std::move(nil));
  set_term(std::move(*collection.head));
}

void TurtleBuilder::open_triple(std::string_view where) { push_frame(where); }

void TurtleBuilder::close_triple_term() {
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  set_term(Term::triple(
      {std::move(frame.subject), std::move(frame.predicate), std::move(frame.object)}));
}

void TurtleBuilder::close_reified_triple() {
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  reify(frame);
  set_term(std::move(*frame.reifier));
}

void TurtleBuilder::reify(Frame& frame) {
  if (!frame.reifier) frame.reifier = blank_node();
  add(*frame.reifier, rdf::kReifies, Term::triple({frame.subject, frame.predicate, frame.object}));
}

void TurtleBuilder::open_annotation(std::string_view where) {
  Frame& annotated = frames_.back();
  if (!annotated.reifier) reify(annotated);
  set_term(std::move(*annotated.reifier));
  annotated.reifier.reset();
  open_subject(where);
}

}  // namespace dossier
