// SPDX-License-Identifier: Apache-2.0
#include "tests/w3c/scoreboard.h"

#include <algorithm>
#include <charconv>
#include <fstream>

#include "dossier/error.h"

namespace dossier::w3c {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

Rows read_rows(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw Error(ErrorCode::input, "can't read " + file.string());
  Rows rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) {
      throw Error(ErrorCode::input, file.string() + ": no tab in \"" + line + '"');
    }
    rows.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  }
  return rows;
}

void write_rows(const std::filesystem::path& file, const std::string& comment, const Rows& rows) {
  std::ofstream out(file);
  out << "# " << comment << '\n';
  for (const auto& [first, second] : rows) out << first << '\t' << second << '\n';
  if (!out.flush()) throw Error(ErrorCode::input, "can't write " + file.string());
}

int to_count(std::string_view text) {
  int count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw Error(ErrorCode::input, "not a number of tests: " + std::string(text));
  }
  return count;
}

/// "passed TAB failed TAB skipped"
Score to_score(std::string_view text) {
  Score score;
  for (int* const count : {&score.passed, &score.failed, &score.skipped}) {
    const std::string_view column = text.substr(0, text.find('\t'));
    *count = to_count(column);
    text.remove_prefix(std::min(column.size() + 1, text.size()));
  }
  return score;
}

std::string to_text(const Score& score) {
  return std::to_string(score.passed) + '\t' + std::to_string(score.failed) + '\t' +
         std::to_string(score.skipped);
}

}  // namespace

std::map<std::string, Score> scores(const std::vector<Result>& results) {
  std::map<std::string, Score> by_directory;
  for (const Result& result : results) {
    Score& score = by_directory[result.test.directory];
    switch (result.outcome.verdict) {
      case Verdict::passed:
        ++score.passed;
        break;
      case Verdict::failed:
        ++score.failed;
        break;
      case Verdict::skipped:
        ++score.skipped;
        break;
    }
  }
  return by_directory;
}

Scoreboard Scoreboard::load(const std::filesystem::path& folder) {
  Scoreboard board;
  board.skips_ = read_rows(folder / "skips.tsv");
  for (auto& [id, reason] : read_rows(folder / "failures.tsv")) board.failures_[id] = reason;
  for (auto& [directory, score] : read_rows(folder / "expected.tsv")) {
    board.expected_[directory] = to_score(score);
  }
  return board;
}

std::optional<std::string> Scoreboard::skip_reason(const Test& test) const {
  for (const auto& [what, reason] : skips_) {
    if (test.id.starts_with(what) || "type:" + test.type == what) return reason;
  }
  return std::nullopt;
}

std::vector<std::string> Scoreboard::worse(const std::vector<Result>& results,
                                           bool complete) const {
  std::vector<std::string> lines;
  for (const Result& result : results) {
    if (result.outcome.verdict == Verdict::failed && !is_known_failure(result.test)) {
      lines.push_back(result.test.id + ": " + result.outcome.reason);
    }
  }
  if (!complete) return lines;
  const std::map<std::string, Score> now = scores(results);
  for (const auto& [directory, expected] : expected_) {
    const auto found = now.find(directory);
    const Score score = found == now.end() ? Score{} : found->second;
    if (score.passed < expected.passed) {
      lines.push_back(directory + ": " + std::to_string(score.passed) + " tests pass, expected " +
                      std::to_string(expected.passed));
    }
    if (score.skipped > expected.skipped) {
      lines.push_back(directory + ": " + std::to_string(score.skipped) +
                      " tests are skipped, expected " + std::to_string(expected.skipped));
    }
  }
  return lines;
}

std::vector<std::string> Scoreboard::better(const std::vector<Result>& results) const {
  std::vector<std::string> ids;
  for (const Result& result : results) {
    if (result.outcome.verdict == Verdict::passed && is_known_failure(result.test)) {
      ids.push_back(result.test.id);
    }
  }
  return ids;
}

void Scoreboard::update(const std::filesystem::path& folder,
                        const std::vector<Result>& results) const {
  Rows expected;
  for (const auto& [directory, score] : scores(results)) {
    expected.emplace_back(directory, to_text(score));
  }
  write_rows(folder / "expected.tsv", "directory, tests that pass, fail, are skipped", expected);
  Rows failures;
  for (const Result& result : results) {
    if (result.outcome.verdict != Verdict::failed) continue;
    const auto known = failures_.find(result.test.id);
    failures.emplace_back(result.test.id,
                          known == failures_.end() ? result.outcome.reason : known->second);
  }
  write_rows(folder / "failures.tsv", "test that fails, reason", failures);
}

}  // namespace dossier::w3c
