// SPDX-License-Identifier: Apache-2.0
// E-mail: messages (.eml) and mailboxes (.mbox), and web pages saved as one file (.mhtml).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/reader/read_settings.h"
#include "extract/reader/source_text.h"

namespace dossier::extract {

/// Whether content begins with the header of a message: sender and date or the like among fields.
bool opens_as_mail(std::string_view content);
/// Whether content is a mailbox of several messages.
bool opens_as_mailbox(std::string_view content);

/// The messages of a mailbox, as parts of `content`; RFC 4155.
std::vector<std::string_view> mailbox_messages(std::string_view content);

/// What the sender wrote (mail_body.h), below the subject; author and date are those of the header.
/// Throws Error(input) for a damaged or encrypted message and one without text.
SourceText mail_text(std::string_view content, const std::string& source_name,
                     const ReadSettings& settings);

/// The page of a web archive, as html_text() reads it.
SourceText mhtml_text(std::string_view content, const std::string& source_name,
                      const ReadSettings& settings);

}  // namespace dossier::extract
