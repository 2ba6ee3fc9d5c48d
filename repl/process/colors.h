// SPDX-License-Identifier: Apache-2.0
// Whether what is written has colours: on a terminal that can show them, unless NO_COLOR
// (https://no-color.org) forbids it.
#pragma once

#include "repl/process/console.h"

namespace dossier::repl {

bool out_in_color(const Console& console);
bool err_in_color(const Console& console);

}  // namespace dossier::repl
