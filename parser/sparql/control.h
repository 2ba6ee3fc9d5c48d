// PEGTL control: tells the recorder about the rules that actions.h and errors.h speak of.
#pragma once

#include "parser/sparql/actions.h"
#include "parser/sparql/errors.h"
#include "parser/sparql/recorder.h"

namespace dossier::sparql {

/// Rules that neither leave a node nor have a name in messages cost nothing: their hooks are off.
template <typename Rule>
struct Control : peg::normal<Rule> {
  static constexpr TreeAction kAction = kTreeAction<Rule>;
  static constexpr bool kNamed = !kExpected<Rule>.empty();
  static constexpr bool enable = kAction.observed || kNamed || kNestsAt<Rule> != kNever;

  template <typename Input>
  static void start(const Input& in, Recorder& recorder) {
    recorder.open(in.current());
    if constexpr (kNestsAt<Rule> == kAnyCharacter) {
      recorder.descend(in.current());
    } else if constexpr (kNestsAt<Rule> != kNever) {
      if (!in.empty() && *in.current() == kNestsAt<Rule>) recorder.descend(in.current());
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
      recorder.abandon(kExpected<Rule>);
    } else {
      recorder.abandon();
    }
  }
};

}  // namespace dossier::sparql
