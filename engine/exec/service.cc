// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/service.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <unordered_map>

#include "dossier/error.h"
#include "engine/net/endpoint.h"
#include "model/term_text.h"

namespace dossier {
namespace {

constexpr std::size_t kBlock = 200;  ///< different bindings in one request
constexpr std::uint32_t kNoAnswer = 0xFFFFFFFF;

/// A blank node means another node at the endpoint.
bool can_be_sent(const Term& term) {
  if (term.is_blank_node()) return false;
  if (!term.is_triple()) return true;
  const Triple& triple = term.as_triple();
  return can_be_sent(triple.subject) && can_be_sent(triple.object);
}

/// Takes solutions as ids; the answer's blank nodes become nodes of this query.
class Answers : public ResultsSink {
 public:
  using Take = std::function<void(std::span<const TermId>)>;

  Answers(QueryState& state, const VariableTable& variables, const std::vector<Slot>& asked,
          Take take)
      : state_(state), names_(variables), asked_(asked), take_(std::move(take)) {}

  void begin(const std::vector<std::string>& variables) override {
    for (const Slot slot : asked_) {
      const auto found = std::find(variables.begin(), variables.end(), name_in_text(names_, slot));
      columns_.push_back(static_cast<std::size_t>(found - variables.begin()));
    }
  }
  void row(Solution values) override {
    std::vector<TermId> ids(asked_.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (columns_[i] < values.size() && values[columns_[i]]) ids[i] = id(*values[columns_[i]]);
    }
    take_(ids);
  }
  void end() override {}
  void boolean(bool) override {
    throw Error(ErrorCode::input, "SERVICE: a truth value came where rows were asked for");
  }

 private:
  TermId id(const Term& term) {
    if (term.is_blank_node()) {
      const auto [it, is_new] = nodes_.try_emplace(term.value());
      if (is_new) it->second = state_.terms().new_blank_node();
      return it->second;
    }
    if (!term.is_triple()) return state_.terms().intern(term);
    const Triple& t = term.as_triple();
    return state_.terms().intern_triple({id(t.subject), id(t.predicate), id(t.object)});
  }

