// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "engine/functions/evaluation.h"
#include "engine/functions/group_states.h"
#include "engine/functions/text_builder.h"
#include "engine/runtime/term_bytes.h"

namespace dossier {
namespace {

struct ConcatState {
  std::string text;
  bool started = false;
  bool failed = false;
};
class Concat : public GroupStates<Concat, ConcatState> {
 public:
  Concat(EvaluationContext& context, MemoryBudget& memory, std::string separator)
      : GroupStates(memory), context_(context), separator_(std::move(separator)) {}

  void take(ConcatState& state, TermId id) {
    if (state.failed) return;
    const Term term = id ? context_.terms().term(id) : Term();
    state.failed = !id || !(term.is_literal() || term.is_iri());
    if (state.failed) return;
    append(state, term.value());
  }
  void join(ConcatState& here, const ConcatState& there, const TranslateId&) {
    here.failed = here.failed || there.failed;
    if (here.failed || !there.started) return;
    append(here, there.text);
  }
  TermId finish(ConcatState& state) {
    if (state.failed) return {};
    charge().set(charge().bytes() - text_bytes(state.text.capacity()));  // the table takes it over
    return context_.terms().intern(Term::string(std::exchange(state.text, {})));
  }

 private:
  void append(ConcatState& state, const std::string& text) {
    const std::size_t more = text.size() + (state.started ? separator_.size() : 0);
    context_.work(more);
    if (state.text.capacity() - state.text.size() < more) grow(state.text, more);
    if (state.started) state.text += separator_;
    state.text += text;
    state.started = true;
  }
  void grow(std::string& text, std::size_t more) {
    const std::size_t before = text_bytes(text.capacity());
    const std::size_t capacity =
        functions::grown_capacity(text.capacity(), text.size() + more, memory().left());
    memory().check(text_bytes(capacity));  // old and new are there together for a moment
    text.reserve(capacity);
    charge().set(charge().bytes() + text_bytes(text.capacity()) - before);
  }

  EvaluationContext& context_;
  std::string separator_;
};

}  // namespace

std::unique_ptr<Aggregator> make_group_concat(EvaluationContext& context, MemoryBudget& memory,
                                              std::string separator) {
  return std::make_unique<Concat>(context, memory, std::move(separator));
}

}  // namespace dossier
