// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/mime.h"

#include <gmime/gmime.h>

#include <memory>
#include <mutex>
#include <utility>

#include "extract/interruption.h"
#include "extract/reader/unpack.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// Parts inside parts: deeper ones are not looked at.
constexpr int kMostNesting = 50;
/// Clocks that were never set write dates before there was e-mail.
constexpr int kFirstYear = 1975;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
struct Free {
  void operator()(void* memory) const { g_free(memory); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;
using OwnedText = std::unique_ptr<char, Free>;

std::string text_or_empty(const char* text) {
  return text == nullptr ? std::string() : well_formed(text);
}

std::string bytes_of(GMimeStream* memory) {
  const GByteArray* const array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory));
  return {reinterpret_cast<const char*>(array->data), array->len};
}

std::string content_of(GMimePart* part) {
  GMimeDataWrapper* const content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const Owned<GMimeStream> memory(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, memory.get());
  return bytes_of(memory.get());
}

std::string text_of(GMimeTextPart* part) {
  const OwnedText text(g_mime_text_part_get_text(part));
  return text_or_empty(text.get());
}

bool is_type(GMimeObject* object, const char* type, const char* subtype) {
  GMimeContentType* const stated = g_mime_object_get_content_type(object);
  return stated != nullptr && g_mime_content_type_is_type(stated, type, subtype);
}

/// Goes through the parts of a message.
class Parts {
 public:
  explicit Parts(MimeMessage& message) : message_(message) {}

  void take(GMimeObject* object, int depth = 0) {
    Interruption::look();
    if (object == nullptr || depth > kMostNesting) return;
    if (GMIME_IS_MULTIPART(object)) {
      take_several(GMIME_MULTIPART(object), depth);
    } else if (GMIME_IS_MESSAGE_PART(object)) {
      take_message(GMIME_MESSAGE_PART(object));
    } else if (GMIME_IS_PART(object)) {
      take_part(GMIME_PART(object));
    }
  }

 private:
  void take_several(GMimeMultipart* several, int depth) {
    GMimeObject* const object = GMIME_OBJECT(several);
    message_.encrypted = message_.encrypted || is_type(object, "multipart", "encrypted");
    int count = g_mime_multipart_get_count(several);
    // Behind what is signed stands its signature.
    if (is_type(object, "multipart", "signed") && count > 1) count = 1;
    if (is_type(object, "multipart", "alternative")) {
      take_best(several, count, depth);
      return;
    }
    for (int i = 0; i < count; ++i) take(g_mime_multipart_get_part(several, i), depth + 1);
  }

  /// The plain text; without one, whatever has text.
  void take_best(GMimeMultipart* several, int count, int depth) {
    for (int i = 0; i < count; ++i) {
      GMimeObject* const object = g_mime_multipart_get_part(several, i);
      if (!is_type(object, "text", "plain")) continue;
      const std::size_t before = message_.plain.size();
      take(object, depth + 1);
      if (message_.plain.size() > before) return;
    }
    for (int i = 0; i < count; ++i) take(g_mime_multipart_get_part(several, i), depth + 1);
  }

  void take_message(GMimeMessagePart* part) {
    GMimeMessage* const inner = g_mime_message_part_get_message(part);
    if (inner == nullptr) return;
    const Owned<GMimeStream> memory(g_mime_stream_mem_new());
    g_mime_object_write_to_stream(GMIME_OBJECT(inner), nullptr, memory.get());
    message_.attachments.push_back({"message.eml", bytes_of(memory.get())});
  }

  void take_part(GMimePart* part) {
    GMimeObject* const object = GMIME_OBJECT(part);
    message_.encrypted = message_.encrypted || is_type(object, "application", "pkcs7-mime");
    const std::string name = text_or_empty(g_mime_part_get_filename(part));
    const bool attached = g_mime_part_is_attachment(part) != 0;
    if (!attached && is_type(object, "text", "plain")) {
      add_plain(GMIME_TEXT_PART(part));
    } else if (!attached && is_type(object, "text", "html")) {
      message_.html += text_of(GMIME_TEXT_PART(part));
      if (const char* const location = g_mime_part_get_content_location(part);
          location != nullptr && message_.location.empty())
        message_.location = text_or_empty(location);
    } else if (!name.empty()) {
      message_.attachments.push_back({name, content_of(part)});
    }
  }

