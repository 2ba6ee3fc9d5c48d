// SPDX-License-Identifier: Apache-2.0
#include "engine/functions/evaluation.h"

#include <cmath>
#include <utility>

#include "engine/algebra/overloaded.h"
#include "model/inline_codec.h"
#include "model/inline_term.h"

namespace dossier::functions {
Evaluation::Evaluation(EvaluationContext& context, const Batch& batch, Solutions solutions)
    : context_(context), batch_(batch), solutions_(solutions) {
  if (solutions_.scope == 0) {
    // Scopes of callers count up from 1, these down from the top.
    solutions_ = {~context_.evaluations_++, 0};
  }
}

Evaluation::~Evaluation() { terms().memory().release(charged_); }

TermId Evaluation::put(Value value) {
  if (std::holds_alternative<std::monostate>(value)) return {};
  if (const TermId id = inline_id_of(value)) return id;
  if (const std::size_t bytes = heap_bytes(value)) {
    context_.work(bytes);
    charged_ += bytes;  // first: charge() counts what it refuses, too
    terms().memory().charge(bytes);
  }
  pending_.push_back(std::move(value));
  return TermId::local(TermId::Kind::none, pending_.size() - 1);
}

TermId Evaluation::put_iri(std::string_view iri) {
  const auto [entry, inserted] = iris_.try_emplace(std::string(iri));
  if (inserted) entry->second = terms().intern(Term::iri(std::string(iri)));
  return entry->second;
}

TermId Evaluation::intern(TermId id) {
  if (!is_pending(id)) return id;
  terms().memory().check(heap_bytes(pending(id)));
  return terms().intern(to_term(pending(id)));
}

// The table takes the values over, so that no string is there twice.
void Evaluation::intern(std::span<TermId> ids) {
  if (pending_.empty()) return;
  std::vector<std::size_t> number_of(pending_.size());  // of a pending value in `made`, from 1
  std::vector<Term> made;
  for (const TermId id : ids) {
    if (!is_pending(id) || number_of[id.payload()] != 0) continue;
    made.push_back(to_term(std::move(pending_[id.payload()])));
    number_of[id.payload()] = made.size();
  }
  if (made.empty()) return;
  terms().memory().release(std::exchange(charged_, 0));
  pending_.clear();
  std::vector<TermId> interned(made.size());
  terms().intern(made, interned);
  for (TermId& id : ids) {
    if (is_pending(id)) id = interned[number_of[id.payload()] - 1];
  }
}

bool Evaluation::read(TermId id, const std::function<bool(const TermView&)>& use) {
  if (id.is_inline()) {
    std::string lexical;
    return use(inline_view(id, lexical));
  }
  if (is_pending(id)) {
    if (const auto* text = std::get_if<Text>(&pending(id))) {
      const auto kind = text->language.empty() ? TermView::Kind::string : TermView::Kind::tagged;
      return use({kind, text->direction, text->text, text->language, nullptr});
    }
    terms().memory().check(heap_bytes(pending(id)));
  }
  Term term;
  const KnownTerms* const known = context_.known_terms();
  if (is_pending(id))
    term = to_term(pending(id));
  else if (known == nullptr || !known->find(id, term))
    term = terms().term(id);
  Viewer viewer;
  return use(viewer.view(term));
}

TermId Evaluation::blank_node(std::string_view label) {
  std::string key =
      std::to_string(solutions_.scope) + ' ' + std::to_string(solutions_.first_row + row_) + ' ';
  key += label;
  const auto [entry, inserted] = memory().blank_nodes.try_emplace(std::move(key));
  if (inserted) entry->second = terms().new_blank_node();
  return entry->second;
}

const Value& Operand::value() const {
  if (value_ != nullptr) return *value_;
  if (Evaluation::is_pending(id_) && !std::holds_alternative<Term>(evaluation_->pending(id_))) {
    value_ = &evaluation_->pending(id_);
  } else {
    if (term_ != nullptr) evaluation_->terms().memory().check(term_->value().size());
    own_value_ = missing() ? Value() : id_.is_inline() ? inline_value(id_) : value_of(term());
    value_ = &*own_value_;
  }
  return *value_;
}

const Term& Operand::term() const {
  if (term_ != nullptr) return *term_;
  if (Evaluation::is_pending(id_)) {
    evaluation_->terms().memory().check(heap_bytes(evaluation_->pending(id_)));
    own_term_ = to_term(evaluation_->pending(id_));
  } else {
    own_term_ = id_.is_inline() ? inline_term(id_) : evaluation_->terms().term(id_);
  }
  term_ = &*own_term_;
  return *term_;
}

std::optional<TextView> Operand::text() const {
  if (Evaluation::is_pending(id_)) {
    const Value& value = evaluation_->pending(id_);
    if (const auto* text = std::get_if<Text>(&value)) {
      return TextView{text->text, text->language, text->direction};
    }
    if (!std::holds_alternative<Term>(value)) return std::nullopt;
  }
  switch (id_.kind()) {
    case TermId::Kind::short_string:
      return TextView{inline_codec::decode_short_string(id_, short_text_), {}, Direction::none};
    case TermId::Kind::string:
    case TermId::Kind::lang_string:
    case TermId::Kind::none:
      break;
    default:
      return std::nullopt;
  }
  if (missing() || !term().is_literal()) return std::nullopt;
  if (id_.kind() == TermId::Kind::none && term().language().empty() &&
      !std::holds_alternative<Text>(value())) {
    return std::nullopt;
  }
  return TextView{term().value(), term().language(), term().direction()};
}

std::size_t Operand::cost() const {
  if (term_ != nullptr) return term_->value().size();
  if (!Evaluation::is_pending(id_)) return 0;
  const auto* text = std::get_if<Text>(&evaluation_->pending(id_));
  return text == nullptr ? 0 : text->text.size();
}

std::optional<std::string_view> Operand::plain_text() const {
  const auto view = text();
  return view && !view->tagged() ? std::optional(view->text) : std::nullopt;
}

std::optional<bool> effective_boolean(const Operand& operand) {
  using Result = std::optional<bool>;
  if (operand.missing()) return std::nullopt;
  if (const auto text = operand.text()) {
    return text->tagged() ? std::nullopt : Result(!text->text.empty());
  }
  return std::visit(dossier::Overloaded{
                        [](bool v) { return Result(v); },
                        [](const xsd::Integer& v) { return Result(v.sign() != 0); },
                        [](const xsd::Decimal& v) { return Result(v.sign() != 0); },
                        [](float v) { return Result(v != 0 && !std::isnan(v)); },
                        [](double v) { return Result(v != 0 && !std::isnan(v)); },
                        [](const auto&) { return Result(); },
                    },
                    operand.value());
}

}  // namespace dossier::functions
