// SPDX-License-Identifier: Apache-2.0
#include "repl/input/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "dossier/error.h"

namespace dossier::repl {

namespace {

/// "-s,--long" -> "-s", "--long".
std::vector<std::string> split(const std::string& names) { return CLI::detail::split_names(names); }

}  // namespace

struct Arguments::Impl {
  CLI::App app;
  std::vector<DeclaredArgument> declared;
  std::string footer;

  void declare_position(const std::string& name, const std::string& help) {
    declared.push_back({{name}, "", help, true});
  }
};

Arguments::Arguments(const std::string& program, const std::string& summary)
    : impl_(std::make_unique<Impl>()) {
  impl_->app.name(program);
  impl_->app.description(summary);
  impl_->app.get_formatter()->column_width(34);
  impl_->app.get_formatter()->label("REQUIRED", "");
  impl_->app.set_help_flag("-h,--help", "show this help");
}

Arguments::~Arguments() = default;

void Arguments::required(const std::string& name, std::string& value, const std::string& help) {
  impl_->app.add_option(name, value, help)->required()->option_text(" ");
  impl_->declare_position(name, help);
}

void Arguments::optional(const std::string& name, std::string& value, const std::string& help) {
  impl_->app.add_option(name, value, help)->option_text(" ");
  impl_->declare_position(name, help);
}

void Arguments::required_list(const std::string& name, std::vector<std::string>& values,
                              const std::string& help) {
  impl_->app.add_option(name, values, help)->required()->option_text(" ");
  impl_->declare_position(name, help);
}

void Arguments::optional_list(const std::string& name, std::vector<std::string>& values,
                              const std::string& help) {
  impl_->app.add_option(name, values, help)->option_text(" ");
  impl_->declare_position(name, help);
}

void Arguments::option(const std::string& names, std::optional<std::string>& value,
                       const std::string& placeholder, const std::string& help) {
  impl_->app.add_option(names, value, help)->option_text(placeholder);
  impl_->declared.push_back({split(names), placeholder, help});
}

void Arguments::option_list(const std::string& names, std::vector<std::string>& values,
                            const std::string& placeholder, const std::string& help) {
  impl_->app.add_option(names, values, help)->option_text(placeholder)->allow_extra_args(false);
  impl_->declared.push_back({split(names), placeholder, help});
}

void Arguments::flag(const std::string& names, bool& value, const std::string& help) {
  impl_->app.add_flag(names, value, help);
  impl_->declared.push_back({split(names), "", help});
}

void Arguments::footer(const std::string& text) {
  impl_->app.footer(text);
  impl_->footer = text;
}

bool Arguments::parse(const std::vector<std::string>& arguments) {
  // CLI11 takes them last first.
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    impl_->app.parse(reversed);
    return true;
  } catch (const CLI::CallForHelp&) {
    return false;
  } catch (const CLI::ParseError& error) {
    throw Error(ErrorCode::usage,
                std::string(error.what()) + "\nsee: " + impl_->app.get_name() + " --help");
  }
}

std::string Arguments::help() const { return impl_->app.help(); }

const std::vector<DeclaredArgument>& Arguments::declared() const { return impl_->declared; }
const std::string& Arguments::footer() const { return impl_->footer; }

}  // namespace dossier::repl
