// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "repl/process/text_file.h"
#include "repl/shell/line_source.h"
#include "storage/regular_file.h"

namespace dossier::repl {
namespace {

class StreamLines : public LineSource {
 public:
  explicit StreamLines(std::istream& in) : in_(in) {}

  Status next(const std::string&, std::string& line) override {
    line.clear();
    if (!read_line(line)) return Status::end;
    if (line.ends_with('\r')) line.pop_back();
    return Status::line;
  }
  void remember(const std::string&) override {}
  bool interactive() const override { return false; }

 private:
  /// False at the end of the input.
  bool read_line(std::string& line) {
    std::array<char, 1 << 12> part;
    for (;;) {
      in_.getline(part.data(), part.size());
      const auto size = static_cast<std::size_t>(in_.gcount());
      const bool is_part = in_.fail() && size > 0;
      const bool ended = !in_.fail() && !in_.eof();  // the end of the line counts, too
      line.append(part.data(), size - (ended ? 1 : 0));
      if (!is_part) return !line.empty() || !in_.fail();
      in_.clear(in_.rdstate() & ~std::ios::failbit);
      if (line.size() > kLargestText) storage::refuse_length("a line of the input", kLargestText);
    }
  }

  std::istream& in_;
};

}  // namespace

std::unique_ptr<LineSource> make_stream_lines(std::istream& in) {
  return std::make_unique<StreamLines>(in);
}

}  // namespace dossier::repl
