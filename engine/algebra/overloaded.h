// SPDX-License-Identifier: Apache-2.0
// Visits of variants written as a list of lambdas.
#pragma once

namespace dossier {

template <typename... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <typename... F>
Overloaded(F...) -> Overloaded<F...>;

}  // namespace dossier
