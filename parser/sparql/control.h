// SPDX-License-Identifier: Apache-2.0
// PEGTL control: reports the rules that actions.h and errors.h list to the recorder.
#pragma once

#include "model/stack.h"
#include "parser/sparql/actions.h"
#include "parser/sparql/errors.h"
#include "parser/sparql/recorder.h"

namespace dossier::sparql {

/// Rules that neither leave a node nor have a name in messages cost nothing: their hooks are off.
template <typename Rule>
struct Control : peg::normal<Rule> {
  static constexpr TreeAction kAction = action<Rule>::kAction;
  static constexpr bool kNamed = !called<Rule>::kName.empty();
  static constexpr bool kNests = nests_at<Rule>::kCharacter != kNever;
  static constexpr bool enable = kAction.observed || kNamed || kNests;

  template <peg::apply_mode A, peg::rewind_mode M, template <typename...> class Action,
            template <typename...> class Self, typename Input>
  [[nodiscard]] static bool match(Input& in, Recorder& recorder) {
    const auto match = [&] {
      return peg::normal<Rule>::template match<A, M, Action, Self>(in, recorder);
    };
    if constexpr (kNests) {
      return with_stack(match);
    } else {
      return match();
    }
  }

  template <typename Input>
  static void start(const Input& in, Recorder& recorder) {
    recorder.open(in.current());
    if constexpr (nests_at<Rule>::kCharacter == kAnyCharacter) {
      recorder.descend(in.current());
    } else if constexpr (nests_at<Rule>::kCharacter != kNever) {
      if (!in.empty() && *in.current() == nests_at<Rule>::kCharacter)
        recorder.descend(in.current());
    }
  }
  template <typename Input>
  static void success(const Input& in, Recorder& recorder) {
    if constexpr (kAction.node && kAction.unless_single) {
      recorder.close_unless_single(kAction.kind, in.current());
    } else if constexpr (kAction.node) {
      recorder.close(kAction.kind, in.current());
    } else {
      recorder.close();
    }
  }
  template <typename Input>
  static void failure(const Input& /*in*/, Recorder& recorder) {
    if constexpr (kNamed) {
      recorder.abandon(called<Rule>::kName);
    } else {
      recorder.abandon();
    }
  }
};

}  // namespace dossier::sparql
