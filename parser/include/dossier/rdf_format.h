// SPDX-License-Identifier: Apache-2.0
// The RDF syntaxes and their names.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "dossier/export.h"

namespace dossier {

enum class RdfFormat : std::uint8_t { ntriples, nquads, turtle, trig, rdfxml };

/// The format of a file name's extension (.nt .nq .ttl .trig .rdf .rdfxml .owl, also before
/// .gz, .zst, .xz, .bz2 or .lz4); none when unknown.
DOSSIER_API std::optional<RdfFormat> rdf_format_of(std::string_view file_name);
/// The format of a command line word: nt ntriples nq nquads ttl turtle trig rdf rdfxml; none when
/// unknown.
DOSSIER_API std::optional<RdfFormat> rdf_format_named(std::string_view word);

/// The format that a media type names, parameters aside; none when unknown.
DOSSIER_API std::optional<RdfFormat> rdf_format_of_media_type(std::string_view media_type);

}  // namespace dossier
