// SPDX-License-Identifier: Apache-2.0
#include "repl/process/console.h"

#include <fmt/format.h>

#include <new>
#include <string>
#include <system_error>

#include "repl/format/printable.h"
#include "repl/process/cannot_open.h"
#include "repl/process/colors.h"
#include "repl/process/fd_stream.h"
#include "repl/process/last_resort.h"

namespace dossier::repl {

namespace {

std::string error_word(const Console& console) {
  return err_in_color(console) ? "\x1b[1;31merror:\x1b[0m " : "error: ";
}

}  // namespace

ExitStatus status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
      return ExitStatus::usage;
    case ErrorCode::timeout:
      return ExitStatus::timed_out;
    case ErrorCode::cancelled:
      return ExitStatus::interrupted;
    case ErrorCode::syntax:
    case ErrorCode::unsupported:
    case ErrorCode::storage:
    case ErrorCode::limit:
    case ErrorCode::conflict:
    case ErrorCode::input:
      return ExitStatus::failed;
  }
  return ExitStatus::failed;
}

ExitStatus report_failure(Console& console, const std::function<ExitStatus()>& work) {
  try {
    const ExitStatus status = work();
    console.out.flush();
    return status;
  } catch (const BrokenPipe&) {
    throw;
  } catch (const CannotOpen& error) {
    console.err << error_word(console) << printable_lines(error.describe()) << '\n';
    return ExitStatus::cannot_open;
  } catch (const Error& error) {
    if (error.code() == ErrorCode::cancelled) {
      if (!std::string_view(error.what()).empty()) console.err << "interrupted\n";
    } else {
      console.err << error_word(console) << printable_lines(error.describe()) << '\n';
    }
    return status_of(error.code());
  } catch (const std::bad_alloc&) {
    console.err << kNoMemory;
    return ExitStatus::failed;
  } catch (const std::system_error& error) {
    const bool is_thread = error.code() == std::errc::resource_unavailable_try_again;
    console.err << (is_thread ? std::string(kNoThread) : error_word(console) + error.what() + "\n");
    return ExitStatus::failed;
  } catch (const std::exception& error) {
    console.err << error_word(console) << printable_lines(error.what()) << '\n';
    return ExitStatus::failed;
  }
}

}  // namespace dossier::repl
