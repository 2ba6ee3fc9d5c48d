// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/mail_body.h"

#include <algorithm>
#include <vector>

#include "extract/lexicon/word_table.h"
#include "extract/reader/byline.h"
#include "extract/reader/sign_off.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// The fields that begin the copy of another mail: at least so many, one below the other.
constexpr std::size_t kLeastFields = 3;
constexpr std::size_t kMostFields = 12;  ///< that are looked at
/// A footer of a mailing list stands so near to the end, in lines.
constexpr std::size_t kLongestFooter = 10;
constexpr std::size_t kShortestRule = 10;
constexpr std::size_t kLongestSignature = 9;  ///< words of a line below the name

struct MailLine {
  std::u32string_view text;
  std::size_t quoted = 0;  ///< levels
  bool left_out = false;
};

MailLine mail_line(std::u32string_view text) {
  MailLine line;
  while (text.starts_with(U'>') || (line.quoted > 0 && text.starts_with(U" >"))) {
    text.remove_prefix(text.find(U'>') + 1);
    ++line.quoted;
  }
  if (line.quoted > 0 && text.starts_with(U' ')) text.remove_prefix(1);
  line.text = text;
  return line;
}

std::vector<MailLine> split(std::u32string_view text) {
  std::vector<MailLine> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto found =
        std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_line_end);
    const auto end = static_cast<std::size_t>(found - text.begin());
    lines.push_back(mail_line(text.substr(at, end - at)));
    at = end + (text.substr(end, 2) == U"\r\n" ? 2 : 1);
  }
  return lines;
}

bool is_field(std::u32string_view line, bool& sent) {
  static const WordSet fields("document_words", "mail_field");
  const std::u32string_view bare = trim(line);
  const std::size_t colon = bare.find(U':');
  if (colon == std::u32string_view::npos) return false;
  std::u32string name = to_lower(bare.substr(0, colon));
  std::erase(name, U'*');
  sent = sent || name == U"sent" || name == U"date";
  return fields.contains(to_utf8(name));
}

/// "-----Original Message-----", "---------- Forwarded message ---------".
bool is_copy_rule(std::u32string_view line) {
  line = trim(line);
  if (line.size() < 5 || !is_dash(line.front()) || !is_dash(line.back())) return false;
  const std::u32string lower = to_lower(line);
  return lower.find(U"message") != std::u32string::npos &&
         (lower.find(U"original") != std::u32string::npos ||
          lower.find(U"forwarded") != std::u32string::npos);
}

bool is_rule(std::u32string_view line) {
  line = trim(line);
  return line.size() >= kShortestRule && line.find_first_not_of(U"_-=*") == std::u32string::npos;
}

class Body {
 public:
  explicit Body(std::u32string_view text) : lines_(split(text)) {}

  /// What the sender has written.
  std::u32string own(bool flowed) {
    leave_out_copy();
    leave_out_quotes();
    leave_out_signature();
    leave_out_sign_off();
    leave_out_notices();
    return joined(flowed);
  }

  std::u32string read(bool flowed) {
    std::u32string written = own(flowed);
    if (!trim(written).empty()) return written;
    for (std::size_t i = 0; i < lines_.size(); ++i) lines_[i].left_out = is_head_of_copy(i);
    return joined(flowed);
  }

