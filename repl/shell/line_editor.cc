// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/line_editor.h"

#include <fmt/format.h>
#include <histedit.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cwchar>
#include <deque>
#include <utility>

#include "model/utf8.h"
#include "repl/shell/columns.h"
#include "repl/shell/screen_line.h"

namespace dossier::repl {
namespace {

constexpr int kHistorySize = 5000;
/// How long a Ctrl-C that arrives just before the read may be delayed.
constexpr int kPollMilliseconds = 100;

std::size_t common_prefix(const std::vector<std::string>& words) {
  std::size_t length = words.front().size();
  for (const std::string& word : words) {
    const auto end =
        std::mismatch(word.begin(), word.end(), words.front().begin(), words.front().end());
    length = std::min(length, static_cast<std::size_t>(end.first - word.begin()));
  }
  return length;
}

class LineEditor : public LineSource {
 public:
  LineEditor(std::string history_file, CancellationToken cancellation, Completer completer,
             Highlighter highlighter)
      : history_file_(std::move(history_file)),
        cancellation_(std::move(cancellation)),
        completer_(std::move(completer)),
        editor_(el_init("dossier", stdin, stdout, stderr)),
        screen_(editor_, std::move(highlighter)),
        history_(history_init()) {
    HistEvent event;
    history(history_, &event, H_SETSIZE, kHistorySize);
    history(history_, &event, H_SETUNIQUE, 1);
    if (!history_file_.empty()) history(history_, &event, H_LOAD, history_file_.c_str());
    el_set(editor_, EL_CLIENTDATA, this);
    el_set(editor_, EL_SIGNAL, 0);
    el_set(editor_, EL_PROMPT, &LineEditor::prompt_callback);
    el_set(editor_, EL_EDITOR, "emacs");
    el_set(editor_, EL_HIST, history, history_);
    el_set(editor_, EL_GETCFN, &LineEditor::read_callback);
    el_set(editor_, EL_ADDFN, "dossier-complete", "complete the word",
           &LineEditor::complete_callback);
    el_set(editor_, EL_BIND, "^I", "dossier-complete", nullptr);
    el_set(editor_, EL_BIND, "^R", "em-inc-search-prev", nullptr);
    el_source(editor_, nullptr);
  }

  ~LineEditor() override {
    history_end(history_);
    el_end(editor_);
  }
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  Status next(const std::string& prompt, std::string& line) override {
    prompt_ = prompt;
    interrupted_ = false;
    cancellation_.reset();
    if (!pending_.empty()) {
      line = std::move(pending_.front());
      pending_.pop_front();
      return Status::line;
    }
    screen_.follow_resize();  // while a statement ran
    int count = 0;
    const char* text = el_gets(editor_, &count);
    if (text == nullptr || count <= 0) {
      line = typed_;
      std::fputc('\n', stdout);
      std::fflush(stdout);
      return interrupted_ ? Status::interrupted : Status::end;
    }
    line.assign(text, static_cast<std::size_t>(count));
    while (line.ends_with('\n') || line.ends_with('\r')) line.pop_back();
    keep_further_lines(line);
    return Status::line;
  }

  void remember(const std::string& statement) override {
    // The editor edits one line, so several are joined. With a comment they stay apart: the comment
    // would extend to the end.
    std::string entry = statement;
    if (entry.find('#') == std::string::npos) std::replace(entry.begin(), entry.end(), '\n', ' ');
    HistEvent event;
    history(history_, &event, H_ENTER, entry.c_str());
    if (!history_file_.empty()) history(history_, &event, H_SAVE, history_file_.c_str());
  }

  bool interactive() const override { return true; }

 private:
  /// A statement from the history may have several lines. They are returned one by one: otherwise a
  /// comment would extend to the end of the statement.
  void keep_further_lines(std::string& line) {
    std::size_t end = line.find('\n');
    const std::string all = line;
    line.resize(std::min(end, line.size()));
    while (end != std::string::npos) {
      const std::size_t begin = end + 1;
      end = all.find('\n', begin);
      pending_.push_back(all.substr(begin, end - begin));
    }
  }

  static LineEditor& self(EditLine* editor) {
    void* data = nullptr;
    el_get(editor, EL_CLIENTDATA, &data);
    return *static_cast<LineEditor*>(data);
  }

  static char* prompt_callback(EditLine* editor) { return self(editor).prompt_.data(); }

  static int read_callback(EditLine* editor, wchar_t* out) { return self(editor).read(out); }

  static unsigned char complete_callback(EditLine* editor, int) { return self(editor).complete(); }

  /// 1 for a character, 0 at the end of the input, -1 when interrupted.
  int read(wchar_t* out) {
    std::mbstate_t state{};
    screen_.paint(prompt_);
    while (true) {
      char byte = 0;
      const int got = read_byte(byte);
      if (got != 1) return got;
      const std::size_t used = std::mbrtowc(out, &byte, 1, &state);
      if (used == static_cast<std::size_t>(-1)) {
        state = std::mbstate_t{};  // a broken byte is dropped
      } else if (used != static_cast<std::size_t>(-2)) {
        return 1;
      }
    }
  }

  int read_byte(char& byte) {
    while (true) {
      if (cancellation_.cancelled()) {
        const LineInfo* info = el_line(editor_);
        typed_.assign(info->buffer, info->lastchar);
        interrupted_ = true;
        return -1;
      }
      if (screen_.follow_resize()) screen_.draw_again(prompt_);
      pollfd wait{STDIN_FILENO, POLLIN, 0};
      if (::poll(&wait, 1, kPollMilliseconds) <= 0) continue;
      const ssize_t got = ::read(STDIN_FILENO, &byte, 1);
      if (got == 1) return 1;
      if (got == 0 || errno != EINTR) {
        typed_.clear();
        return 0;
      }
    }
  }

  unsigned char complete() {
    const LineInfo* info = el_line(editor_);
    const std::string before(info->buffer, info->cursor);
    const Completion completion = completer_(before);
    if (completion.candidates.empty()) return CC_REFRESH_BEEP;
    const std::string typed = before.substr(completion.start);
    std::string replacement =
        completion.candidates.front().substr(0, common_prefix(completion.candidates));
    if (completion.candidates.size() == 1) replacement += completion.after;
    if (completion.candidates.size() > 1 && replacement.size() <= typed.size()) {
      list(completion.candidates);
      return CC_REDISPLAY;
    }
    el_deletestr(editor_, static_cast<int>(utf8::length(typed)));  // in characters
    return el_insertstr(editor_, replacement.c_str()) == 0 ? CC_REFRESH : CC_REFRESH_BEEP;
  }

  void list(const std::vector<std::string>& candidates) const {
    std::fputc('\n', stdout);
    std::fputs(in_columns(candidates, screen_.columns()).c_str(), stdout);
    std::fflush(stdout);
  }

  std::string history_file_;
  CancellationToken cancellation_;
  Completer completer_;
  EditLine* editor_;
  ScreenLine screen_;
  History* history_;
  std::string prompt_;
  std::deque<std::string> pending_;  ///< lines of the statement recalled last
  std::string typed_;
  bool interrupted_ = false;
};

}  // namespace

std::unique_ptr<LineSource> make_line_editor(const std::string& history_file,
                                             CancellationToken cancellation, Completer completer,
                                             Highlighter highlighter) {
  return std::make_unique<LineEditor>(history_file, std::move(cancellation), std::move(completer),
                                      std::move(highlighter));
}

}  // namespace dossier::repl
