// SPDX-License-Identifier: Apache-2.0
// Functions and aggregates of SPARQL that are written in C.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "bindings/c/errors.h"
#include "bindings/c/handles.h"
#include "bindings/c/terms.h"

using dossier::Error;
using dossier::ErrorCode;
using dossier::Term;
using dossier::c::deref;
using dossier::c::need;
using dossier::c::quiet_status;

struct dossier_answer {
  std::optional<Term> term;
  std::optional<std::string> failure;

  /// Throws Error(usage) when the callback said that it failed.
  void check(const std::string& iri) const {
    if (failure) throw Error(ErrorCode::usage, "<" + iri + "> failed: " + *failure);
  }
};

int dossier_answer_set_term(dossier_answer* answer, const char* term) {
  return quiet_status([&] { deref(answer, "answer").term = dossier::c::term_of(term, "term"); });
}

int dossier_answer_set_string(dossier_answer* answer, const char* text, size_t length) {
  return quiet_status([&] {
    need(text, "text");
    deref(answer, "answer").term = Term::string(std::string(text, length));
  });
}

int dossier_answer_set_iri(dossier_answer* answer, const char* iri) {
  return quiet_status([&] {
    need(iri, "iri");
    deref(answer, "answer").term = Term::iri(iri);
  });
}

int dossier_answer_set_int64(dossier_answer* answer, int64_t value) {
  return quiet_status([&] { deref(answer, "answer").term = Term::integer(value); });
}

int dossier_answer_set_double(dossier_answer* answer, double value) {
  return quiet_status([&] { deref(answer, "answer").term = Term::real(value); });
}

int dossier_answer_fail(dossier_answer* answer, const char* message) {
  return quiet_status([&] {
    need(message, "message");
    deref(answer, "answer").failure = message;
  });
}

namespace {

using FreeContext = void (*)(void*);

/// The application's pointer, freed by its function when the last that uses it goes. `free` is set
/// when the registration is sure: one that fails frees nothing.
struct ContextOwner {
  void* pointer = nullptr;
  FreeContext free = nullptr;

  explicit ContextOwner(void* given) : pointer(given) {}
  ContextOwner(const ContextOwner&) = delete;
  ContextOwner& operator=(const ContextOwner&) = delete;
  ~ContextOwner() {
    if (free != nullptr) free(pointer);
  }
};

std::optional<Term> call(const std::string& iri, dossier_function function, void* context,
                         std::span<const Term> terms) {
  std::vector<std::string> texts;
  for (const Term& term : terms) texts.push_back(term.to_string());
  std::vector<const char*> arguments;
  for (const std::string& text : texts) arguments.push_back(text.c_str());
  dossier_answer answer;
  function(arguments.data(), arguments.size(), &answer, context);
  answer.check(iri);
  return std::move(answer.term);
}

/// A group's state in C.
class State : public dossier::AggregateState {
 public:
  State(std::string iri, const dossier_aggregate& calls, std::shared_ptr<ContextOwner> context)
      : iri_(std::move(iri)),
        calls_(calls),
        context_(std::move(context)),
        state_(calls_.start(context_->pointer)) {
    if (state_ == nullptr)
      throw Error(ErrorCode::usage, "<" + iri_ + "> failed: no state was made for a group");
  }
  ~State() override { calls_.end(state_); }

  void add(const Term& value) override {
    dossier_answer answer;
    calls_.add(state_, value.to_string().c_str(), &answer);
    answer.check(iri_);
  }
  std::optional<Term> result() override {
    dossier_answer answer;
    calls_.result(state_, &answer);
    answer.check(iri_);
    return std::move(answer.term);
  }
  std::size_t bytes() const override { return calls_.bytes != nullptr ? calls_.bytes(state_) : 0; }

 private:
  std::string iri_;
  dossier_aggregate calls_;
  std::shared_ptr<ContextOwner> context_;
  void* state_;
};

}  // namespace

int dossier_register_function(dossier_kb* kb, const char* iri, size_t least, size_t most,
                              dossier_function function, void* context, FreeContext free_context,
                              dossier_error** error) {
  return dossier::c::status(error, [&] {
    need(iri, "iri");
    if (function == nullptr) throw Error(ErrorCode::usage, "function is NULL");
    auto owner = std::make_shared<ContextOwner>(context);
    deref(kb, "kb").base.register_function(
        iri, {least, most},
        [name = std::string(iri), function, owner](std::span<const Term> terms) {
          return call(name, function, owner->pointer, terms);
        });
    owner->free = free_context;
  });
}

int dossier_register_aggregate(dossier_kb* kb, const char* iri, const dossier_aggregate* aggregate,
                               void* context, FreeContext free_context, dossier_error** error) {
  return dossier::c::status(error, [&] {
    need(iri, "iri");
    const dossier_aggregate calls = deref(aggregate, "aggregate");
    if (calls.start == nullptr || calls.add == nullptr || calls.result == nullptr ||
        calls.end == nullptr)
      throw Error(ErrorCode::usage, "an aggregate needs start, add, result and end");
    auto owner = std::make_shared<ContextOwner>(context);
    deref(kb, "kb").base.register_aggregate(iri, [name = std::string(iri), calls, owner] {
      return std::make_unique<State>(name, calls, owner);
    });
    owner->free = free_context;
  });
}