  /// The fields above the last copy.
  std::optional<CopiedHead> last_head() const {
    std::size_t last = lines_.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      bool sent = false;
      if (fields_at(i, sent) >= kLeastFields && sent) last = i + fields_at(i, sent);
    }
    if (last == lines_.size()) return std::nullopt;
    CopiedHead head;
    bool sent = false;
    for (std::size_t i = last; i-- > 0 && is_field(lines_[i].text, sent);) {
      const std::u32string_view line = trim(lines_[i].text);
      const std::size_t colon = line.find(U':');
      std::u32string name = to_lower(line.substr(0, colon));
      std::erase(name, U'*');
      if (name == U"from") head.from = trim(line.substr(colon + 1));
      if (name == U"sent" || name == U"date") head.date = trim(line.substr(colon + 1));
    }
    return head;
  }

 private:
  std::size_t fields_at(std::size_t i, bool& sent) const {
    std::size_t count = 0;
    while (count < kMostFields && i + count < lines_.size() &&
           is_field(lines_[i + count].text, sent))
      ++count;
    return count;
  }

  bool opens_copy(std::size_t i) const {
    bool sent = false;
    return is_copy_rule(lines_[i].text) || (fields_at(i, sent) >= kLeastFields && sent);
  }

  bool is_head_of_copy(std::size_t i) const {
    bool sent = false;
    return is_copy_rule(lines_[i].text) || is_rule(lines_[i].text) || announces_quote(i) ||
           is_field(lines_[i].text, sent);
  }

  void leave_out_copy() {
    std::size_t at = 0;
    while (at < lines_.size() && !opens_copy(at)) ++at;
    if (at == lines_.size()) return;
    // Outlook draws a line above the fields.
    while (at > 0 && (trim(lines_[at - 1].text).empty() || is_rule(lines_[at - 1].text))) --at;
    for (; at < lines_.size(); ++at) lines_[at].left_out = true;
  }

  /// "On 3 May 2021, Ada Brandt wrote:", which may be broken into two lines, before quoted ones.
  bool announces_quote(std::size_t i) const {
    const std::u32string_view line = trim(lines_[i].text);
    if (line.empty() || lines_[i].quoted > 0) return false;
    std::size_t next = i + 1;
    if (!line.ends_with(U':')) {
      if (next == lines_.size() || !trim(lines_[next].text).ends_with(U"wrote:")) return false;
      if (!to_lower(line).starts_with(U"on ")) return false;
      ++next;
    }
    while (next < lines_.size() && trim(lines_[next].text).empty() && lines_[next].quoted == 0)
      ++next;
    return next < lines_.size() && lines_[next].quoted > 0;
  }

  void leave_out_quotes() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].quoted > 0) lines_[i].left_out = true;
      if (!announces_quote(i)) continue;
      lines_[i].left_out = true;
      if (!trim(lines_[i].text).ends_with(U':')) lines_[i + 1].left_out = true;
    }
  }

  static bool opens_signature(std::u32string_view line) {
    static const WordSet openings("document_words", "mail_program");
    return line == U"-- " || line == U"--" || openings.begins(to_utf8(to_lower(trim(line))));
  }

  void leave_out_signature() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool footer = is_rule(lines_[i].text) && lines_.size() - i <= kLongestFooter && i > 0;
      if (!footer && !opens_signature(lines_[i].text)) continue;
      for (; i < lines_.size() && lines_[i].quoted == 0; ++i) lines_[i].left_out = true;
    }
  }

  static bool is_short(std::u32string_view line) {
    return split_words(line).size() <= kLongestSignature && !line.ends_with(U'.');
  }

  /// "Kind regards," with the name, the post and the numbers below it; behind some text.
  void leave_out_sign_off() {
    bool text = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].left_out) continue;
      if (!text || !is_sign_off(lines_[i].text)) {
        text = text || !trim(lines_[i].text).empty();
        continue;
      }
      for (; i < lines_.size() && (lines_[i].left_out || is_short(trim(lines_[i].text))); ++i)
        lines_[i].left_out = true;
    }
  }

  /// What lawyers have the program add: from its first line on.
  void leave_out_notices() {
    static const WordSet openings("document_words", "mail_notice");
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].left_out || !openings.begins(to_utf8(to_lower(trim(lines_[i].text))))) continue;
      while (i < lines_.size() && !trim(lines_[i].text).empty()) lines_[i++].left_out = true;
    }
  }

  std::u32string joined(bool flowed) const {
    std::u32string text;
    for (const MailLine& line : lines_) {
      if (line.left_out) continue;
      text += line.text;
      if (!(flowed && line.text.ends_with(U' ') && line.text != U"-- ")) text += U'\n';
    }
    return text;
  }

  std::vector<MailLine> lines_;
};

}  // namespace

std::optional<CopiedHead> copied_head(std::u32string_view text) {
  Body body(text);
  if (!trim(body.own(false)).empty()) return std::nullopt;
  return body.last_head();
}

std::u32string mail_body(std::u32string_view text, bool flowed) { return Body(text).read(flowed); }

}  // namespace dossier::extract
