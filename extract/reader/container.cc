// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/container.h"

#include <algorithm>

#include "extract/reader/archive.h"
#include "extract/reader/format.h"
#include "extract/reader/mail.h"
#include "extract/reader/source_name.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::string_view kArchiveEndings[] = {".zip",     ".tar", ".tgz", ".tar.xz",
                                                ".tar.bz2", ".txz", ".tbz2"};
constexpr std::string_view kMailboxEndings[] = {".mbox", ".mbx"};
constexpr std::string_view kMailEndings[] = {".eml"};
constexpr std::string_view kCommaEndings[] = {".csv"};
constexpr std::string_view kTabEndings[] = {".tsv"};
constexpr std::string_view kJsonLinesEndings[] = {".jsonl", ".ndjson"};

constexpr ContainerFormat kFormats[] = {
    {Container::archive, kArchiveEndings}, {Container::mailbox, kMailboxEndings},
    {Container::mail, kMailEndings},       {Container::commas, kCommaEndings},
    {Container::tabs, kTabEndings},        {Container::json_lines, kJsonLinesEndings}};

}  // namespace

std::span<const ContainerFormat> container_formats() { return kFormats; }

Container container_of_ending(std::string_view name) {
  const std::string lower = to_lower(std::string_view(without_packing(name)));
  for (const ContainerFormat& format : kFormats)
    for (const std::string_view ending : format.endings)
      if (lower.ends_with(ending)) return format.kind;
  return Container::none;
}

Container container_of(const std::string& name, std::string_view content) {
  if (opens_as_tar(content)) return Container::archive;
  const Container stated = container_of_ending(name);
  // What is packed is known by its name alone.
  if (opens_as_zip(content))
    return is_zip_document(name, content) ? Container::none : Container::archive;
  if (stated != Container::none) return stated;
  if (!opens_as_mail(content)) return Container::none;
  return opens_as_mailbox(content) ? Container::mailbox : Container::mail;
}

std::string part_name(std::string_view path) {
  std::string name;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find_first_of("/\\"), path.size());
    const std::string_view part = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (part.empty() || part == "." || part == "..") continue;
    if (part.starts_with('.') || part == "__MACOSX") return {};
    name += (name.empty() ? "" : "/") + std::string(part);
  }
  return name;
}

}  // namespace dossier::extract
