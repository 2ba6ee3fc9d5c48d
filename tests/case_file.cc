// SPDX-License-Identifier: Apache-2.0
#include "tests/case_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace dossier::test {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kCase = "===";
constexpr std::string_view kBlock = "---";
constexpr std::string_view kBlanks = " \t\r";

[[noreturn]] void fail(const std::string& file, std::size_t line, const std::string& what) {
  throw std::runtime_error(file + ":" + std::to_string(line) + ": " + what);
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(kBlanks) == std::string_view::npos;
}

std::string trimmed(std::string_view line) {
  if (is_blank(line)) return {};
  const std::size_t first = line.find_first_not_of(kBlanks);
  return std::string(line.substr(first, line.find_last_not_of(kBlanks) - first + 1));
}

/// Blank lines at the end separate cases; they belong to no text.
void drop_blank_end(std::string& text) {
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  text.resize(last == std::string::npos ? 0 : text.find('\n', last) + 1);
}

class CaseReader {
 public:
  CaseReader(std::string file, std::string_view marks) : file_(std::move(file)), marks_(marks) {}

  void read(std::string_view line) {
    ++line_;
    if (starts_with_word(line, kCase)) {
      begin_case(trimmed(line.substr(kCase.size())));
    } else if (cases_.empty()) {
      if (!is_blank(line) && line[0] != '#') fail(file_, line_, "expected '=== NAME'");
    } else if (starts_with_word(line, kBlock)) {
      begin_block(line.substr(kBlock.size()));
    } else if (line.size() > 1 && line[1] == ' ' && marks_.find(line[0]) != std::string::npos) {
      add_step({std::string(1, line[0]), trimmed(line.substr(2)), {}, line_}, false);
    } else {
      add_text(line);
    }
  }

  std::vector<Case> finish() {
    end_case();
    return std::move(cases_);
  }

 private:
  static bool starts_with_word(std::string_view line, std::string_view word) {
    return line.starts_with(word) && (line.size() == word.size() || line[word.size()] == ' ');
  }

  void begin_case(const std::string& name) {
    end_case();
    if (name.empty()) fail(file_, line_, "the case has no name");
    for (const Case& other : cases_)
      if (other.name == name)
        fail(file_, line_, "the name of line " + std::to_string(other.line) + " again");
    cases_.push_back({file_, name, {}, {}, line_});
    text_ = &cases_.back().text;
  }

  void begin_block(std::string_view rest) {
    std::istringstream words{std::string(rest)};
    Step step;
    words >> step.kind;
    std::getline(words >> std::ws, step.words);
    step.line = line_;
    add_step(std::move(step), true);
  }

  void add_step(Step step, bool has_text) {
    std::vector<Step>& steps = cases_.back().steps;
    steps.push_back(std::move(step));
    text_ = has_text ? &steps.back().text : nullptr;
  }

  void add_text(std::string_view line) {
    if (text_ != nullptr) {
      text_->append(line).push_back('\n');
    } else if (!is_blank(line)) {
      fail(file_, line_, "text below a line that takes none: '" + std::string(line) + "'");
    }
  }

  void end_case() {
    if (cases_.empty()) return;
    Case& last = cases_.back();
    if (last.steps.empty()) fail(file_, last.line, "the case '" + last.name + "' expects nothing");
    drop_blank_end(last.text);
    for (Step& step : last.steps) drop_blank_end(step.text);
  }

  std::string file_, marks_;
  std::vector<Case> cases_;
  std::string* text_ = nullptr;
  std::size_t line_ = 0;
};

std::vector<Case> read_file(const fs::path& path, std::string_view marks) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot open " + path.string());
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return parse_cases(text, path.string(), marks);
}

std::vector<fs::path> files_at(const fs::path& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(path)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::string Case::where() const { return file + ":" + std::to_string(line) + ": " + name; }

std::vector<std::string> Case::marked(std::string_view kind) const {
  std::vector<std::string> words;
  for (const Step& step : steps)
    if (step.kind == kind) words.push_back(step.words);
  return words;
}

const Step& Case::only(std::string_view kind) const {
  const Step* found = nullptr;
  for (const Step& step : steps) {
    if (step.kind != kind) continue;
    if (found != nullptr) fail(file, step.line, "a second '" + step.kind + "'");
    found = &step;
  }
  if (found == nullptr) fail(file, line, "no '" + std::string(kind) + "'");
  return *found;
}

std::vector<Case> parse_cases(std::string_view text, const std::string& file,
                              std::string_view marks) {
  CaseReader reader(file, marks);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    reader.read(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return reader.finish();
}

std::vector<Case> read_cases(const std::string& path, std::string_view marks) {
  std::vector<Case> cases;
  for (const fs::path& file : files_at(path))
    for (Case& one : read_file(file, marks)) cases.push_back(std::move(one));
  if (cases.empty()) throw std::runtime_error("no case in " + path);
  return cases;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);)
    if (!is_blank(line)) lines.push_back(trimmed(line));
  return lines;
}

}  // namespace dossier::test
