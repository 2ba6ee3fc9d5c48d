// SPDX-License-Identifier: Apache-2.0
#include "repl/process/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "repl/format/display_width.h"

namespace dossier::repl {
namespace {

constexpr std::size_t kBarCells = 24;
constexpr std::chrono::milliseconds kRedraw{100};
constexpr std::chrono::seconds kPlainLines{5};

std::string bar(double fraction) {
  const auto filled = static_cast<std::size_t>(std::clamp(fraction, 0.0, 1.0) * kBarCells);
  std::string cells;
  for (std::size_t i = 0; i < kBarCells; ++i) cells += i < filled ? "█" : "░";
  return cells;
}

}  // namespace

Progress::Progress(Console& console, std::string work, bool quiet)
    : console_(console), work_(std::move(work)), quiet_(quiet) {
  next_ = std::chrono::steady_clock::now();
  if (!console_.err_is_terminal) next_ += kPlainLines;
}

Progress::~Progress() { clear(); }

std::string Progress::line(double fraction, std::string_view amount) const {
  if (fraction < 0) return fmt::format("{}  {}", work_, amount);
  const double percent = std::clamp(fraction, 0.0, 1.0) * 100;
  std::string text = console_.err_is_terminal ? fmt::format("{}  {} ", work_, bar(fraction))
                                              : fmt::format("{}: ", work_);
  text += fmt::format("{:3.0f} %  {}", percent, amount);
  if (fraction > 0.02 && fraction < 1) {
    const Milliseconds left = watch_.elapsed() * ((1 - fraction) / fraction);
    text += fmt::format("  {} left", time_text(std::max(left, Milliseconds(1000))));
  }
  return text;
}

bool Progress::update(double fraction, std::string_view amount) {
  const auto now = std::chrono::steady_clock::now();
  if (!quiet_ && now >= next_) {
    if (console_.err_is_terminal) {
      const std::size_t columns = console_.width().value_or(80);
      console_.err << "\r\x1b[K" << cut_to_width(line(fraction, amount), columns - 1) << std::flush;
      drawn_ = true;
      next_ = now + kRedraw;
    } else {
      console_.err << line(fraction, amount) << std::endl;
      next_ = now + kPlainLines;
    }
  }
  return !console_.cancellation.cancelled();
}

ProgressCallback Progress::callback() {
  return [this](const dossier::Progress& progress) {
    const double seconds = std::max(watch_.elapsed().count() / 1000, 1e-3);
    const auto quads = static_cast<double>(progress.quads);
    std::string bytes;
    if (progress.bytes_done > 0) bytes = size_text(progress.bytes_done) + "  ";
    if (progress.bytes_total > 0) {
      bytes = size_text(progress.bytes_done) + " of " + size_text(progress.bytes_total) + "  ";
    }
    return update(progress.share, fmt::format("{}  {}{} quads  {}/s", progress.phase, bytes,
                                              rough(quads), rough(quads / seconds)));
  };
}

void Progress::clear() {
  if (drawn_) console_.err << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

}  // namespace dossier::repl
