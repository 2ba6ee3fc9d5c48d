// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/source_parts.h"

#include <fmt/format.h>

#include <array>
#include <set>
#include <utility>

#include "extract/interruption.h"
#include "extract/reader/archive.h"
#include "extract/reader/container.h"
#include "extract/reader/format.h"
#include "extract/reader/mail.h"
#include "extract/reader/mime.h"
#include "extract/reader/source_name.h"
#include "extract/reader/table_records.h"
#include "extract/reader/unpack.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

class Expander {
 public:
  explicit Expander(const ReadSettings& settings)
      : settings_(settings), left_(settings.limits.file) {}

  void expand(std::string_view bytes, const std::string& name, std::size_t depth,
              std::string part_of = {}) {
    Interruption::look();
    std::string storage;
    const Container kind = container_of(name, bytes);
    if (kind == Container::none) {
      parts_.parts.push_back({name, std::string(bytes), false, std::move(part_of), {}});
      return;
    }
    if (depth == settings_.limits.depth) return refuse_depth(name);
    const std::string_view content = unpack(bytes, name, settings_.limits, storage);
    switch (kind) {
      case Container::archive:
        return expand_archive(content, name, depth);
      case Container::mailbox:
        return expand_mailbox(content, name, depth);
      case Container::mail:
        return expand_mail(content, name, depth, std::move(part_of));
      default:
        return expand_table(content, name, kind);
    }
  }

  SourceParts finish() { return std::move(parts_); }

 private:
  /// One error for a file, which may hold thousands of such; the others are skipped.
  void refuse_depth(const std::string& name) {
    if (told_depth_) return parts_.skipped.push_back(name);
    told_depth_ = true;
    refuse_source(name, fmt::format("archives are inside each other more than {} deep; "
                                    "all that are so deep are skipped",
                                    settings_.limits.depth));
  }

  /// Runs `work`; what it throws about the input is the part's own error.
  template <typename Work>
  void guarded(const std::string& name, const Work& work) {
    try {
      work();
    } catch (const Error& error) {
      if (error.code() == ErrorCode::cancelled || error.code() == ErrorCode::timeout) throw;
      parts_.parts.push_back({name, {}, false, {}, error});
    }
  }

  void expand_archive(std::string_view content, const std::string& name, std::size_t depth) {
    guarded(name, [&] {
      Archive archive(content, name);
      for (std::size_t count = 0; archive.next(); ++count) {
        if (count == settings_.limits.entries)
          refuse_source(name, fmt::format("it holds more than {} files; split it", count));
        const std::string inner = part_name(archive.path());
        if (inner.empty()) continue;
        const std::string own = name + "/" + inner;
        if (!is_source_name(inner)) {
          parts_.skipped.push_back(own);
          continue;
        }
        guarded(own, [&] {
          if (archive.is_encrypted()) refuse_source(own, "it is encrypted; unpack it first");
          expand(read(archive), unique(own), depth + 1);
        });
      }
    });
  }

  std::string read(Archive& archive) {
    std::string content = archive.read(left_);
    left_ -= content.size();
    return content;
  }

  void expand_mailbox(std::string_view content, const std::string& name, std::size_t depth) {
    const std::vector<std::string_view> messages = mailbox_messages(content);
    if (messages.empty()) refuse_source(name, "the mailbox holds no messages");
    if (messages.size() > settings_.limits.entries)
      refuse_source(
          name, fmt::format("it holds more than {} messages; split it", settings_.limits.entries));
    for (std::size_t i = 0; i < messages.size(); ++i) {
      const std::string own = fmt::format("{}/{}.eml", name, i + 1);
      guarded(own, [&] { expand_mail(messages[i], own, depth + 1, {}); });
    }
  }

  void expand_mail(std::string_view content, const std::string& name, std::size_t depth,
                   std::string part_of) {
    parts_.parts.push_back({name, std::string(content), false, std::move(part_of), {}});
    MimeMessage message = read_mime(content, name);
    for (MimeAttachment& attachment : message.attachments) {
      const std::string inner = part_name(attachment.name);
      if (inner.empty()) continue;
      const std::string own = name + "/" + inner;
      if (!is_source_name(inner)) {
        parts_.skipped.push_back(own);
        continue;
      }
      guarded(own, [&] { expand(take(attachment.bytes, own), unique(own), depth + 1, name); });
    }
  }

  std::string take(std::string& bytes, const std::string& name) {
    if (bytes.size() > left_)
      refuse_source(name, "with what it came with, it is larger than " +
                              size_text(settings_.limits.file) + "; split it");
    left_ -= bytes.size();
    return std::move(bytes);
  }

  void expand_table(std::string_view content, const std::string& name, Container kind) {
    const TableForm form = kind == Container::commas ? TableForm::comma
                           : kind == Container::tabs ? TableForm::tab
                                                     : TableForm::json_lines;
    for (TableRecord& record : table_records(content, form, name, settings_)) {
      const std::string own = fmt::format("{}/{}", name, record.number);
      if (record.error) {
        parts_.parts.push_back({own, {}, false, {}, named(own, *record.error)});
      } else if (record.content.empty()) {
        parts_.skipped.push_back(own);
      } else {
        parts_.parts.push_back({own, std::move(record.content), true, {}, {}});
      }
    }
  }

  static Error named(const std::string& name, const Error& error) {
    return Error(error.code(), fmt::format("{}: {}", name, error.what()));
  }

  /// A name that no other part has.
  std::string unique(const std::string& name) {
    std::string own = name;
    const std::size_t dot = name.rfind('.') > name.rfind('/') ? name.rfind('.') : name.size();
    for (int number = 2; !names_.insert(own).second; ++number)
      own = fmt::format("{} ({}){}", name.substr(0, dot), number, name.substr(dot));
    return own;
  }

  const ReadSettings& settings_;
  std::size_t left_;         ///< bytes
  bool told_depth_ = false;  ///< that archives are too deep
  SourceParts parts_;
  std::set<std::string> names_;
};

}  // namespace

bool has_parts(const std::string& name, std::string_view content) {
  return container_of(name, content) != Container::none;
}

SourceParts source_parts(std::string_view bytes, const std::string& name,
                         const ReadSettings& settings) {
  Expander expander(settings);
  expander.expand(bytes, name, 0);
  return expander.finish();
}

}  // namespace dossier::extract
