// SPDX-License-Identifier: Apache-2.0
// Percent encoding, and forms as application/x-www-form-urlencoded writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier::server {

enum class Plus { is_space, stays };

/// None for an escape that is not two hexadecimal digits, and for bytes that are not UTF-8.
std::optional<std::string> percent_decoded(std::string_view text, Plus plus);
/// Every byte escaped but those that RFC 3986 calls unreserved.
std::string percent_encoded(std::string_view text);

/// The fields of a form in order.
class Form {
 public:
  /// Throws Error(input) for a field that cannot be decoded.
  static Form parse(std::string_view text);

  /// The first value; none when the field is missing.
  std::optional<std::string> get(std::string_view name) const;
  /// As get(), "" when the field is missing.
  std::string text(std::string_view name) const { return get(name).value_or(""); }
  std::vector<std::string> all(std::string_view name) const;
  bool has(std::string_view name) const { return get(name).has_value(); }
  void append(const Form& other);
  const std::vector<std::pair<std::string, std::string>>& fields() const { return fields_; }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

}  // namespace dossier::server
