// SPDX-License-Identifier: Apache-2.0
// Small zip and tar files, written for tests.
#pragma once

#include <string>
#include <vector>

namespace dossier::test {

struct FileInZip {
  std::string path;
  std::string content;
  bool encrypted = false;  ///< says so, and is not
};

/// A zip file; nothing in it is packed.
std::string zip_file(const std::vector<FileInZip>& files);
/// One whose single file is `size` times the same letter, packed.
std::string zip_bomb(const std::string& path, std::size_t size);
std::string tar_file(const std::vector<FileInZip>& files);

/// A Word document of this body (what stands between <w:body> and its end) and further files.
std::string docx_file(const std::string& body, std::vector<FileInZip> more = {});
/// An OpenDocument text of this content (between <office:text> and its end) and further files.
std::string odt_file(const std::string& text, std::vector<FileInZip> more = {});
/// A book of these pages, in this order; `metadata` stands in its package.
std::string epub_file(const std::string& metadata, const std::vector<FileInZip>& pages,
                      std::vector<FileInZip> more = {});

}  // namespace dossier::test
