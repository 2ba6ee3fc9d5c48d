// SPDX-License-Identifier: Apache-2.0
// The state of the REPL.
#pragma once

#include <cstdint>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dossier/ask.h"
#include "dossier/dossier.h"
#include "dossier/views.h"
#include "repl/format/output_format.h"
#include "repl/process/console.h"
#include "repl/shell/child_process.h"
#include "repl/shell/line_source.h"

namespace dossier::repl {

/// The last query, for .why, .last and .save.
struct LastResult {
  std::string typed;
  std::string text;  ///< with its lists of values put in
  QueryOptions options;
  std::vector<Row> rows;            ///< the first ones
  bool more = false;                ///< there were more rows than these
  std::vector<FactRow> facts = {};  ///< what .facts listed since then: .why N means these
  std::vector<Term> listed = {};    ///< sentences, documents, things listed since then: for .open N
};

/// `automatic` uses the pager only for output that does not fit the screen.
enum class Paging { off, on, automatic };

struct Settings {
  OutputFormat mode;
  bool timer = true;
  bool names = false;  ///< tables on a terminal show names in place of IRIs
  Paging paging = Paging::off;
  std::uint64_t max_rows = 100;  ///< 0: all
  bool color = false;
  OutsideAccess outside = OutsideAccess::everything();
  /// The option that forbids commands that name files; empty: they are allowed.
  std::string restricted_by = {};
  bool read_only = false;
  bool keep_going = false;
};

class Session {
 public:
  /// All must outlive the session.
  Session(KnowledgeBase& kb, std::string path, Console& console, Settings settings);

  KnowledgeBase& kb() { return kb_; }
  const KnowledgeBase& kb() const { return kb_; }
  Console& console() { return console_; }
  Settings& settings() { return settings_; }
  const std::string& path() const { return path_; }

  /// Goes on with another knowledge base. Throws CannotOpen, and Error(usage) for the one that is
  /// open; then nothing changes.
  void switch_to(const std::string& path);

  /// Where results go: the console, its pager, or the file or command of .output or .once.
  std::ostream& out();
  /// Runs `show`, through the pager if it is on.
  void paged(const std::function<void()>& show);
  /// Whether results go to the terminal.
  bool shows() const { return !file_ && !piped_ && console_.out_is_terminal; }
  Layout layout() const;
  /// The file or "|command" that results go to at the moment; empty for the console.
  std::string target() const { return file_ || piped_ ? target_ : std::string(); }
  /// Says at a terminal what went into a file: "7 rows to visits.csv".
  void say_written(const std::string& what);
  /// Results go to a file, or to the input of a command when `target` begins with "|"; to the
  /// console again when it is empty. A file's ending ("visits.csv") sets the mode meanwhile. A
  /// command starts with the first result; at a terminal each result has a run of its own, so that
  /// a pager and the prompt never read the keyboard at once. Throws Error(input) when the file
  /// cannot be written.
  void set_output(const std::string& target, bool once);
  /// After each statement: ends .once. Throws Error(input) when the file did not take everything or
  /// the command failed.
  void end_statement();
  /// After BrokenPipe: true when the command of .output or .once has ended and the session goes on.
  bool command_has_left();

  /// Predeclared ones and those set with .prefix.
  Prefixes prefixes() const;
  void set_prefix(const std::string& name, const std::string& iri) { prefixes_[name] = iri; }
  /// Values set with .param, as terms: for queries that do not declare the parameter.
  std::map<std::string, Term>& parameters() { return parameters_; }
  const std::map<std::string, Term>& parameters() const { return parameters_; }
  /// The same values as they were typed: a declaration decides how a text is read.
  std::map<std::string, std::string>& parameter_texts() { return parameter_texts_; }
  /// Options for a text: the parameters it names, prefixes, cancellation.
  QueryOptions options(const std::string& text) const;

  LastResult& last() { return last_; }
  const LastResult& last() const { return last_; }
  /// A list was shown: .open N means these from now on, and .why N no fact of an older list.
  void list_things(std::vector<Term> things) {
    last_.facts.clear();
    last_.listed = std::move(things);
  }
  /// The last statement typed, query or update; for .save and .edit.
  std::string& last_text() { return last_text_; }
  std::vector<std::string>& typed() { return typed_; }
  /// What the question before said, for "Where was she born?".
  AskContext& asked() { return asked_; }

  LineSource* lines = nullptr;   ///< where the statements come from at the moment
  LineSource* person = nullptr;  ///< who can be asked, also while a file is read; may be null
  int read_depth = 0;            ///< scripts reading scripts
  bool quit = false;
  std::uint64_t changes = 0;  ///< counts writes, so that caches know they are old

 private:
  KnowledgeBase& kb_;
  std::string path_;
  Console& console_;
  Settings settings_;
  bool each_result_by_itself() const { return once_ || console_.out_is_terminal; }
  void end_command();
  void close_file();

  std::unique_ptr<std::ofstream> file_;
  bool piped_ = false;  ///< the target is a command
  std::unique_ptr<ChildProcess> command_;
  std::optional<OutputFormat> screen_mode_;  ///< the mode when a file's ending sets another
  std::string target_;                       ///< the file or "|command"
  std::ostream* pager_ = nullptr;
  bool once_ = false;
  bool just_set_ = false;  ///< the statement that named the file is not the one it is for
  std::map<std::string, std::string> prefixes_;
  std::map<std::string, Term> parameters_;
  std::map<std::string, std::string> parameter_texts_;
  LastResult last_;
  std::string last_text_;
  std::vector<std::string> typed_;
  AskContext asked_;
};

}  // namespace dossier::repl
