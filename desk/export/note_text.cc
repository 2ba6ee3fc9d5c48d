// SPDX-License-Identifier: Apache-2.0
#include "desk/export/note_text.h"

#include "desk/write/escape.h"
#include "engine/saved/name_resolution.h"
#include "model/ascii.h"
#include "model/utf8.h"

namespace dossier::exporting {
namespace {

// File systems allow 255 bytes; a number, ".md" and the name of a sync's copy need room.
constexpr std::size_t kLongestName = 180;

std::string cut(std::string text) {
  if (text.size() <= kLongestName) return text;
  std::size_t end = kLongestName;
  while (end > 0 && !utf8::starts_code_point(text[end])) --end;
  text.resize(end);
  return text;
}

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string without(std::string_view text, std::string_view forbidden, char instead) {
  std::string out;
  for (const char c : text)
    out +=
        forbidden.find(c) != forbidden.npos || static_cast<unsigned char>(c) < 0x20 ? instead : c;
  return out;
}

}  // namespace

std::string NoteNames::name(std::string_view text) {
  std::string base = writing::one_line(cut(without(text, "*\"\\/<>:|?#^[]", ' ')));
  // A dot at its beginning hides a file, one at its end is lost on Windows.
  while (!base.empty() && (base.front() == '.' || base.front() == ' ')) base.erase(0, 1);
  while (!base.empty() && (base.back() == '.' || base.back() == ' ')) base.pop_back();
  if (base.empty()) base = "Unnamed";
  std::string out = base;
  for (int number = 2; !taken_.insert(folded(out)).second; ++number)
    out = base + " (" + std::to_string(number) + ")";
  return out;
}

std::string note_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>#^|~=$%").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string link_text(std::string_view text) {
  return writing::one_line(without(text, "[]|", ' '));
}

std::string block_name(std::string_view text) {
  std::string out;
  for (const char c : text) out += is_plain(c) ? c : '-';
  return out;
}

std::string yaml_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : writing::one_line(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string tag_text(std::string_view text) {
  std::string out;
  for (const char c : text) out += is_plain(c) ? c : '-';
  return ascii_lower(out);
}

}  // namespace dossier::exporting
