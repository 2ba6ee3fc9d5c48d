// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/mail.h"

#include <algorithm>
#include <utility>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/body.h"
#include "extract/reader/boilerplate.h"
#include "extract/reader/byline.h"
#include "extract/reader/html_text.h"
#include "extract/reader/lines.h"
#include "extract/reader/mail_body.h"
#include "extract/reader/mail_sender.h"
#include "extract/reader/mime.h"
#include "extract/reader/person_name.h"
#include "extract/reader/unpack.h"
#include "extract/reader/written_date.h"
#include "extract/text/unicode.h"
#include "model/ascii.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kHeaderWithin = 16 << 10;
constexpr std::size_t kLeastFields = 2;  ///< besides From

std::string_view next_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// "From ada@example.org Thu Sep 26 10:15:00 2019": what begins a message in a mailbox.
bool is_envelope(std::string_view line) {
  if (!line.starts_with("From ") || line.size() > 200) return false;
  const std::size_t address = line.find(' ', 5);
  // A time of day, hours and minutes parted by a colon, and a year behind it.
  const std::size_t colon = line.find(':', address == std::string_view::npos ? 0 : address);
  if (address == std::string_view::npos || colon == std::string_view::npos || colon == 0)
    return false;
  const auto is_figure = [](char c) { return c >= '0' && c <= '9'; };
  const std::string_view behind = line.substr(colon + 1);
  return is_figure(line[colon - 1]) && std::count_if(behind.begin(), behind.end(), is_figure) >= 6;
}

/// The name of a header field that the line begins; empty when it begins none.
std::string field_name(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  const std::string_view name = line.substr(0, colon);
  const bool valid =
      std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 127; });
  return valid ? ascii_lower(name) : std::string();
}

bool is_header_field(const std::string& name) {
  static const WordSet fields("document_words", "header_field");
  return fields.contains(name);
}

/// Without the envelope, which is no part of the message.
std::string_view message_of(std::string_view content) {
  std::string_view rest = content;
  return is_envelope(next_line(rest)) ? rest : content;
}

/// "[quakes]" at the front of a subject, where the mail came by a mailing list.
std::u32string_view without_list(std::u32string_view subject, const std::string& list) {
  const std::size_t close = subject.find(U']');
  if (list.empty() || !subject.starts_with(U'[') || close == std::u32string_view::npos)
    return subject;
  return trim(subject.substr(close + 1));
}

/// "Re: [quakes] Fwd: Ferry": the subject alone.
std::u32string bare_subject(const std::string& subject, const std::string& list) {
  static const WordSet marks("document_words", "reply_mark");
  const std::u32string decoded = to_code_points(subject);
  std::u32string_view rest = trim(decoded);
  for (;;) {
    rest = without_list(rest, list);
    const std::size_t colon = rest.find(U':');
    if (colon == std::u32string_view::npos ||
        !marks.contains(to_utf8(to_lower(rest.substr(0, colon)))))
      return std::u32string(rest);
    rest = trim(rest.substr(colon + 1));
  }
}

/// "by Hanna Vold", as a site's mail has it below the headline; the sender is the site.
void take_byline(SourceText& source) {
  constexpr std::size_t kMostLines = 8;
  const std::vector<Line> lines = split_lines(source.text);
  for (std::size_t i = 0; i < std::min(lines.size(), kMostLines); ++i) {
    const std::u32string_view line = text_of(source.text, lines[i].span);
    if (!to_lower(line).starts_with(U"by ")) continue;
    const auto byline = read_byline(line, Lexicon::builtin());
    if (!byline || !may_be_stated_name(to_code_points(byline->author), Lexicon::builtin()))
      continue;
    source.facts.author = byline->author;
    source.boilerplate.push_back(lines[i].span);
    return;
  }
}

