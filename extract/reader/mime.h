// SPDX-License-Identifier: Apache-2.0
// Messages in MIME (RFC 5322, RFC 2045): e-mail, and web pages saved as one file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace dossier::extract {

struct MimeAttachment {
  std::string name;  ///< as given; may be empty
  std::string bytes;
};

/// A message with its headers decoded.
struct MimeMessage {
  std::string subject;
  std::string author;    ///< name of the first sender; empty when there is only an address
  std::string address;   ///< of the first sender
  std::string date;      ///< "2020-11-20T19:00:00", the sender's time; as written, where a program
                         ///< has saved it in words; empty: not given
  std::string list;      ///< the mailing list it came by: "quakes.lists.example.org"; empty: none
  std::string location;  ///< address of a saved web page
  MessageIds ids;
  std::string plain;    ///< the text parts shown one after the other, in UTF-8
  bool flowed = false;  ///< `plain` has lines that go on where they end in a blank (RFC 3676)
  std::string html;     ///< where there is no plain text
  bool bulk = false;    ///< a newsletter: its header tells how to unsubscribe
  bool encrypted = false;
  std::vector<MimeAttachment> attachments;  ///< other messages among them
};

/// Reads a message. Of alternatives the plain text is taken before HTML. Throws Error(input) when
/// the content has no header fields. Nothing is decrypted, no signature checked, nothing fetched.
MimeMessage read_mime(std::string_view bytes, const std::string& source_name);

}  // namespace dossier::extract
