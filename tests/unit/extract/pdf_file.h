// SPDX-License-Identifier: Apache-2.0
// Small PDF files, written for tests.
#pragma once

#include <string>
#include <vector>

#include "extract/reader/read_settings.h"

namespace dossier::test {

/// A line in Helvetica. Places count from the lower left corner of a page of 600 by 800 points.
struct PdfText {
  double x, y, size;
  std::string text;     ///< Latin letters; no brackets, no backslash
  bool turned = false;  ///< runs upwards
};

using PdfTexts = std::vector<PdfText>;

/// `trailer` is added to the trailer ("/Encrypt ..."), `info` is the information dictionary.
std::string pdf_file(const std::vector<PdfTexts>& pages, const std::string& info = {},
                     const std::string& trailer = {});

/// The objects as they are, numbered from 1; the first is the catalog.
std::string pdf_of_objects(const std::vector<std::string>& objects);

/// A stream with `entries` in its dictionary.
std::string pdf_stream(const std::string& content, const std::string& entries = {});

/// `count` lines below each other in one column, from the height `y` downwards.
PdfTexts pdf_column(double x, double y, double size, const std::vector<std::string>& lines);

/// The lines of both on one page.
PdfTexts operator+(PdfTexts a, const PdfTexts& b);

/// With the program that was built beside the tests.
extract::ReadSettings pdf_settings(const extract::ReadLimits& limits = {});

}  // namespace dossier::test
