// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/session.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "dossier/error.h"
#include "repl/shell/child_process.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Puts a pager's stream in place of the console's as long as it lives.
class PagerInPlace {
 public:
  PagerInPlace(std::ostream*& slot, std::ostream& pager) : slot_(slot) { slot_ = &pager; }
  ~PagerInPlace() { slot_ = nullptr; }
  PagerInPlace(const PagerInPlace&) = delete;
  PagerInPlace& operator=(const PagerInPlace&) = delete;

 private:
  std::ostream*& slot_;
};

/// less leaves by itself (-F) what fits the screen.
std::string pager_command(Paging paging) {
  const char* pager = std::getenv("PAGER");
  if (pager != nullptr && *pager != 0) return pager;
  return paging == Paging::automatic ? "less -FRSX" : "less -RS";
}

/// Whether `text` has ?name or $name; a mention in a comment or string does no harm.
bool names_variable(const std::string& text, const std::string& name) {
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if (at > 0 && (text[at - 1] == '?' || text[at - 1] == '$') &&
        (end == text.size() || !is_name_character(text[end]))) {
      return true;
    }
  }
  return false;
}

}  // namespace

Session::Session(KnowledgeBase& kb, std::string path, Console& console, Settings settings)
    : kb_(kb), path_(std::move(path)), console_(console), settings_(settings) {}

std::ostream& Session::out() {
  if (file_) return *file_;
  return pager_ != nullptr ? *pager_ : console_.out;
}

void Session::paged(const std::function<void()>& show) {
  if (settings_.paging == Paging::off || !shows() || pager_ != nullptr) {
    show();
    return;
  }
  console_.out.flush();
  ChildProcess pager(pager_command(settings_.paging));
  const PagerInPlace in_place(pager_, pager.input());
  try {
    show();
    pager.wait();
  } catch (const BrokenPipe&) {
    // Left before the end of the result: seen enough.
  }
}

Layout Session::layout() const { return {shows() ? console_.width() : std::nullopt, prefixes()}; }

void Session::set_output(const std::string& path, bool once) {
  file_.reset();
  once_ = once;
  file_path_ = path;
  if (path.empty()) return;
  auto file = std::make_unique<std::ofstream>(path, std::ios::binary);
  if (!*file) {
    throw Error(ErrorCode::input, fmt::format("cannot write {}: {}", path, strerror(errno)));
  }
  file_ = std::move(file);
  just_set_ = true;
}

void Session::end_statement() {
  if (!file_ || std::exchange(just_set_, false)) return;
  file_->flush();
  const bool failed = !*file_;
  if (once_ || failed) file_.reset();
  if (failed) {
    throw Error(ErrorCode::input, fmt::format("cannot write all of {}", file_path_));
  }
}

Prefixes Session::prefixes() const {
  Prefixes all(prefixes_.begin(), prefixes_.end());
  for (auto& prefix : predeclared_prefixes()) {
    if (!prefixes_.contains(prefix.first)) all.push_back(std::move(prefix));
  }
  return all;
}

QueryOptions Session::options(const std::string& text) const {
  QueryOptions options;
  for (const auto& [name, term] : parameters_) {
    if (names_variable(text, name)) options.parameters.emplace(name, term);
  }
  options.prefixes = prefixes_;
  options.cancellation = console_.cancellation;
  options.outside = settings_.safe ? OutsideAccess::nothing() : OutsideAccess::everything();
  return options;
}

}  // namespace dossier::repl
