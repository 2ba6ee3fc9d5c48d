// SPDX-License-Identifier: Apache-2.0
// What a typed line is, when it is neither a query nor an update.
#pragma once

#include <string>
#include <string_view>

namespace dossier::repl {

/// The dot command that a line is: itself, or what "help", "exit", "quit" and "\\q" stand for;
/// empty for any other line.
std::string command_of(std::string_view line);

/// Throws Error(usage) with what was probably meant for a line of one word that begins neither a
/// query nor an update: "exot".
void refuse_lone_word(std::string_view line);

/// A line of words that no query and no update begins with.
bool is_english(std::string_view line);

}  // namespace dossier::repl