  QueryState& state_;
  const VariableTable& names_;
  const std::vector<Slot>& asked_;
  Take take_;
  std::vector<std::size_t> columns_;
  std::unordered_map<std::string, TermId> nodes_;
};

}  // namespace

ServiceOperator::ServiceOperator(QueryState& state, Layout layout, plan::Service service,
                                 const VariableTable& variables, OperatorPtr child)
    : Operator(state, std::move(layout)),
      service_(std::move(service)),
      variables_(variables),
      child_(std::move(child)),
      input_(child_->layout()),
      part_(child_->layout()) {
  for (const Slot slot : service_.variables) {
    const std::size_t column = column_of(child_->layout(), slot);
    if (column == kNoColumn && column_of(this->layout(), slot) == kNoColumn) continue;
    if (column != kNoColumn) {
      shared_.emplace_back(slot, column);
      shared_in_answer_.push_back(asked_.size());
    }
    asked_.push_back(slot);
  }
}

void ServiceOperator::do_open() {
  if (state().outside().web.empty()) {
    // Where folders are named, nothing else is allowed.
    const bool by_folders = state().outside().files && !state().outside().folders.empty();
    throw Error(ErrorCode::usage, fmt::format("SERVICE is not allowed (QueryOptions::outside, {})",
                                              by_folders ? "--allow-files" : "--safe"));
  }
  child_->open();
  part_.clear();
  part_at_ = 0;
  forget();
}

void ServiceOperator::do_close() {
  child_->close();
  forget();
}

ServiceOperator::Questions ServiceOperator::questions() {
  const auto* name = std::get_if<Slot>(&service_.name);
  const std::size_t column = name == nullptr ? kNoColumn : column_of(child_->layout(), *name);
  std::map<std::pair<std::uint64_t, std::vector<std::uint64_t>>, std::size_t> known;
  Questions questions;
  for (std::uint32_t row = 0; row < input_.size(); ++row) {
    Question question;
    if (name == nullptr) {
      question.endpoint = std::get<TermId>(service_.name);
    } else if (column != kNoColumn) {
      question.endpoint = input_.column(column)[row];
    }
    std::vector<std::uint64_t> key;
    for (const auto& [slot, from] : shared_) {
      question.values.push_back(input_.column(from)[row]);
      key.push_back(question.values.back().bits());
    }
    const auto [it, is_new] =
        known.try_emplace({question.endpoint.bits(), std::move(key)}, questions.size());
    if (is_new) {
      for (const TermId value : question.values)
        question.sent.push_back(value && can_be_sent(state().terms().term(value)));
      questions.push_back(std::move(question));
    }
    questions[it->second].rows.push_back(row);
  }
  std::stable_sort(questions.begin(), questions.end(), [](const Question& a, const Question& b) {
    return std::pair(a.endpoint.bits(), a.sent) < std::pair(b.endpoint.bits(), b.sent);
  });
  return questions;
}

// One request leaves the same variables unbound in all its rows and has each row once, so that a
// solution of the endpoint joins with one of them. Otherwise it would come once for each.
bool ServiceOperator::in_one_request(const Question& a, const Question& b) {
  return a.endpoint == b.endpoint && a.sent == b.sent;
}

std::string ServiceOperator::values_text(std::span<const Question> block) {
  std::string text = " VALUES (";
  for (const auto& [slot, column] : shared_)
    text.append(" ?").append(name_in_text(variables_, slot));
  text += " ) {";
  std::set<std::string> rows;
  for (const Question& question : block) {
    std::string row;
    for (std::size_t i = 0; i < question.values.size(); ++i) {
      row += ' ';
      if (question.sent[i]) {
        append_term(row, state().terms().term(question.values[i]));
      } else {
        row += "UNDEF";
      }
    }
    if (rows.insert(row).second) text.append("\n(").append(row).append(" )");
  }
  return text + "\n}";
}

std::string ServiceOperator::text(std::span<const Question> block) {
  std::string text = "SELECT";
  for (const Slot slot : asked_) text.append(" ?").append(name_in_text(variables_, slot));
  if (asked_.empty()) text += " *";
  text.append(" WHERE ").append(service_.text);
  if (!shared_.empty()) text += values_text(block);
  return text;
}

void ServiceOperator::ask(std::span<const Question> block) {
  const TermId id = block.front().endpoint;
  const Term endpoint = id ? state().terms().term(id) : Term();
  const std::size_t before = matches_.size();
  try {
    if (!endpoint.is_iri()) {
      throw Error(ErrorCode::input,
                  id ? "SERVICE: " + endpoint.to_string() + " is no address of an endpoint"
                     : "SERVICE: the variable for the endpoint is unbound");
    }
    Answers answers(state(), variables_, asked_,
                    [&](std::span<const TermId> solution) { answer(block, solution); });
    MemoryCharge body(state().memory());
    const net::Watch watch{[this] { state().check(); },
                           [&](std::size_t bytes) { body.add(bytes); }};
    net::ask_endpoint(endpoint.value(), text(block), state().outside(), watch, answers);
  } catch (const Error& error) {
    if (!service_.silent || error.code() != ErrorCode::input) throw;
    matches_.resize(before);
    for (const Question& question : block) {
      for (const std::uint32_t row : question.rows) matches_.push_back({row, kNoAnswer});
    }
  }
}

void ServiceOperator::answer(std::span<const Question> block, std::span<const TermId> solution) {
  const auto number = static_cast<std::uint32_t>(answer_count_++);
  charge(solution.size() * sizeof(TermId));
  answers_.insert(answers_.end(), solution.begin(), solution.end());
  for (const Question& question : block) {
    bool agrees = true;
    for (std::size_t i = 0; i < shared_.size() && agrees; ++i) {
      const TermId theirs = solution[shared_in_answer_[i]];
      agrees = !question.values[i] || !theirs || question.values[i] == theirs;
    }
    if (!agrees) continue;
    charge(question.rows.size() * sizeof(Match));
    for (const std::uint32_t row : question.rows) matches_.push_back({row, number});
  }
}

void ServiceOperator::charge(std::size_t bytes) {
  charged_ += bytes;
  state().memory().charge(bytes);
}

void ServiceOperator::forget() {
  matches_.clear();
  answers_.clear();
  at_ = answer_count_ = 0;
  state().memory().release(charged_);
  charged_ = 0;
}

bool ServiceOperator::deliver(Batch& out) {
  const std::size_t count = std::min(matches_.size() - at_, out.capacity());
  for (std::size_t i = 0; i < out.width(); ++i) {
    const Slot slot = layout()[i];
    const TermId* given = input_.find(slot);
    const auto asked = std::find(asked_.begin(), asked_.end(), slot);
    const auto place = static_cast<std::size_t>(asked - asked_.begin());
    for (std::size_t n = 0; n < count; ++n) {
      const auto [row, number] = matches_[at_ + n];
      TermId value = given == nullptr ? TermId::none() : given[row];
      if (!value && place < asked_.size() && number != kNoAnswer) {
        value = answers_[number * asked_.size() + place];
      }
      out.column(i)[n] = value;
    }
  }
  at_ += count;
  out.resize(count);
  return count != 0;
}

// A request is dear: the child's batches, small at first, are put together.
bool ServiceOperator::gather() {
  input_.make_room(input_.most_rows());
  input_.clear();
  while (!input_.full()) {
    if (part_at_ == part_.size()) {
      part_at_ = 0;
      if (child_->next(part_)) continue;
      part_.clear();
      break;
    }
    input_.append(part_, part_at_++);
  }
  return !input_.empty();
}

bool ServiceOperator::do_next(Batch& out) {
  if (at_ < matches_.size()) return deliver(out);
  if (!gather()) return false;
  forget();
  const Questions all = questions();
  for (std::size_t start = 0; start < all.size();) {
    std::size_t end = start;
    while (end < all.size() && end - start < kBlock && in_one_request(all[start], all[end])) ++end;
    ask(std::span(all).subspan(start, end - start));
    start = end;
  }
  deliver(out);
  return true;
}

}  // namespace dossier
