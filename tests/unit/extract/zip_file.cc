// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/extract/zip_file.h"

#include <fmt/format.h>
#include <zlib.h>

#include <cstdint>
#include <stdexcept>
#include <utility>

namespace dossier::test {
namespace {

/// Numbers as a zip file has them: the lowest byte first.
std::string bytes(std::uint64_t value, int count) {
  std::string result;
  for (int i = 0; i < count; ++i) result += static_cast<char>(value >> (8 * i) & 0xFF);
  return result;
}

/// What stands before a file's content and again in the directory (APPNOTE 4.3.7, 4.3.12).
struct ZipEntry {
  std::string path;
  bool encrypted = false, deflated = false;
  std::uint32_t checksum = 0;
  std::size_t packed = 0, size = 0, offset = 0;

  std::string fields() const {
    constexpr unsigned kUtf8Name = 0x800;
    return bytes(20, 2) + bytes(kUtf8Name + (encrypted ? 1U : 0U), 2) + bytes(deflated ? 8 : 0, 2) +
           bytes(0, 2) + bytes(0x5A21, 2) + bytes(checksum, 4) + bytes(packed, 4) + bytes(size, 4) +
           bytes(path.size(), 2) + bytes(0, 2);
  }
};

class ZipWriter {
 public:
  void add(ZipEntry entry, const std::string& packed) {
    entry.packed = packed.size();
    entry.offset = out_.size();
    out_ += "PK\x03\x04" + entry.fields() + entry.path + packed;
    directory_ += "PK\x01\x02" + bytes(20, 2) + entry.fields() + bytes(0, 2) + bytes(0, 2) +
                  bytes(0, 2) + bytes(0, 4) + bytes(entry.offset, 4) + entry.path;
    ++count_;
  }

  std::string finish() const {
    return out_ + directory_ + std::string("PK\x05\x06") + bytes(0, 4) + bytes(count_, 2) +
           bytes(count_, 2) + bytes(directory_.size(), 4) + bytes(out_.size(), 4) + bytes(0, 2);
  }

 private:
  std::string out_, directory_;
  std::size_t count_ = 0;
};

std::uint32_t checksum_of(const std::string& content) {
  return static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())));
}

void add_all(std::vector<FileInZip>& files, std::vector<FileInZip> more) {
  for (FileInZip& file : more) files.push_back(std::move(file));
}

}  // namespace

std::string zip_file(const std::vector<FileInZip>& files) {
  ZipWriter writer;
  for (const FileInZip& file : files)
    writer.add(
        {file.path, file.encrypted, false, checksum_of(file.content), 0, file.content.size(), 0},
        file.content);
  return writer.finish();
}

std::string zip_bomb(const std::string& path, std::size_t size) {
  const std::string content(size, 'a');
  std::string packed(size / 100 + 1024, '\0');
  z_stream stream{};
  if (deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("zlib cannot be started");
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
  stream.avail_in = static_cast<uInt>(size);
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  ZipWriter writer;
  writer.add({path, false, true, checksum_of(content), 0, size, 0}, packed);
  return writer.finish();
}

std::string tar_file(const std::vector<FileInZip>& files) {
  std::string out;
  for (const FileInZip& file : files) {
    std::string header = file.path;
    header.resize(100, '\0');
    header += fmt::format("{:07o}", 0644) + '\0' + fmt::format("{:07o}", 0) + '\0' +
              fmt::format("{:07o}", 0) + '\0' + fmt::format("{:011o}", file.content.size()) + '\0' +
              fmt::format("{:011o}", 0) + '\0' + "        " + "0";
    header.resize(257, '\0');
    header += std::string("ustar\0", 6) + "00";
    header.resize(512, '\0');
    unsigned sum = 0;
    for (const char c : header) sum += static_cast<unsigned char>(c);
    header.replace(148, 8, fmt::format("{:06o}", sum) + '\0' + ' ');
    out += header + file.content;
    out.resize((out.size() + 511) / 512 * 512, '\0');
  }
  return out + std::string(1024, '\0');
}

std::string docx_file(const std::string& body, std::vector<FileInZip> more) {
  std::vector<FileInZip> files = {
      {"[Content_Types].xml", "<Types/>"},
      {"word/document.xml",
       "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
       "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>" +
           body + "</w:body></w:document>"}};
  add_all(files, std::move(more));
  return zip_file(files);
}

std::string odt_file(const std::string& text, std::vector<FileInZip> more) {
  std::vector<FileInZip> files = {
      {"mimetype", "application/vnd.oasis.opendocument.text"},
      {"content.xml",
       "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
       "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
       "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "
       "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'>" +
           text + "</office:document-content>"}};
  add_all(files, std::move(more));
  return zip_file(files);
}

std::string epub_file(const std::string& metadata, const std::vector<FileInZip>& pages,
                      std::vector<FileInZip> more) {
  std::string items, order;
  for (const FileInZip& page : pages) {
    items += fmt::format("<item id='{0}' href='{0}'/>", page.path);
    order += fmt::format("<itemref idref='{}'/>", page.path);
  }
  std::vector<FileInZip> files = {
      {"mimetype", "application/epub+zip"},
      {"META-INF/container.xml",
       "<container><rootfiles><rootfile full-path='book/package.opf'/></rootfiles></container>"},
      {"book/package.opf", "<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata>" +
                               metadata + "</metadata><manifest>" + items + "</manifest><spine>" +
                               order + "</spine></package>"}};
  for (const FileInZip& page : pages) files.push_back({"book/" + page.path, page.content});
  add_all(files, std::move(more));
  return zip_file(files);
}

}  // namespace dossier::test
