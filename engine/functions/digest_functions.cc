// SPDX-License-Identifier: Apache-2.0
// Digests (SPARQL 1.1, section 17.4.6): of the UTF-8 bytes, as lower-case hexadecimal digits.
#include <openssl/evp.h>

#include <array>

#include "engine/functions/function.h"

namespace dossier::functions {
namespace {

using ast::Builtin;

template <auto Algorithm>
TermId digest(Evaluation& evaluation, std::span<const Operand> args) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  const auto text = args[0].plain_text();
  if (!text) return {};
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned size = 0;
  if (EVP_Digest(text->data(), text->size(), bytes.data(), &size, Algorithm(), nullptr) != 1) {
    return {};  // an OpenSSL that does not offer the algorithm
  }
  std::string out;
  for (unsigned i = 0; i < size; ++i) {
    out += kHex[bytes[i] >> 4];
    out += kHex[bytes[i] & 0xFU];
  }
  return evaluation.put_text(std::move(out));
}

}  // namespace

std::span<const BuiltinFunction> digest_functions() {
  static constexpr std::array<BuiltinFunction, 5> kFunctions{{
      {Builtin::md5, {"MD5", digest<EVP_md5>}},
      {Builtin::sha1, {"SHA1", digest<EVP_sha1>}},
      {Builtin::sha256, {"SHA256", digest<EVP_sha256>}},
      {Builtin::sha384, {"SHA384", digest<EVP_sha384>}},
      {Builtin::sha512, {"SHA512", digest<EVP_sha512>}},
  }};
  return kFunctions;
}

}  // namespace dossier::functions
