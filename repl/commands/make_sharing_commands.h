// SPDX-License-Identifier: Apache-2.0
// Commands that hand a knowledge base's facts to other programs and people.
#pragma once

#include <memory>

#include "repl/command.h"

namespace dossier::repl {

std::unique_ptr<Command> make_mcp_command();
std::unique_ptr<Command> make_report_command();

}  // namespace dossier::repl
