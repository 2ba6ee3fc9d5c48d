// SPARQL 1.1 Query Results TSV Format: terms in SPARQL syntax, one line a row.

#include <string>

#include "repl/format/escape.h"
#include "repl/format/result_writer.h"

namespace dossier::repl {
namespace {

class TsvWriter : public ResultWriter {
 public:
  explicit TsvWriter(std::ostream& out) : out_(out) {}

  void begin(const std::vector<std::string>& variables) override {
    line_.clear();
    for (std::size_t i = 0; i < variables.size(); ++i) {
      if (i != 0) line_ += '\t';
      line_ += '?';
      line_ += variables[i];
    }
    put();
  }

  void row(const Row& row) override {
    line_.clear();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i != 0) line_ += '\t';
      if (row[i]) append_sparql(line_, *row[i]);
    }
    put();
  }

  void end() override {}

  void boolean(bool answer) override {
    line_ = answer ? "true" : "false";
    put();
  }

 private:
  void put() {
    line_ += '\n';
    out_ << line_;
  }

  std::ostream& out_;
  std::string line_;
};

}  // namespace

std::unique_ptr<ResultWriter> make_tsv_writer(std::ostream& out, Layout) {
  return std::make_unique<TsvWriter>(out);
}

}  // namespace dossier::repl
