// SPDX-License-Identifier: Apache-2.0
// How the commands that judge what was read are made; command_table.cc lists them.
#pragma once

#include <memory>

#include "repl/command.h"

namespace dossier::repl {

std::unique_ptr<Command> make_fact_command();
std::unique_ptr<Command> make_review_command();

}  // namespace dossier::repl
