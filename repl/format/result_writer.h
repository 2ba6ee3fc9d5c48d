// Where the rows of a query go: one interface, one implementation a format.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/dossier.h"

namespace dossier::repl {

/// Prefix name -> IRI, the first entry of a name wins.
using Prefixes = std::vector<std::pair<std::string, std::string>>;

/// Writes one result as one valid document. Call begin(), row() as often as there are rows, end();
/// or boolean() alone. Streams: keeps no more rows than a layout needs to be fixed.
class ResultWriter {
 public:
  virtual ~ResultWriter() = default;
  virtual void begin(const std::vector<std::string>& variables) = 0;
  /// As many values as there are variables.
  virtual void row(const Row& row) = 0;
  virtual void end() = 0;
  virtual void boolean(bool answer) = 0;
};

/// What the formats for people know about the place they are shown at. The others ignore it.
struct Layout {
  std::optional<std::size_t> width;  ///< columns of the terminal; unset: nothing is ever cut
  Prefixes prefixes;                 ///< IRIs are shown with these
};

/// `out` must outlive the writer.
std::unique_ptr<ResultWriter> make_table_writer(std::ostream& out, Layout layout);
std::unique_ptr<ResultWriter> make_csv_writer(std::ostream& out, Layout layout);
std::unique_ptr<ResultWriter> make_tsv_writer(std::ostream& out, Layout layout);
std::unique_ptr<ResultWriter> make_json_writer(std::ostream& out, Layout layout);
std::unique_ptr<ResultWriter> make_xml_writer(std::ostream& out, Layout layout);
std::unique_ptr<ResultWriter> make_json_lines_writer(std::ostream& out, Layout layout);
std::unique_ptr<ResultWriter> make_markdown_writer(std::ostream& out, Layout layout);
std::unique_ptr<ResultWriter> make_line_writer(std::ostream& out, Layout layout);

}  // namespace dossier::repl
