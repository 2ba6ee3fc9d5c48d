// SPDX-License-Identifier: Apache-2.0
// The options of a command and the variables that receive their values.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::repl {

/// An argument as it was declared: for the manual and for completion.
struct DeclaredArgument {
  std::vector<std::string> names;  ///< "-s", "--long"; of one by position the name in the help
  std::string placeholder;         ///< of a value by name; empty: a flag, or one by position
  std::string help;
  bool by_position = false;
};

/// Declared once by a command, then parsed once. The variables bound must outlive this object;
/// those that are not given keep their values.
class Arguments {
 public:
  Arguments(const std::string& program, const std::string& summary);
  ~Arguments();
  Arguments(const Arguments&) = delete;
  Arguments& operator=(const Arguments&) = delete;

  // By position, in the order declared.
  void required(const std::string& name, std::string& value, const std::string& help);
  void optional(const std::string& name, std::string& value, const std::string& help);
  void required_list(const std::string& name, std::vector<std::string>& values,
                     const std::string& help);
  void optional_list(const std::string& name, std::vector<std::string>& values,
                     const std::string& help);

  // By name: `names` is "--long" or "-s,--long"; `placeholder` stands for the value in the help.
  void option(const std::string& names, std::optional<std::string>& value,
              const std::string& placeholder, const std::string& help);
  /// May be given several times, one value each.
  void option_list(const std::string& names, std::vector<std::string>& values,
                   const std::string& placeholder, const std::string& help);
  void flag(const std::string& names, bool& value, const std::string& help);

  /// Text below the options in the help.
  void footer(const std::string& text);

  /// False if the help was requested; then there is nothing else to do. Throws Error(usage).
  bool parse(const std::vector<std::string>& arguments);
  std::string help() const;

  /// In the order declared, without the help itself.
  const std::vector<DeclaredArgument>& declared() const;
  /// The text below the options; empty if there is none.
  const std::string& footer() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dossier::repl
