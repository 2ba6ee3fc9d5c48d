// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/line_source.h"

namespace dossier::repl {
namespace {

class StreamLines : public LineSource {
 public:
  explicit StreamLines(std::istream& in) : in_(in) {}

  Status next(const std::string&, std::string& line) override {
    if (!std::getline(in_, line)) return Status::end;
    if (line.ends_with('\r')) line.pop_back();
    return Status::line;
  }
  void remember(const std::string&) override {}
  bool interactive() const override { return false; }

 private:
  std::istream& in_;
};

}  // namespace

std::unique_ptr<LineSource> make_stream_lines(std::istream& in) {
  return std::make_unique<StreamLines>(in);
}

}  // namespace dossier::repl
