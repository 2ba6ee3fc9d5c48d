// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/native/arrow.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bindings/python/native/arrow_abi.h"

namespace dossier::python {
namespace {

constexpr const char* kCapsule = "arrow_array_stream";

const char* format_of(Cell type) {
  switch (type) {
    case Cell::integer:
      return "l";
    case Cell::number:
      return "g";
    case Cell::boolean:
      return "b";
    case Cell::date:
      return "tdD";
    case Cell::local_time:
      return "tsu:";
    case Cell::instant:
      return "tsu:UTC";
    case Cell::text:
    case Cell::unbound:
      break;
  }
  return "U";
}

using Bytes = std::vector<std::uint8_t>;

/// A bit a row, the first in the lowest bit.
template <typename Test>
Bytes bitmap(std::size_t rows, Test test) {
  Bytes bits((rows + 7) / 8);
  for (std::size_t row = 0; row < rows; ++row) {
    if (test(row)) bits[row / 8] = static_cast<std::uint8_t>(bits[row / 8] | 1U << row % 8);
  }
  return bits;
}

template <typename Value, typename Get>
Bytes values_of(std::size_t rows, Get get) {
  Bytes bytes(rows * sizeof(Value));
  auto* const values = reinterpret_cast<Value*>(bytes.data());
  for (std::size_t row = 0; row < rows; ++row) values[row] = static_cast<Value>(get(row));
  return bytes;
}

/// Where each text begins, where the last one ends, and the texts.
std::vector<Bytes> text_buffers(const Column& column) {
  std::vector<std::int64_t> starts{0};
  starts.reserve(column.size() + 1);
  Bytes texts;
  for (std::size_t row = 0; row < column.size(); ++row) {
    const std::string_view text = column.text(row);
    texts.insert(texts.end(), text.begin(), text.end());
    starts.push_back(static_cast<std::int64_t>(texts.size()));
  }
  const auto start = [&](std::size_t row) { return starts[row]; };
  return {values_of<std::int64_t>(starts.size(), start), std::move(texts)};
}

/// The buffers after the one that says which values are there.
std::vector<Bytes> buffers_of(const Column& column) {
  const std::size_t rows = column.size();
  const auto whole = [&](std::size_t row) { return column.whole(row); };
  switch (column.type()) {
    case Cell::integer:
    case Cell::local_time:
    case Cell::instant:
      return {values_of<std::int64_t>(rows, whole)};
    case Cell::number:
      return {values_of<double>(rows, [&](std::size_t row) { return column.number(row); })};
    case Cell::boolean:
      return {bitmap(rows, [&](std::size_t row) { return column.whole(row) != 0; })};
    case Cell::date:
      return {values_of<std::int32_t>(rows, whole)};
    case Cell::text:
    case Cell::unbound:
      break;
  }
  return text_buffers(column);
}

/// What an ArrowArray points to.
struct ArrayData {
  std::vector<Bytes> bytes;
  std::vector<const void*> buffers;
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> child_pointers;
};

void release_array(ArrowArray* array) {
  auto* const data = static_cast<ArrayData*>(array->private_data);
  for (ArrowArray& child : data->children) {
    if (child.release != nullptr) child.release(&child);
  }
  delete data;
  array->release = nullptr;
}

ArrowArray own(std::unique_ptr<ArrayData> data, std::size_t rows, std::int64_t nulls) {
  for (ArrowArray& child : data->children) data->child_pointers.push_back(&child);
  ArrowArray array{.length = static_cast<std::int64_t>(rows),
                   .null_count = nulls,
                   .offset = 0,
                   .n_buffers = static_cast<std::int64_t>(data->buffers.size()),
                   .n_children = static_cast<std::int64_t>(data->children.size()),
                   .buffers = data->buffers.data(),
                   .children = data->child_pointers.data(),
                   .dictionary = nullptr,
                   .release = release_array,
                   .private_data = data.get()};
  (void)data.release();  // release_array() deletes it
  return array;
}

ArrowArray array_of(const Column& column) {
  constexpr std::int64_t kNotCounted = -1;
  auto data = std::make_unique<ArrayData>();
  data->bytes = buffers_of(column);
  data->buffers.push_back(nullptr);
  for (const Bytes& bytes : data->bytes) data->buffers.push_back(bytes.data());
  if (!column.has_unbound()) return own(std::move(data), column.size(), 0);
  data->bytes.push_back(
      bitmap(column.size(), [&](std::size_t row) { return column.is_bound(row); }));
  data->buffers.front() = data->bytes.back().data();
  return own(std::move(data), column.size(), kNotCounted);
}

/// What an ArrowSchema points to.
struct SchemaData {
  std::string name;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> child_pointers;
};

void release_schema(ArrowSchema* schema) {
  auto* const data = static_cast<SchemaData*>(schema->private_data);
  for (ArrowSchema& child : data->children) {
    if (child.release != nullptr) child.release(&child);
  }
  delete data;
  schema->release = nullptr;
}

ArrowSchema own(std::unique_ptr<SchemaData> data, const char* format) {
  for (ArrowSchema& child : data->children) data->child_pointers.push_back(&child);
  ArrowSchema schema{.format = format,
                     .name = data->name.c_str(),
                     .metadata = nullptr,
                     .flags = kArrowNullable,
                     .n_children = static_cast<std::int64_t>(data->children.size()),
                     .children = data->child_pointers.data(),
                     .dictionary = nullptr,
                     .release = release_schema,
                     .private_data = data.get()};
  (void)data.release();  // release_schema() deletes it
  return schema;
}

struct StreamData {
  std::vector<std::pair<std::string, const char*>> fields;
  ArrowArray batch{};  ///< released once it has been handed out
};

StreamData& data_of(ArrowArrayStream* stream) {
  return *static_cast<StreamData*>(stream->private_data);
}

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  auto data = std::make_unique<SchemaData>();
  for (const auto& [name, format] : data_of(stream).fields) {
    auto field = std::make_unique<SchemaData>();
    field->name = name;
    data->children.push_back(own(std::move(field), format));
  }
  *out = own(std::move(data), "+s");
  return 0;
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  *out = std::exchange(data_of(stream).batch, ArrowArray{});  // no release: the end
  return 0;
}

void release_stream(ArrowArrayStream* stream) {
  auto* const data = static_cast<StreamData*>(stream->private_data);
  if (data->batch.release != nullptr) data->batch.release(&data->batch);
  delete data;
  stream->release = nullptr;
}

void release_capsule(PyObject* capsule) {
  auto* const stream = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, kCapsule));
  if (stream->release != nullptr) stream->release(stream);
  delete stream;
}

std::unique_ptr<StreamData> stream_data(const Table& table) {
  auto data = std::make_unique<StreamData>();
  auto batch = std::make_unique<ArrayData>();
  batch->buffers.push_back(nullptr);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    data->fields.emplace_back(table.names[i], format_of(column.type()));
    batch->children.push_back(array_of(column));
  }
  data->batch = own(std::move(batch), table.rows, 0);
  return data;
}

}  // namespace

py::capsule arrow_stream(const Table& table) {
  auto stream = std::make_unique<ArrowArrayStream>(
      ArrowArrayStream{.get_schema = get_schema,
                       .get_next = get_next,
                       .get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; },
                       .release = release_stream,
                       .private_data = stream_data(table).release()});
  PyObject* const capsule = PyCapsule_New(stream.get(), kCapsule, release_capsule);
  if (capsule == nullptr) {
    stream->release(stream.get());
    throw py::error_already_set();
  }
  (void)stream.release();  // release_capsule() deletes it
  return py::reinterpret_steal<py::capsule>(capsule);
}

}  // namespace dossier::python
