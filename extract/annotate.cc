#include "extract/annotate.h"

#include <iostream>

#include "extract/analyze/analyzer.h"
#include "extract/conllu/read_analysis.h"
#include "extract/conllu/write.h"
#include "extract/reader/unpack.h"

namespace dossier {

void annotate(const std::string& path, bool retag, std::ostream& out) {
  annotate_text(extract::read_bytes(path, std::cin), path == "-" ? "stdin" : path, retag, out);
}

void annotate_text(std::string_view bytes, const std::string& source_name, bool retag,
                   std::ostream& out) {
  extract::Analysis analysis = extract::read_source(bytes, source_name);
  extract::Analyzer::instance()->complete(analysis, retag);
  extract::write_conllu(analysis, out);
}

}  // namespace dossier
