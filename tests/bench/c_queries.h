// SPDX-License-Identifier: Apache-2.0
// Queries through the C interface, for the measurements.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

struct dossier_kb;
struct dossier_options;
struct dossier_prepared;

namespace dossier::bench {

/// A prepared query of CBase. Throws std::runtime_error for what fails.
class CQuery {
 public:
  CQuery(dossier_kb* kb, const char* text);
  /// Runs it with the IRIs `s` and, unless null, `o`; reads every value. The number of rows, or 1
  /// for the answer yes.
  std::size_t rows(const std::string& s, const std::string* o) const;

 private:
  std::shared_ptr<dossier_prepared> query_;
  std::shared_ptr<dossier_options> options_;
};

/// A knowledge base opened read-only through the C interface.
class CBase {
 public:
  explicit CBase(const std::string& path);
  CQuery prepare(const char* text) const { return CQuery(kb_.get(), text); }

 private:
  std::shared_ptr<dossier_kb> kb_;
};

}  // namespace dossier::bench