  void add_plain(GMimeTextPart* part) {
    const char* const format =
        g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "format");
    message_.flowed = message_.flowed || (format != nullptr && text_or_empty(format) == "flowed");
    if (!message_.plain.empty()) message_.plain += "\n\n";
    message_.plain += text_of(part);
  }

  MimeMessage& message_;
};

std::string first_name(InternetAddressList* addresses) {
  if (addresses == nullptr || internet_address_list_length(addresses) == 0) return {};
  return text_or_empty(internet_address_get_name(internet_address_list_get_address(addresses, 0)));
}

std::string first_address(InternetAddressList* addresses) {
  if (addresses == nullptr || internet_address_list_length(addresses) == 0) return {};
  InternetAddress* const first = internet_address_list_get_address(addresses, 0);
  if (!INTERNET_ADDRESS_IS_MAILBOX(first)) return {};
  return text_or_empty(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)));
}

/// The name in From; of an address alone, the name that Sender or Reply-To has with it.
std::string author_of(GMimeMessage* message) {
  InternetAddressList* const from = g_mime_message_get_from(message);
  std::string name = first_name(from);
  const std::string address = first_address(from);
  for (InternetAddressList* const other :
       {g_mime_message_get_sender(message), g_mime_message_get_reply_to(message)})
    if (name.empty() && !address.empty() && first_address(other) == address)
      name = first_name(other);
  return name;
}

std::string header(GMimeMessage* message, const char* name) {
  return text_or_empty(g_mime_object_get_header(GMIME_OBJECT(message), name));
}

/// "From:   Lukas Brandt": what programs write that save a mail as text.
std::string saved_author(GMimeMessage* message) {
  const std::string from = header(message, "From");
  return from.find('@') == std::string::npos ? from : std::string();
}

std::string date_of(GMimeMessage* message) {
  GDateTime* const date = g_mime_message_get_date(message);
  if (date == nullptr || g_date_time_get_year(date) < kFirstYear) return {};
  const OwnedText text(g_date_time_format(date, "%Y-%m-%dT%H:%M:%S"));
  return text_or_empty(text.get());
}

/// The first identifier in "<a@example.org> <b@example.org>".
std::string first_id(const std::string& value) {
  const std::size_t open = value.find('<');
  const std::size_t close = value.find('>', open == std::string::npos ? 0 : open);
  if (open == std::string::npos || close == std::string::npos) return {};
  return value.substr(open + 1, close - open - 1);
}

}  // namespace

MimeMessage read_mime(std::string_view bytes, const std::string& source_name) {
  // Its types are made at the first use; that is no work for several threads.
  static std::once_flag ready;
  std::call_once(ready, g_mime_init);
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Owned<GMimeMessage> parsed(g_mime_parser_construct_message(parser.get(), nullptr));
  if (parsed == nullptr) refuse_source(source_name, "the message is damaged: it has no header");
  MimeMessage message;
  message.subject = text_or_empty(g_mime_message_get_subject(parsed.get()));
  message.author = author_of(parsed.get());
  if (message.author.empty()) message.author = saved_author(parsed.get());
  message.address = first_address(g_mime_message_get_from(parsed.get()));
  message.date = date_of(parsed.get());
  if (message.date.empty()) message.date = header(parsed.get(), "Sent");
  message.bulk = !header(parsed.get(), "List-Unsubscribe").empty();
  message.list = first_id(header(parsed.get(), "List-Id"));
  message.ids.own = text_or_empty(g_mime_message_get_message_id(parsed.get()));
  message.ids.reply_to = first_id(header(parsed.get(), "In-Reply-To"));
  message.location = header(parsed.get(), "Snapshot-Content-Location");
  Parts(message).take(g_mime_message_get_mime_part(parsed.get()));
  return message;
}

}  // namespace dossier::extract
