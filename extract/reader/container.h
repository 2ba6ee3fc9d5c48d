// SPDX-License-Identifier: Apache-2.0
// Files that hold other documents, or several.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace dossier::extract {

enum class Container : std::uint8_t { none, archive, mailbox, mail, commas, tabs, json_lines };

struct ContainerFormat {
  Container kind;
  std::span<const std::string_view> endings;  ///< of file names, in lower case
};

/// All of them.
std::span<const ContainerFormat> container_formats();

/// By what the content begins with, then by the name's ending. Office documents and books are
/// archives and none of these.
Container container_of(const std::string& name, std::string_view content);

/// By the name's ending alone.
Container container_of_ending(std::string_view name);

/// The path of a file inside an archive without what leads out of it ("..", a leading "/"); empty
/// for hidden files and those that a system adds for itself.
std::string part_name(std::string_view path);

}  // namespace dossier::extract
