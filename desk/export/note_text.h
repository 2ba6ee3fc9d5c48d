// SPDX-License-Identifier: Apache-2.0
// Names and texts in the notes of Obsidian.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace dossier::exporting {

/// Names of notes: without what file systems and links cannot hold, short enough, and different
/// also where case does not count.
class NoteNames {
 public:
  std::string name(std::string_view text);

 private:
  std::set<std::string> taken_;
};

/// As Markdown text: characters that would be markup are escaped.
std::string note_text(std::string_view text);
/// The words of a link.
std::string link_text(std::string_view text);
/// The name of a block: letters, digits and "-".
std::string block_name(std::string_view text);
/// A quoted scalar of YAML, on one line.
std::string yaml_text(std::string_view text);
/// A tag: lower-case letters, digits, "_", "-" and "/".
std::string tag_text(std::string_view text);

}  // namespace dossier::exporting
