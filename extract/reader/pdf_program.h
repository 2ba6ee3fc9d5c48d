// SPDX-License-Identifier: Apache-2.0
// Finds the program that reads PDFs.
#pragma once

#include <string>

namespace dossier::extract {

/// `wanted`, or if that is empty dossier-pdf in the folder it is installed in, in that folder
/// seen from the running program, beside the running program, or on PATH. Throws
/// Error(unsupported) that says how to get the program; `source_name` is the document it is for.
std::string find_pdf_program(const std::string& wanted, const std::string& source_name);

}  // namespace dossier::extract
