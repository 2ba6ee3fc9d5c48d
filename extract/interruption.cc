// SPDX-License-Identifier: Apache-2.0
#include "extract/interruption.h"

#include <fmt/format.h>
#include <time.h>

#include "dossier/error.h"

namespace dossier::extract {
namespace {

/// The clock of a thread is a system call: not at every step of a loop.
constexpr std::uint32_t kLooksPerCheck = 64;

thread_local const Interruption* current = nullptr;
thread_local std::uint32_t looks = 0;

std::chrono::nanoseconds thread_time() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

std::string seconds_text(std::chrono::milliseconds time) {
  return time.count() % 1000 == 0 ? fmt::format("{} s", time.count() / 1000)
                                  : fmt::format("{} ms", time.count());
}

}  // namespace

Interruption::Interruption(CancellationToken token, const WorkLimits& limits,
                           std::shared_ptr<DocumentProgress> progress)
    : token_(std::move(token)), limits_(limits), progress_(std::move(progress)) {
  if (limits.time) deadline_ = Clock::now() + *limits.time;
  if (limits.processor_time) processor_end_ = thread_time() + *limits.processor_time;
}

void Interruption::check() const {
  if (token_ && token_->cancelled())
    throw Error(ErrorCode::cancelled, "reading the document was cancelled");
  if (deadline_ && Clock::now() >= *deadline_) {
    throw Error(ErrorCode::timeout,
                fmt::format("reading the document takes longer than its limit of {} ms",
                            limits_.time->count()));
  }
  if (limits_.processor_time && thread_time() >= processor_end_) {
    throw Error(
        ErrorCode::timeout,
        fmt::format("reading the document takes more than its limit of {} of processor time; "
                    "split it, or raise the limit (--document-timeout)",
                    seconds_text(*limits_.processor_time)));
  }
}

void Interruption::charge(std::size_t bytes) const {
  charged_ += bytes;
  if (limits_.memory && charged_ > *limits_.memory) {
    throw Error(ErrorCode::limit,
                fmt::format("reading the document takes more than its limit of {} MiB of memory; "
                            "split it",
                            *limits_.memory >> 20));
  }
}

Interruption::Scope::Scope(const Interruption& interruption) : outer_(current) {
  current = &interruption;
}

Interruption::Scope::~Scope() { current = outer_; }

void Interruption::check_here() {
  if (current != nullptr) current->check();
}

void Interruption::look() {
  if (current != nullptr && ++looks % kLooksPerCheck == 0) current->check();
}

}  // namespace dossier::extract