void add_html(const MimeMessage& message, const std::string& source_name,
              const ReadSettings& settings, SourceText& source) {
  SourceText page = page_text(message.html, source_name, settings);
  mark_boilerplate(page.text, split_lines(page.text), page);
  std::u32string text;
  std::size_t at = 0;
  for (const TextSpan& boilerplate : page.boilerplate) {
    text += page.text.substr(at, boilerplate.begin - at);
    at = boilerplate.end;
  }
  text += page.text.substr(at);
  add_block(source, trim(mail_body(text, false)));
}

}  // namespace

bool opens_as_mail(std::string_view content) {
  std::string_view rest = message_of(content.substr(0, kHeaderWithin));
  bool from = false;
  std::size_t known = 0;
  while (!rest.empty()) {
    const std::string_view line = next_line(rest);
    if (line.empty()) break;
    if (line[0] == ' ' || line[0] == '\t') continue;
    const std::string name = field_name(line);
    if (name.empty()) return false;
    from = from || name == "from";
    known += name != "from" && is_header_field(name) ? 1U : 0U;
  }
  return from && known >= kLeastFields;
}

bool opens_as_mailbox(std::string_view content) {
  return opens_as_mail(content) && mailbox_messages(content).size() > 1;
}

std::vector<std::string_view> mailbox_messages(std::string_view content) {
  std::vector<std::string_view> messages;
  std::string_view rest = content;
  const char* begin = nullptr;
  bool after_blank = true;
  const auto end_message = [&](const char* end) {
    if (begin != nullptr) messages.emplace_back(begin, static_cast<std::size_t>(end - begin));
  };
  while (!rest.empty()) {
    const char* const at = rest.data();
    const std::string_view line = next_line(rest);
    if (after_blank && is_envelope(line)) {
      end_message(at);
      begin = at;
    }
    after_blank = line.empty();
  }
  end_message(content.data() + content.size());
  return messages;
}

SourceText mail_text(std::string_view content, const std::string& source_name,
                     const ReadSettings& settings) {
  const MimeMessage message = read_mime(message_of(content), source_name);
  // PGP puts what it has encrypted into the text, too.
  const bool armoured = message.plain.starts_with("-----BEGIN PGP MESSAGE-----");
  if (armoured || (message.plain.empty() && message.html.empty() && message.encrypted))
    refuse_source(source_name, "the message is encrypted; save it decrypted");
  refuse_beyond(settings.limits.text, message.plain.size(), source_name);
  refuse_beyond(settings.limits.markup(), message.html.size(), source_name);
  SourceText source;
  source.may_have_header = false;
  source.facts.author = sender_name(message.author);
  if (message.author.empty() && !message.bulk)
    source.facts.author = name_in_address(message.address);
  source.facts.date = message.date;
  source.facts.message = message.ids;
  const std::u32string subject = bare_subject(message.subject, message.list);
  if (!subject.empty()) source.headline = add_block(source, subject);
  const std::u32string plain = to_code_points(message.plain);
  const std::u32string body = mail_body(plain, message.flowed);
  // The words that are read are those of who wrote the forwarded mail.
  if (const auto copied = copied_head(plain)) {
    source.facts.author = sender_name(to_utf8(copied->from));
    if (find_date(copied->date)) source.facts.date = to_utf8(copied->date);
  }
  if (!trim(body).empty()) {
    add_block(source, trim(body));
  } else if (!message.html.empty()) {
    add_html(message, source_name, settings, source);
  }
  if (source.facts.author.empty()) take_byline(source);
  // "View this email in your browser"
  if (message.bulk)
    mark_boilerplate(source.text,
                     join_wrapped(source.text, split_lines(source.text), Lexicon::builtin()),
                     source);
  return source;
}

SourceText mhtml_text(std::string_view content, const std::string& source_name,
                      const ReadSettings& settings) {
  const MimeMessage message = read_mime(content, source_name);
  if (message.html.empty()) refuse_source(source_name, "the file holds no web page");
  refuse_beyond(settings.limits.markup(), message.html.size(), source_name);
  return page_text(message.html, source_name, settings);
}

}  // namespace dossier::extract
