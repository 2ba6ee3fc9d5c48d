// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/native/table.h"

#include <cstring>

namespace dossier::python {
namespace {

/// What append() writes before the text of a term.
struct Head {
  CellValue value;
  std::uint32_t number = 0;
};

constexpr Column::Place kNoPlace = ~Column::Place{0};

}  // namespace

void TableSink::row(Solution values) {
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!values[i]) {
      table_.columns[i].add_unbound();
      continue;
    }
    const TermView term = viewer_.view(*values[i]);
    text.clear();
    append_text(text, term);
    table_.columns[i].add(cell_of(term), text);
    viewer_.clear();
  }
  ++table_.rows;
}

void TableSink::append(std::string& out, const TermView& term) const {
  const Head head{cell_of(term), written_++};
  char bytes[sizeof head];
  std::memcpy(bytes, &head, sizeof head);
  out.append(bytes, sizeof head);
  append_text(out, term);
}

void TableSink::written_row(std::span<const std::string_view> terms) {
  places_.resize(written_, kNoPlace);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (terms[i].data() == nullptr) {
      table_.columns[i].add_unbound();
    } else {
      add_written(table_.columns[i], terms[i]);
    }
  }
  ++table_.rows;
}

// A term is written once for each column, so its number stands for a place in one column.
void TableSink::add_written(Column& column, std::string_view written) {
  Head head;
  std::memcpy(&head, written.data(), sizeof head);
  Column::Place& place = places_[head.number];
  if (place == kNoPlace) {
    place = column.add(head.value, written.substr(sizeof head));
  } else {
    column.add_again(place);
  }
}

void TableSink::flush() {
  written_ = 0;
  places_.clear();
}

}  // namespace dossier::python
