// SPDX-License-Identifier: Apache-2.0
// What the main functions of the programs that measure share: options, usage, errors.
#pragma once

#include <cstdio>
#include <exception>
#include <functional>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace dossier::extract {

/// A command line: options with their values, options without, and all other words.
struct Arguments {
  std::map<std::string, std::string> values;
  std::set<std::string> flags;
  std::vector<std::string> files;

  bool has(const std::string& flag) const { return flags.contains(flag); }
  std::string value(const std::string& option) const {
    const auto found = values.find(option);
    return found == values.end() ? std::string() : found->second;
  }
};

struct Program {
  const char* usage;  ///< begins with the program's name
  std::set<std::string> flags;
  std::set<std::string> options;  ///< each takes a value

  /// Reads the command line and runs `body`, whose status it returns. Prints the usage (status 2)
  /// if there is no file or an option is not known, and the message of an exception (status 1).
  int run(int argc, char** argv, const std::function<int(const Arguments&)>& body) const {
    Arguments arguments;
    for (int i = 1; i < argc; ++i) {
      const std::string word = argv[i];
      if (options.contains(word) && i + 1 < argc) {
        arguments.values[word] = argv[++i];
      } else if (flags.contains(word)) {
        arguments.flags.insert(word);
      } else if (word.starts_with("--")) {
        return print_usage();
      } else {
        arguments.files.push_back(word);
      }
    }
    if (arguments.files.empty()) return print_usage();
    try {
      return body(arguments);
    } catch (const std::exception& error) {
      std::fprintf(stderr, "error: %s\n", error.what());
      return 1;
    }
  }

 private:
  int print_usage() const {
    std::fprintf(stderr, "%s\n", usage);
    return 2;
  }
};

}  // namespace dossier::extract
