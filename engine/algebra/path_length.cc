// SPDX-License-Identifier: Apache-2.0
#include "engine/algebra/path_length.h"

#include <algorithm>

#include "engine/algebra/overloaded.h"
#include "model/stack.h"

namespace dossier::algebra {

namespace {

bool has_empty_way(const ast::Path& path) {
  return std::visit(Overloaded{
                        [](const ast::PathInverse& p) { return may_have_no_step(*p.path); },
                        [](const ast::PathSequence& p) {
                          return std::all_of(p.steps.begin(), p.steps.end(), may_have_no_step);
                        },
                        [](const ast::PathAlternative& p) {
                          return std::any_of(p.choices.begin(), p.choices.end(), may_have_no_step);
                        },
                        [](const ast::PathRepeat& p) {
                          return p.modifier != ast::PathModifier::one_or_more ||
                                 may_have_no_step(*p.path);
                        },
                        [](const auto&) { return false; },
                    },
                    path.node);
}

}  // namespace

bool may_have_no_step(const ast::Path& path) {
  return with_stack([&] { return has_empty_way(path); });
}

}  // namespace dossier::algebra
