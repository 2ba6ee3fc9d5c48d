// SPDX-License-Identifier: Apache-2.0
// What a request may reach outside the knowledge base, as said on the command line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "repl/input/command_line.h"

namespace dossier::repl {

class AccessArguments {
 public:
  /// --safe, --allow, --allow-files, --proxy.
  void declare(Arguments& arguments);
  /// Throws Error(usage) for a start that is no web address, for a folder that does not exist and
  /// for a proxy that is no address.
  void check() const;
  OutsideAccess access() const;
  /// The option that forbids something; empty when none is given.
  std::string restricted_by() const;

 private:
  bool safe_ = false;
  std::vector<std::string> starts_;
  std::vector<std::string> folders_;
  std::optional<std::string> proxy_;
};

}  // namespace dossier::repl
