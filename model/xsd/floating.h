// SPDX-License-Identifier: Apache-2.0
// xsd:double and xsd:float (XSD 1.1 part 2, 3.3.4 and 3.3.5): lexical forms and canonical forms.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dossier::xsd {

/// Any legal lexical form: "1", "-1.5e3", ".5", "1.", "INF", "+INF", "-INF", "NaN". Rounded to the
/// nearest value; too large gives an infinity, too small a zero. none when the form is not legal.
std::optional<double> parse_double(std::string_view lexical);
std::optional<float> parse_float(std::string_view lexical);

/// The canonical form with the fewest digits that read back as the same value: "1.0E0", "-1.5E3",
/// "INF", "-INF", "NaN", "-0.0E0".
std::string format_double(double value);
std::string format_float(float value);

/// As XPath 3.1 casts to xs:string (section 19.1.2): like a decimal from 0.000001 up to a million
/// ("1", "0.5"), otherwise the canonical form.
std::string cast_to_string(double value);
std::string cast_to_string(float value);

}  // namespace dossier::xsd
